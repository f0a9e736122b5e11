// A whole night with a noisy model, on Docker: thirty edits whose true worth is known, by the built-in coding agent. Says
// what it cost, how long it took, each verdict beside the truth, and the night's own report.

import { exitCodes } from "../src/core/fault.ts";
import { meanOf } from "../src/core/trial.ts";
import { readIterations } from "../src/loop/iteration-record.ts";
import { readJournal } from "../src/trials/journal.ts";
import { layout } from "../src/workspace/layout.ts";
import { readSplit } from "../src/workspace/split.ts";
import { agentWithPlaces, type Edit, passChance } from "../test/helpers/gate-night-agent.ts";
import { openGateNight } from "../test/helpers/gate-night-scene.ts";
import { count, parseFlags } from "./lib/flags.ts";
import type { Bench } from "./run.ts";

/** Helpful, idle and harmful ones, each more than once. */
const kinds: readonly Edit[] = [
  {},
  { ignores: ["greetings"] },
  { checks: "lists" },
  { breaks: true },
  { checks: "sums" },
  { ignores: ["dates", "lists"] },
  { checks: "dates" },
  { ignores: ["sums"] },
  { checks: "words" },
  { ignores: ["words"] },
];

export const noisyNight: Bench = {
  summary: "a night of 30 iterations with a noisy model, on Docker: cost, time, verdicts, report [--iterations 30]",
  async run(args) {
    const { values } = parseFlags(args, { iterations: "30" });
    const iterations = count("iterations", values.iterations);
    const edits = Array.from({ length: iterations }, (_, at) => kinds[at % kinds.length] ?? {});
    await using scene = await openGateNight({
      edits,
      tasks: { greetings: 5, sums: 3, words: 3, lists: 6, dates: 7 },
      config: [`iterations: ${iterations}`, `stop_after_no_improvement: ${iterations}`, "max_concurrency: 4"],
    });
    const started = performance.now();
    const night = await scene.run(["start", "--plain"], { timeoutMs: 4 * 3_600_000 });
    const minutes = (performance.now() - started) / 60_000;
    console.log((await scene.run(["results"])).stdout);
    console.log(
      night.stdout
        .split("\n")
        .filter((line) => /stated|^test split|difference/.test(line))
        .join("\n"),
    );
    const paths = layout({ root: scene.folder, experiment: "main" });
    const split = await readSplit(paths.host.splitFile);
    if (night.exitCode !== 0 || split === null) {
      console.error(night.stderr);
      return exitCodes.bug;
    }
    using journal = readJournal(paths.host.journalFile);
    const truth = (source: string): number => meanOf(split.test.map((task) => passChance(source, edits, task))) ?? 0;
    let incumbent = agentWithPlaces(edits.length);
    const first = truth(incumbent);
    let harmful = 0;
    for (const { iteration, candidate, verdict, endedAt, startedAt } of readIterations(journal)) {
      if (candidate === null || verdict === null || endedAt === null) continue;
      const gain = truth(candidate) - truth(incumbent);
      const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
      const points = `${gain >= 0 ? "+" : ""}${(100 * gain).toFixed(1)}`;
      const said = `${verdict.verdict} (${verdict.reason}), ${verdict.runs} runs, ${seconds.toFixed(0)} s`;
      console.log(`iteration ${iteration}: truly ${points} points: ${said}`);
      if (verdict.verdict !== "accepted") continue;
      if (gain < 0) harmful += 1;
      incumbent = candidate;
    }
    const trials = journal.trials();
    console.log(
      `${trials.length} trials in ${minutes.toFixed(1)} min; truly ${first.toFixed(3)} -> ${truth(incumbent).toFixed(3)} on the test split; harmful accepted: ${harmful}`,
    );
    return harmful === 0 && truth(incumbent) > first ? exitCodes.done : exitCodes.rejected;
  },
};
