// Public names.

export { type CandidateMethod, type RunCandidateOptions, runCandidate } from "./channel/run-candidate.ts";
export {
  type AgentPhase,
  type Benchmark,
  type BoxSpec,
  defineBenchmark,
  type LoadContext,
  type OpenContext,
  type Task,
  type TrialEnvironment,
} from "./core/benchmark.ts";
export { type CodingAgent, defineCodingAgent, type ProposeContext } from "./core/coding-agent.ts";
export { exitCodes, type Fault, faultOf, HarnessError } from "./core/fault.ts";
export type { Upstream, Usage } from "./core/model.ts";
export type { Sandbox, SandboxProvider, SandboxSpec } from "./core/sandbox.ts";
export type { Session } from "./core/session.ts";
export type { AgentEnd, Outcome, TraceEvent, TrialRecord } from "./core/trial.ts";
export type { Verification } from "./core/verification.ts";
export { answerLine } from "./gate/answer-line.ts";
export { decideDefault } from "./gate/decide.ts";
export type { DefaultAnswer, DefaultRequest, StrictSeedAnswer, StrictSeedRequest } from "./gate/protocol.ts";
export { decideStrictSeed } from "./gate/strict-seed.ts";
