// Judges what an agent left in one step: collect hooks, what the task publishes, then its verifier.

import type { Judging, OpenContext } from "../../../core/benchmark.ts";
import type { Session } from "../../../core/session.ts";
import type { Verification } from "../../../core/verification.ts";
import { redact } from "../../../lib/redact.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";
import { type Collected, collectArtifacts, filesOf, gradedLimits, keptLimits } from "../trial/collect-artifacts.ts";
import { runCollectHooks } from "../trial/collect-hooks.ts";
import { makeLogFolders } from "../trial/log-folders.ts";
import type { TaskBox } from "../trial/task-box.ts";
import { verifySeparately } from "./separate-verifier.ts";
import { verifyState } from "./verify-state.ts";

export interface JudgeOptions {
  /** Another step follows in the box. */
  goesOn: boolean;
  /** Called when hooks and artifacts are done: the verifier may reach something else than they. */
  beforeVerifier: () => Promise<void>;
  signal: AbortSignal;
}

/** Throws infrastructure faults, and task faults of boxes and services. */
export async function judgeStep(
  task: TerminalTask,
  step: TaskStep,
  box: TaskBox,
  context: OpenContext,
  { goesOn, beforeVerifier, signal }: JudgeOptions,
): Promise<Verification> {
  const sessionOf = (service: string) => box.session(service);
  const hookNotes = await runCollectHooks(step.collect, sessionOf, { signal });
  // Before tests are brought: what the agent has left running could put them among what is kept of its trial.
  const collected = await collect(step, sessionOf, context, { signal });
  await beforeVerifier();
  const verification =
    step.verifierBox === null
      ? await verifyState(
          {
            ...{ spec: step.verifier, box, goesOn },
            policy: task.verification ?? "auto",
            judging: context.judging ?? unknown,
            workdir: task.toml.environment.workdir,
          },
          { signal },
        )
      : await verifySeparately(task, step, collected ?? nothing, context, { signal });
  if (goesOn) await clearAway(step, box.main.session, { signal });
  return {
    ...verification,
    output: redact(verification.output, task.secrets),
    notes: [...hookNotes, ...(collected?.notes ?? []), ...verification.notes].filter(
      (note) => !box.notes.includes(note),
    ),
    ...(collected === null || context.artifacts !== true ? {} : { artifacts: filesOf(collected) }),
  };
}

const unknown: Judging = { agent: "candidate", known: null, everyWay: false };
const nothing: Collected = { manifest: [], parts: [], notes: [] };

/** null: nobody wants it. */
async function collect(
  { artifacts, verifierBox }: TaskStep,
  sessionOf: (service: string) => Session,
  context: Pick<OpenContext, "artifacts">,
  { signal }: { signal: AbortSignal },
): Promise<Collected | null> {
  if (verifierBox === null && context.artifacts !== true) return null;
  const limits = verifierBox === null ? keptLimits : gradedLimits;
  return await collectArtifacts(artifacts, sessionOf, { limits, signal });
}

/** The next agent finds neither tests nor rewards nor what was published before it. */
async function clearAway(
  { verifierBox }: TaskStep,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const folders = ["/logs/verifier", "/logs/artifacts", "/logs/agent", ...(verifierBox === null ? ["/tests"] : [])];
  await session.exec(["rm", "-rf", ...folders], { signal, user: "root" });
  await makeLogFolders(session, { signal });
}
