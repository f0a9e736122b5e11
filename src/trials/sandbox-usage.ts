// What an experiment's sandboxes have cost by the hour in all its runs, by provider. It stands in the journal, and is
// brought there again and again, so that a host that is killed loses a minute of it at most.

import { z } from "zod";
import type { SandboxProvider, SandboxUsage } from "../core/sandbox.ts";
import type { Journal } from "./journal.ts";

const usageSchema = z.object({
  sandboxes: z.number().int().min(0),
  hours: z.number().min(0),
  processorHours: z.number().min(0),
  memoryGibHours: z.number().min(0),
});

const keptSchema = z.object({ version: z.literal(1), providers: z.record(z.string(), usageSchema) });

/** By provider's name; those that cost nothing by the hour are not in it. */
export type SandboxUsages = Readonly<Record<string, SandboxUsage>>;

const name = "sandbox-usage";
const writeMs = 30_000;

export function readSandboxUsage(journal: Pick<Journal, "read">): SandboxUsages {
  return keptSchema.safeParse(journal.read(name)).data?.providers ?? {};
}

/** Disposing it writes for the last time. */
export interface UsageKeeper extends Disposable {
  /** From now on its usage counts too. */
  watch(provider: SandboxProvider): void;
}

/** Adds what this process uses to what runs before it have; one process at a time holds a journal. */
export function keepSandboxUsage(journal: Pick<Journal, "read" | "write">): UsageKeeper {
  const earlier = readSandboxUsage(journal);
  const providers: SandboxProvider[] = [];
  const write = () => {
    const used = providers.flatMap((one) => {
      const usage = one.usage?.();
      return usage === undefined || usage.sandboxes === 0 ? [] : [[one.name, usage] as const];
    });
    if (used.length === 0) return;
    const kept = Object.fromEntries(used.map(([of, usage]) => [of, added(earlier[of], usage)]));
    journal.write(name, { version: 1, providers: { ...earlier, ...kept } });
  };
  const timer = setInterval(write, writeMs);
  timer.unref();
  return {
    watch: (provider) => void providers.push(...Object.values(provider.placed ?? { provider })),
    [Symbol.dispose]() {
      clearInterval(timer);
      write();
    },
  };
}

function added(before: SandboxUsage | undefined, now: SandboxUsage): SandboxUsage {
  if (before === undefined) return now;
  return {
    sandboxes: before.sandboxes + now.sandboxes,
    hours: before.hours + now.hours,
    processorHours: before.processorHours + now.processorHours,
    memoryGibHours: before.memoryGibHours + now.memoryGibHours,
  };
}

/** Such as "e2b: 24 sandboxes, 0.31 hours, 0.62 processor-hours, 0.31 GiB-hours". */
export function usageLine(provider: string, usage: SandboxUsage): string {
  const { sandboxes, hours, processorHours, memoryGibHours } = usage;
  const amounts = `${hours.toFixed(2)} hours, ${processorHours.toFixed(2)} processor-hours, ${memoryGibHours.toFixed(2)} GiB-hours`;
  return `${provider}: ${sandboxes} sandboxes, ${amounts}`;
}

/** Of all runs together. */
export function usageLines(usages: SandboxUsages): string[] {
  return Object.entries(usages).map(([provider, usage]) => `${usageLine(provider, usage)}, of all runs`);
}
