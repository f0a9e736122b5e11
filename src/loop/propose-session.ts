// What a coding agent may ask of the host during one iteration: train results as often as it likes, one verdict.

import { readFile } from "node:fs/promises";
import type { HarnessCommands } from "../core/coding-agent.ts";
import { harnessErrorOf } from "../core/fault.ts";
import { relativePaths } from "../workspace/layout.ts";
import { snapshotTree, type TreeSnapshot } from "../workspace/snapshot-tree.ts";
import type { Split } from "../workspace/split.ts";
import type { CandidateTree } from "./candidate-tree.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate, type Frozen, freezeCandidate } from "./freeze-candidate.ts";
import { gateLines } from "./gate-lines.ts";
import type { Verdict } from "./iteration-record.ts";
import { describeTrain, publishTrain, runTrain } from "./run-train.ts";
import { scoreLabel } from "./score-facts.ts";

export interface SessionOptions {
  experiment: Experiment;
  tree: CandidateTree;
  incumbent: string;
  split: Split;
  iteration: number;
  strip: (source: string) => { code: string };
  /** Judges what was frozen, and records it. */
  decide: (frozen: Frozen) => Promise<Verdict>;
  signal: AbortSignal;
}

export class ProposeSession {
  readonly #options: SessionOptions;
  #before: TreeSnapshot;
  #verdict: Promise<Verdict> | undefined;

  private constructor(options: SessionOptions, before: TreeSnapshot) {
    this.#options = options;
    this.#before = before;
  }

  static async open(options: SessionOptions): Promise<ProposeSession> {
    return new ProposeSession(options, await snapshotTree(options.tree.folder));
  }

  /** Freezes and judges, once; asked again it gives the same verdict. */
  gate(): Promise<Verdict> {
    this.#verdict ??= this.#decide();
    return this.#verdict;
  }

  get commands(): HarnessCommands {
    return {
      benchmark: async (taskIds) => await this.#benchmark(taskIds),
      gate: async () => {
        const again = this.#verdict !== undefined;
        const { experiment, split } = this.#options;
        const text = gateLines.verdict(await this.gate(), scoreLabel(experiment, split.test)).join("\n");
        return again ? `${text}\n(one verdict an iteration: this is the one already given)` : text;
      },
      status: async () => this.#status(),
    };
  }

  async #decide(): Promise<Verdict> {
    const { tree, incumbent, strip, decide } = this.#options;
    return await decide(await freezeCandidate({ tree: tree.folder, before: this.#before, incumbent, strip }));
  }

  async #benchmark(taskIds: readonly string[] | undefined): Promise<string> {
    const { experiment, tree, split, strip, signal } = this.#options;
    const compiled = compileCandidate(await readFile(tree.paths.agentFile, "utf8"), strip);
    if (compiled.kind === "refused") return `nothing was run: ${compiled.detail}`;
    const only = taskIds === undefined || taskIds.length === 0 ? {} : { only: taskIds };
    try {
      const result = await runTrain(experiment, { candidate: compiled.candidate, tasks: split.train, ...only, signal });
      await publishTrain(experiment, tree.paths, result);
      await this.#admitWorkspace();
      const stopped = result.stopped === null ? [] : [`stopped: ${result.stopped}`];
      return [...describeTrain(experiment, result), ...stopped].join("\n");
    } catch (error) {
      const known = harnessErrorOf(error);
      if (known?.code === "not-a-train-task") return `nothing was run: ${known.message}`;
      throw error;
    }
  }

  /** What the host itself wrote into the tree is no violation. */
  async #admitWorkspace(): Promise<void> {
    const { tree } = this.#options;
    const now = await snapshotTree(tree.folder);
    const written = (path: string) => path === relativePaths.trainResultsFile || path.startsWith(relativePaths.traces);
    const kept = [...this.#before].filter(([path]) => !written(path));
    this.#before = new Map([...kept, ...[...now].filter(([path]) => written(path))]);
  }

  #status(): string {
    const { experiment, iteration } = this.#options;
    const { settings, context } = experiment;
    const spent = context.gateway.total().costUsd;
    return [
      `iteration ${iteration} of at most ${settings.iterations}`,
      `gate: ${this.#verdict === undefined ? "not asked yet" : "asked; one verdict an iteration"}`,
      `spent so far: ${spent === undefined ? "unknown" : `$${spent.toFixed(2)}`}`,
    ].join("\n");
  }
}
