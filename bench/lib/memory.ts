import { readFile } from "node:fs/promises";
import type Dockerode from "dockerode";

interface Stats {
  memory_stats: { usage?: number; max_usage?: number; stats?: Record<string, number> };
}

/** What a container holds now, without the files that the kernel could let go of; in MB. */
export async function containerMb(docker: Dockerode, id: string): Promise<number> {
  const { memory_stats: memory } = (await docker.getContainer(id).stats({ stream: false, "one-shot": true })) as Stats;
  const files = memory.stats?.["total_inactive_file"] ?? memory.stats?.["inactive_file"] ?? 0;
  return ((memory.usage ?? 0) - files) / 1024 ** 2;
}

/** What this process holds now, in MB. */
export async function processMb(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return (kilobytes === undefined ? process.memoryUsage.rss() / 1024 : Number(kilobytes)) / 1024;
}
