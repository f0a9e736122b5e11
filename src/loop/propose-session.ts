// What a coding agent may ask of the host during one iteration: train results as often as it likes, one verdict.

import { codingAgentLine } from "../analysis/signal-lines.ts";
import type { GateStatement, HarnessCommands, RecordFigures } from "../core/coding-agent.ts";
import { harnessErrorOf } from "../core/fault.ts";
import { confirmRow } from "../workspace/confirm-row.ts";
import { admitTrainRun } from "../workspace/layout.ts";
import { readResults } from "../workspace/results-tsv.ts";
import { snapshotTree, type TreeSnapshot } from "../workspace/snapshot-tree.ts";
import type { Split } from "../workspace/split.ts";
import type { CandidateTree } from "./candidate-tree.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate, type Frozen, freezeCandidate } from "./freeze-candidate.ts";
import type { Verdict } from "./iteration-record.ts";
import { likeLine, likeRefused } from "./like-refused.ts";
import { analysisLine, describeTrain, publishTrain, runTrain } from "./run-train.ts";
import { scoreLabel } from "./score-facts.ts";
import { newStatement, type Statement } from "./statement.ts";
import { verdictLine } from "./verdict-line.ts";

export interface SessionOptions {
  experiment: Experiment;
  tree: CandidateTree;
  incumbent: string;
  split: Split;
  iteration: number;
  strip: (source: string) => { code: string };
  /** Judges what was frozen, and records it. */
  decide: (frozen: Frozen, statement: Statement) => Promise<Verdict>;
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
  gate(statement: GateStatement = {}): Promise<Verdict> {
    this.#verdict ??= this.#decide(newStatement(statement));
    return this.#verdict;
  }

  get commands(): HarnessCommands {
    return {
      benchmark: async (taskIds) => await this.#benchmark(taskIds),
      gate: async (statement) => {
        const again = this.#verdict !== undefined;
        const text = await this.#verdictText(statement);
        return again ? `${text}\n(one verdict an iteration: this is the one already given)` : text;
      },
      status: async () => this.#status(),
      record: async (figures) => await this.#record(figures),
    };
  }

  async #verdictText(statement: GateStatement | undefined): Promise<string> {
    const { experiment, split } = this.#options;
    const verdict = await this.gate(statement);
    const signals = verdict.signals.length === 0 ? [] : [codingAgentLine(verdict.signals)];
    return [...signals, verdictLine(verdict, scoreLabel(experiment, split.test))].join("\n");
  }

  async #decide(statement: Statement): Promise<Verdict> {
    const { tree, incumbent, strip, decide } = this.#options;
    return await decide(
      await freezeCandidate({ tree: tree.folder, before: this.#before, incumbent, strip }),
      statement,
    );
  }

  async #benchmark(taskIds: readonly string[] | undefined): Promise<string> {
    const { experiment, tree, split, strip, incumbent, signal } = this.#options;
    // The guard first: what is no plain file any more is not even read.
    const frozen = await freezeCandidate({ tree: tree.folder, before: this.#before, incumbent, strip });
    const compiled =
      frozen.kind === "refused" && (frozen.reason === "no-edit" || frozen.reason === "no-change")
        ? compileCandidate(incumbent, strip)
        : frozen;
    if (compiled.kind === "refused") return `nothing was run: ${compiled.reason}: ${compiled.detail}`;
    const only = taskIds === undefined || taskIds.length === 0 ? {} : { only: taskIds };
    try {
      const like =
        frozen.kind === "refused"
          ? null
          : await likeRefused(experiment, { candidate: frozen.candidate, incumbent, strip });
      const notes = like === null ? [] : [likeLine(like)];
      for (const text of notes) experiment.onEvent({ type: "log", text });
      const result = await runTrain(experiment, { candidate: compiled.candidate, tasks: split.train, ...only, signal });
      await publishTrain(experiment, tree.paths, { ...result, strip });
      await this.#admitWorkspace();
      const stopped = result.stopped === null ? [] : [`stopped: ${result.stopped}`];
      return [...notes, ...describeTrain(experiment, result), ...stopped, analysisLine].join("\n");
    } catch (error) {
      const known = harnessErrorOf(error);
      if (known?.code === "not-a-train-task") return `nothing was run: ${known.message}`;
      throw error;
    }
  }

  /** What the host itself wrote into the tree is no violation. */
  async #admitWorkspace(): Promise<void> {
    this.#before = admitTrainRun(this.#before, await snapshotTree(this.#options.tree.folder));
  }

  /** The person's results, not the tree's copy: an acceptance of this session stands there already. */
  async #record(figures: RecordFigures): Promise<{ agrees: boolean; text: string }> {
    const last = (await readResults(this.#options.experiment.layout.resultsFile)).at(-1);
    return last === undefined ? { agrees: false, text: "nothing is recorded yet" } : confirmRow(last, figures);
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
