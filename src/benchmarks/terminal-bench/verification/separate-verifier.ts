// A verifier in a box of its own: of what the agent left it sees what the task declares, and nothing else.

import type { OpenContext } from "../../../core/benchmark.ts";
import type { Session } from "../../../core/session.ts";
import type { Verification } from "../../../core/verification.ts";
import { packTarEntries, type TarEntry } from "../../../lib/tar-entries.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";
import type { Collected } from "../trial/collect-artifacts.ts";
import { openTaskBox } from "../trial/task-box.ts";
import { verifyTask } from "./verify.ts";

/** The boxes that verifiers of a task work in, as tasks of which only the environment counts. */
export function verifierTasks(task: TerminalTask): TerminalTask[] {
  return task.steps.flatMap((step) => verifierTask(task, step) ?? []);
}

/** Throws infrastructure and task faults of the box; the verifier's own end is a verification. */
export async function verifySeparately(
  task: TerminalTask,
  step: TaskStep,
  { parts }: Collected,
  context: Pick<OpenContext, "openBox" | "openProject">,
  { signal }: { signal: AbortSignal },
): Promise<Verification> {
  const own = verifierTask(task, step);
  if (own === null) throw new Error(`the verifier of ${task.id} has no box of its own`);
  await using box = await openTaskBox(own, { ...context, signal });
  const { session } = box.main;
  await putParts(parts, session, { signal });
  const verification = await verifyTask(step.verifier, session, { signal });
  return {
    ...verification,
    notes: [...box.notes, ...verification.notes],
    verification: { mode: "separate", reasons: ["the task declares it"], flags: [] },
  };
}

/** Where they were in the agent's box, in place of what the image has there. */
async function putParts(
  parts: Collected["parts"],
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  if (parts.length === 0) return;
  const folders = parts.filter(({ entries }) => !entries.some(({ path }) => path === "")).map(({ source }) => source);
  const empty = 'for folder do rm -rf "$folder"; mkdir -p "$folder"; chmod 777 "$folder"; done';
  await session.exec(["sh", "-c", empty, "sh", ...folders], { signal, user: "root" });
  const entries = parts.flatMap(({ source, entries: inside }) =>
    inside.map((entry): TarEntry => {
      const path = entry.path === "" ? source : `${source}/${entry.path}`;
      return { ...entry, path: path.replace(/^\/+/, "") };
    }),
  );
  await session.putArchive("/", await packTarEntries(entries), { signal });
}

function verifierTask(task: TerminalTask, { verifierBox, verifierNetwork, name }: TaskStep): TerminalTask | null {
  if (verifierBox === null) return null;
  const { folder, digest, table } = verifierBox;
  // One network from the start: nobody else works in there.
  const network =
    typeof verifierNetwork === "string"
      ? {
          network_mode: verifierNetwork === "none" ? ("no-network" as const) : ("public" as const),
          allowed_hosts: undefined,
        }
      : { network_mode: "allowlist" as const, allowed_hosts: [...verifierNetwork.allow] };
  return {
    ...task,
    id: name === "" ? `${task.id}-verifier` : `${task.id}-${name}-verifier`,
    environmentFolder: folder,
    environmentDigest: digest,
    compose: folder === task.environmentFolder ? task.compose : null,
    toml: { ...task.toml, environment: { ...table, ...network } },
    steps: [],
  };
}
