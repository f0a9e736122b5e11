// What one trial needs, opened together and ahead of time where a slot allows it: the agent's box, and whatever the
// benchmark opens beside it.

import type { Judging, OpenContext, ServiceContext, SharedService, TrialEnvironment } from "../core/benchmark.ts";
import type { Sandbox, SandboxLabels } from "../core/sandbox.ts";
import type { SharedServices } from "./shared-services.ts";
import { isTraced } from "./trace.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";

export interface Boxes extends AsyncDisposable {
  environment: TrialEnvironment;
  /** Absent for oracle and nop, which need none. */
  agent: Sandbox | undefined;
  /** Another box like the agent's, for a task that runs its agent several times; owned as the first one is. */
  nextAgent(): Promise<Sandbox>;
  /** Nobody else's agent is in there: what stops in it was stopped by this one. */
  attributable: boolean;
}

export interface OpenBoxesOptions {
  job: string;
  /** The trial's name, on its boxes' labels. */
  trial: string;
  services: SharedServices;
  judging: Judging;
  /** Shares no service with other trials. */
  alone: boolean;
  signal: AbortSignal;
}

export async function openBoxes(
  plan: TrialPlan,
  context: TrialContext,
  { job, trial, services, judging, alone, signal }: OpenBoxesOptions,
): Promise<Boxes> {
  const { benchmark, provider, owner } = context;
  const labels = (role: SandboxLabels["role"]): SandboxLabels => ({ owner, job, trial, role });
  const opener = (own: Partial<SandboxLabels> = {}): OpenContext["openBox"] => {
    return async (spec, role) => await provider.open({ ...spec, labels: { ...labels(role), ...own } }, { signal });
  };
  await using undo = new AsyncDisposableStack();
  const shared: OpenContext["shared"] = async <S extends SharedService>(
    key: string,
    open: (context: ServiceContext) => Promise<S>,
    { lives }: { lives: "job" | "experiment" } = { lives: "job" },
  ): Promise<S> => {
    const common = { signal, alone, ...(provider.joinStack === undefined ? {} : { joinStack: provider.joinStack }) };
    if (alone) return undo.use(await open({ ...common, openBox: opener() }));
    const pool = lives === "job" ? services : context.services;
    const openBox = opener({ trial: key, ...(lives === "job" ? {} : { job: "experiment" }) });
    return await pool.get(key, async () => await open({ ...common, openBox }));
  };
  const openAgent = () => provider.open({ ...context.agentBox, labels: labels("agent") }, { signal });
  const { openProject } = provider;
  const opened = await Promise.allSettled([
    benchmark.open(plan.task, {
      ...{ trial, index: plan.index, openBox: opener(), judging, shared, signal },
      artifacts: isTraced(plan) && plan.hidden !== true,
      ...(openProject === undefined
        ? {}
        : { openProject: (spec, role) => openProject({ ...spec, labels: labels(role) }, { signal }) }),
    }),
    plan.agent.kind === "candidate" ? openAgent() : undefined,
  ]);
  const [environment, agent] = opened;
  if (environment.status === "fulfilled") undo.use(environment.value);
  if (agent.status === "fulfilled" && agent.value !== undefined) undo.use(agent.value);
  if (environment.status === "rejected") throw environment.reason;
  if (agent.status === "rejected") throw agent.reason;
  context.watch?.opened();
  const owned = undo.move();
  return {
    environment: environment.value,
    agent: agent.value,
    nextAgent: async () => owned.use(await openAgent()),
    attributable: benchmark.ownBox || alone,
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
