// The benchmark contract: a plug-in says which tasks there are, opens what a trial needs, runs an agent in it and judges.

import type { z } from "zod";
import type { ModelHandler } from "./model.ts";
import type { ImageSource, MainProcess, Sandbox, SandboxProvider, SandboxRole, SandboxSpec } from "./sandbox.ts";
import type { ProjectSpec, SandboxProject } from "./sandbox-group.ts";
import type { Session } from "./session.ts";
import type { AgentEnd, OracleFacts, TraceEvent } from "./trial.ts";
import type { Verification } from "./verification.ts";

export interface Task {
  /** Stable and unique in its dataset. */
  id: string;
  /** Hex SHA-256 of everything but agent and models that can change a result: the author's files, the options. */
  digest: string;
  agentTimeoutMs: number;
  verifierTimeoutMs: number;
  /** Has a reference solution. */
  oracle: boolean;
  /** Where a person would mend it, absolute; left out where it is no file of its author's. */
  file?: string;
  /** What a reader must know of how the task was read, such as unknown keys by name. */
  notes: readonly string[];
  /** Where the benchmark has a split of its own. */
  split?: "train" | "test";
  /** What doing nothing earns, where that is known. */
  floor?: number;
  /** How often its agent runs in one trial, each time in a new box; left out: once. */
  agentRuns?: number;
  /** Values of the host's that its boxes are given, and that nothing may keep. */
  secrets?: readonly string[];
  /** How its state is judged; left out: the benchmark has one way only. */
  verification?: VerificationPolicy;
  /** What a check has shown and its dataset has kept. */
  oracleFacts?: OracleFacts;
  /** By what others know it, such as where it was fetched from and a digest of theirs; never for a coding agent's eyes. */
  facts?: Readonly<Record<string, string>>;
}

/**
 * auto: in a copy of the agent's box wherever that gives what the reference solution has earned. fresh: in a copy,
 * whatever was left running. shared: in the agent's box, as Harbor does.
 */
export type VerificationPolicy = "auto" | "fresh" | "shared";

/** Who worked. forger: it writes the reward itself and does nothing else. */
export type TrialAgentKind = "candidate" | "oracle" | "nop" | "forger";

/** What a trial's state may be judged by. */
export interface Judging {
  agent: TrialAgentKind;
  /** What the reference solution has shown so far; null: nothing. */
  known: OracleFacts | null;
  /** Judge it in every way there is, for a check. */
  everyWay: boolean;
}

/** A task that can't be read. A `dataset-invalid` fault may have a list of them in its context, as `invalid`. */
export interface InvalidTask {
  id: string;
  /** Absolute; null where it is no file of its author's. */
  file: string | null;
  problem: string;
}

export interface AgentPhase {
  /** The agent's box, already open, its runtime waiting for the first message. */
  agent: MainProcess;
  /** Ends the agent's box and opens another one like it, for a task that runs its agent several times. */
  nextAgent: () => Promise<MainProcess>;
  /** agent.ts with its types stripped. */
  candidate: string;
  model: { name: string; reasoningEffort: string | null; handler: ModelHandler };
  /** The simulated user's model; null where the benchmark has no such user. */
  user: { name: string; handler: ModelHandler } | null;
  limits: { agentTimeoutMs: number };
  /** Milliseconds so far in which a model call waited for its provider: limits of time stand meanwhile. */
  waitedMs: () => number;
  onEvent: (event: TraceEvent) => void;
  signal: AbortSignal;
}

/** What one trial works in, beside the agent's box. Opened for it, closed by it. */
export interface TrialEnvironment extends AsyncDisposable {
  /** Lines about its images that stand on the record, such as a replaced base image. */
  readonly notes: readonly string[];
  /** Runs the candidate to its end; throws infrastructure faults only. */
  run(phase: AgentPhase): Promise<AgentEnd>;
  /** Applies the reference solution in place of an agent; only for tasks that have one. */
  runOracle?(options: { signal: AbortSignal }): Promise<AgentEnd>;
  /** Judges what is there now, once the agent is gone; throws infrastructure faults only. */
  verify(options: { signal: AbortSignal }): Promise<Verification>;
  /** Writes the reward itself, where a dishonest agent would, for a check. Optional ability. */
  runForger?(options: { signal: AbortSignal }): Promise<AgentEnd>;
}

/** A box as a benchmark asks for it; the trial adds labels. */
export type BoxSpec = Omit<SandboxSpec, "labels">;

export interface TaskBoxes {
  boxes: readonly BoxSpec[];
  /** They are services of one compose project. */
  project: boolean;
  /** The key by which the agent runs in the first of them, and so can't be anywhere else. */
  agentInside?: string;
}

