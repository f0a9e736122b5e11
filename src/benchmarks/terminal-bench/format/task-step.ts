import type { VerifierSpec } from "../verification/verifier-spec.ts";
import type { TaskNetwork } from "./network-policy.ts";
import type { Artifact, CollectHook, EnvironmentTable, Healthcheck } from "./task-schema-parts.ts";

/** One instruction and its judgement: a whole task, or a part of one with [[steps]]. */
export interface TaskStep {
  /** "" where the task has no [[steps]]. */
  name: string;
  instruction: string;
  agentTimeoutMs: number;
  /** The agent's, name or number; undefined: the box's own. */
  agentUser: string | undefined;
  /** Files that are put into the working folder before the agent comes; null: none. */
  workdirFolder: string | null;
  /** The step's own, after its files are there. */
  healthcheck: Healthcheck | undefined;
  /** Folder with solve.sh; null: none. */
  solution: string | null;
  verifier: VerifierSpec;
  /** The box of its own that the verifier works in; null: it works in the agent's. */
  verifierBox: VerifierBox | null;
  collect: readonly CollectHook[];
  artifacts: readonly Artifact[];
  /** What each reward must reach for the next step to follow; null: it always does. */
  minRewards: Readonly<Record<string, number>> | null;
  agentNetwork: TaskNetwork;
  verifierNetwork: TaskNetwork;
}

export interface VerifierBox {
  /** Absolute; the build's context where there is one. */
  folder: string;
  /** Of that folder's content and the image's name. */
  digest: string;
  table: EnvironmentTable;
}
