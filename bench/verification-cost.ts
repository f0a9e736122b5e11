// What it costs to judge a state in a copy of its box instead of in the box itself (docs/verification.md).

import { join } from "node:path";
import { verifyState } from "../src/benchmarks/terminal-bench/verification/verify-state.ts";
import type { Judging, VerificationPolicy } from "../src/core/benchmark.ts";
import { exitCodes } from "../src/core/fault.ts";
import { writeAtomic } from "../src/lib/write-atomic.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { count, parseFlags } from "./lib/flags.ts";
import { describeMachine } from "./lib/machine.ts";
import { type OpenProvider, openProvider } from "./lib/open-provider.ts";
import { median } from "./lib/statistics.ts";
import type { Bench } from "./run.ts";

interface Arm {
  name: string;
  policy: VerificationPolicy;
  /** What the agent does. */
  leave: string;
}

const work = "echo done > /root/result";
const arms: readonly Arm[] = [
  { name: "shared", policy: "shared", leave: work },
  { name: "fresh", policy: "auto", leave: work },
  { name: "fresh, network shared", policy: "auto", leave: `${work}; sleep 600 >/dev/null 2>&1 &` },
  { name: "fresh, 100 MB written", policy: "auto", leave: `${work}; head -c 100000000 /dev/urandom > /root/large` },
];

const judging: Judging = {
  ...{ agent: "candidate", everyWay: false },
  known: { leavesProcesses: false, needsBox: false, changes: [] },
};

export const verificationCost: Bench = {
  summary: "judging in the agent's box, in a fresh one, in one on its network [--repetitions 15] [--json]",
  async run(args, { signal }) {
    const { values, json } = parseFlags(args, { repetitions: "15" });
    const repetitions = count("repetitions", values.repetitions);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    const tests = join(folder, "tests");
    await writeAtomic(join(tests, "test.sh"), "#!/bin/sh\ncat /root/result && echo 1 > /logs/verifier/reward.txt\n");
    const opened = cleanUp.use(await openProvider(folder, { signal }));
    const times = new Map(arms.map(({ name }) => [name, [] as number[]]));
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      const turn = repetition % arms.length;
      for (const arm of [...arms.slice(turn), ...arms.slice(0, turn)]) {
        const ms = await measure(arm, opened, { tests, signal });
        // The first round warms up.
        if (repetition > 0) times.get(arm.name)?.push(ms);
      }
    }
    const shared = median(times.get("shared") ?? []);
    const rows = arms.map(({ name }) => {
      const ms = median(times.get(name) ?? []);
      return {
        name,
        medianMs: Math.round(ms),
        more: Math.round(ms - shared),
        ratio: Math.round((ms / shared) * 100) / 100,
      };
    });
    const machine = await describeMachine({ signal });
    console.log(json ? JSON.stringify({ machine, repetitions, rows }, undefined, 2) : render(rows).join("\n"));
    return exitCodes.done;
  },
};

/** Milliseconds from the agent's end to the reward. */
async function measure(
  { policy, leave }: Arm,
  { provider, owner }: OpenProvider,
  { tests, signal }: { tests: string; signal: AbortSignal },
): Promise<number> {
  const labels = { owner: owner.id, job: "bench", trial: "verification", role: "task" } as const;
  const image = { kind: "image", reference: "debian:bookworm-slim" } as const;
  const spec = { image, labels, network: "none", profile: "task", limits: {} } as const;
  await using main = await provider.open(spec, { signal });
  await main.session.exec(leave, { signal });
  const started = performance.now();
  const verifier = { tests: [tests], env: {}, user: undefined, timeoutMs: 60_000, rewardKey: null };
  const box = { main, composed: false };
  const state = { spec: verifier, box, policy, judging, workdir: undefined, goesOn: false };
  const { reward } = await verifyState(state, { signal });
  if (reward !== 1) throw new Error(`the verifier gave ${reward}, expected 1`);
  return performance.now() - started;
}

function render(rows: ReadonlyArray<{ name: string; medianMs: number; more: number; ratio: number }>): string[] {
  return [
    "| mode | median ms | more than shared | ratio |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ name, medianMs, more, ratio }) => `| ${name} | ${medianMs} | ${more} | ${ratio} |`),
  ];
}