/** What several trials of a job use at once, such as a simulator. */
export interface SharedService extends AsyncDisposable {
  /** Why it can't be used any more: the next trial gets a new one. */
  readonly lost: string | null;
}

/** What the opener of a shared service gets. */
export interface ServiceContext extends Pick<OpenContext, "openBox" | "signal"> {
  /** The service is for one trial alone, so that whose doing a break is can be told. */
  readonly alone?: boolean;
  /** Where the provider has this ability. */
  readonly joinStack?: NonNullable<SandboxProvider["joinStack"]>;
}

export interface OpenContext {
  /** Random; names the trial without telling anything of its task. */
  trial: string;
  /** 0-based index of the repetition within its step. */
  index: number;
  openBox(spec: BoxSpec, role: SandboxRole): Promise<Sandbox>;
  /** Left out: a candidate, of whose task nothing is known. */
  judging?: Judging;
  /** What the task publishes is to be kept: a train trial's, never a test's. */
  artifacts?: boolean;
  /** Where the provider has this ability. */
  openProject?(spec: Omit<ProjectSpec, "labels">, role: SandboxRole): Promise<SandboxProject>;
  /**
   * The service of this key, opened by whoever asks first and closed with the job, or with the experiment. A trial
   * that was void twice gets one of its own, so that whose doing a third break is can be told. Boxes that its opener
   * opens outlive the trial; those on the internal network see each other.
   */
  shared<S extends SharedService>(
    key: string,
    open: (context: ServiceContext) => Promise<S>,
    options?: { lives: "job" | "experiment" },
  ): Promise<S>;
  signal: AbortSignal;
}

export interface LoadContext {
  /** Where relative paths of the config start. */
  root: string;
  /** Where what is made once may be kept between starts. */
  cacheFolder: string;
  /** A line that a person should read, such as a key that changes nothing. */
  say: (line: string) => void;
  /** Ids the config leaves in; the others are not even read. */
  wanted: (id: string) => boolean;
  /** To be checked: those that are in quarantine too. */
  checking?: boolean;
  /** Lends a box for what only a program in it can tell, such as which tasks there are. Left out: there is no engine. */
  withBox?<R>(spec: BoxSpec, use: (session: Session) => Promise<R>): Promise<R>;
  /** A variable of the host's, for those that the config names; undefined where it is not set. */
  variable?: (name: string) => string | undefined;
  signal: AbortSignal;
}

/** What a task says and expects, as text: to find it again where it should not be. Host only. */
export interface TaskTexts {
  instruction?: string;
  /** Of reference solution, verifier or ground truth. */
  expected?: readonly string[];
}

/** What a reader of a score must know of how it came about. */
export interface ScoreFacts {
  /** Few words that stand behind every score; "" for none. */
  label: string;
  /** By name, such as versions and hashes, for the places that have room. */
  facts: Readonly<Record<string, string>>;
}

export interface Benchmark<Options = unknown, T extends Task = Task> {
  readonly name: string;
  /** Its keys of the config. */
  readonly options: z.ZodObject & z.ZodType<Options>;
  /** The folder of the agent's image below images/. */
  readonly agentImage: string;
  /** Plays a user with a model of the user's own, which the config must then name. */
  readonly simulatesUser: boolean;
  /** Throws config faults that name the task and the key. */
  load(options: Options, context: LoadContext): Promise<T[]>;
  /** What must be built or pulled before a trial of the task, the agent's image aside; part of its key. */
  images(task: T): readonly ImageSource[];
  /** What a trial of the task opens, so that a provider can say whether it is able to. Left out: plain boxes. */
  boxes?(task: T): TaskBoxes;
  /** Why its services need a Docker engine. Left out: it has none. */
  readonly engineOnly?: string;
  /** Has one box per task, which the agent works in: a box that breaks was broken by the agent. */
  readonly ownBox: boolean;
  /** Every reference solution must earn 1 before a baseline counts: the data come from somewhere else. */
  readonly selfCheck?: boolean;
  /** Opens what a trial needs. Throws infrastructure and task faults, and undoes everything then. */
  open(task: T, context: OpenContext): Promise<TrialEnvironment>;
  /** Optional ability. Reads what is on the host already; never for a coding agent's eyes. */
  texts?(task: T): Promise<TaskTexts>;
  /** The dataset's own name: agent template and supplement are looked for by it before the benchmark's name. */
  ownName?(options: Options): string;
  scoreFacts?(options: Options, tasks: readonly T[], models: { user: string | null }): ScoreFacts;
}

export function defineBenchmark<Options, T extends Task>(benchmark: Benchmark<Options, T>): Benchmark<Options, T> {
  return benchmark;
}
