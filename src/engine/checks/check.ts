import type Dockerode from "dockerode";
import type { EngineAddress } from "../find-engine.ts";
import type { HostFacts } from "../host-facts.ts";
import type { RunCommand } from "../steps.ts";

export interface CheckResult {
  name: string;
  /** missing: nothing runs without it. warn: something is slower or not possible. */
  status: "ok" | "warn" | "missing";
  detail: string;
  /** What to type or do. */
  todo?: string;
}

export interface KnownKey {
  /** Of its variable. */
  name: string;
  set: boolean;
  /** What the config names that can't do without it, such as "agent_model gpt-5.2". */
  neededBy?: readonly string[];
}

/** What a check may look at; gathered once. */
export interface CheckScene {
  signal: AbortSignal;
  facts: HostFacts;
  run: RunCommand;
  /** named: DOCKER_HOST or a context says where it is, so it is not for us to start another. */
  engine: { docker: Dockerode; address: EngineAddress } | { why: string; named: boolean };
  keys: readonly KnownKey[];
  /** Why it is not known which keys are needed: a config that can't be read. */
  configProblem?: string;
  /** The public hub, asked through the engine: one answer for every check that needs it. */
  registry: () => Promise<{ reachable: true } | { reachable: false; why: string }>;
}

export type Check = (scene: CheckScene) => Promise<CheckResult>;
