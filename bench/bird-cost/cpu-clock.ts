import { cpus } from "node:os";
import { containerCpuSeconds } from "../lib/container-cpu.ts";
import { type CpuSeconds, serviceNames } from "./arms.ts";
import type { Bird } from "./open-bird.ts";

/** Counts from now on. Services that were not open yet count from their start. */
export async function cpuClock(bird: Bird): Promise<{ read(): Promise<CpuSeconds> }> {
  const before = await now(bird);
  return {
    async read() {
      const after = await now(bird);
      const names = Object.keys(after) as Array<keyof CpuSeconds>;
      return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as CpuSeconds;
    },
  };
}

async function now({ docker, provider }: Bird): Promise<CpuSeconds> {
  const read = serviceNames.map(async (name) => {
    const id = provider.serviceIfOpen(name);
    return [name, id === undefined ? 0 : await containerCpuSeconds(docker, id)] as const;
  });
  const { user, system } = process.cpuUsage();
  const services = Object.fromEntries(await Promise.all(read)) as Omit<CpuSeconds, "host" | "machine">;
  return { ...services, host: (user + system) / 1e6, machine: busySeconds() };
}

/** Of all processors, whatever was done. */
function busySeconds(): number {
  const busy = cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
  return busy.reduce((sum, one) => sum + one, 0) / 1000;
}
