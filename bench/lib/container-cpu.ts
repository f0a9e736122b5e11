import type Dockerode from "dockerode";

interface Stats {
  cpu_stats: { cpu_usage: { total_usage: number } };
}

/** The processor time that a running container has taken so far, in seconds. */
export async function containerCpuSeconds(docker: Dockerode, id: string): Promise<number> {
  const stats = (await docker.getContainer(id).stats({ stream: false, "one-shot": true })) as Stats;
  return stats.cpu_stats.cpu_usage.total_usage / 1e9;
}
