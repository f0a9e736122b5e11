// One state judged: in the agent's own box, or in a copy of it; with what a reader must know of that.

import type { Judging, VerificationPolicy } from "../../../core/benchmark.ts";
import { harnessErrorOf } from "../../../core/fault.ts";
import type { CopyOptions, Sandbox } from "../../../core/sandbox.ts";
import type { VerificationRecord } from "../../../core/trial.ts";
import type { Verification } from "../../../core/verification.ts";
import type { TaskBox } from "../trial/task-box.ts";
import { changedSystemFiles } from "./system-files.ts";
import type { ModeChoice } from "./verification-mode.ts";
import type { VerifierSpec } from "./verifier-spec.ts";
import { type StagedTests, verifyTask } from "./verify.ts";

export interface State {
  spec: VerifierSpec;
  box: Pick<TaskBox, "main" | "composed">;
  policy: VerificationPolicy;
  judging: Judging;
  /** Where the task's own work lies, absolute; left out: nowhere in particular. */
  workdir: string | undefined;
  /** Another step follows in this box. */
  goesOn: boolean;
}

export const notCopyable: ModeChoice = {
  mode: "shared",
  reasons: ["a part of the box's files is in a volume or in memory, which a copy would lack"],
};

/** Whether the box could be started anew: as good as a copy where nothing of it is needed any more, and cheaper. */
export async function restarted(box: Sandbox, options: { signal: AbortSignal }): Promise<boolean> {
  if (box.restart === undefined) return false;
  try {
    await box.restart(options);
    return true;
  } catch (error) {
    if (harnessErrorOf(error)?.code === "not-copyable") return false;
    throw error;
  }
}

/** null: a part of its files would not come along. Its owner is the box that it is a copy of. */
export async function copyOf(
  box: Sandbox,
  keep: CopyOptions["keep"],
  { signal }: { signal: AbortSignal },
): Promise<Sandbox | null> {
  try {
    return (await box.copy?.({ keep, signal })) ?? null;
  } catch (error) {
    if (harnessErrorOf(error)?.code === "not-copyable") return null;
    throw error;
  }
}

export async function judgeInPlace(
  state: State,
  left: readonly string[],
  { mode, reasons }: ModeChoice,
  options: { signal: AbortSignal; staged?: StagedTests | undefined },
): Promise<Verification> {
  const changed = await flaggedChanges(state, state.box.main, options);
  const verification = await verifyTask(state.spec, state.box.main.session, options);
  const note = left.length === 0 ? [] : [`shared, processes left: ${listed(left)}`];
  return described(verification, { mode, reasons, left: left.length > 0, changed }, note);
}

export async function judgeCopy(
  state: State,
  copy: Sandbox,
  left: readonly string[],
  { mode, reasons }: ModeChoice,
  options: { signal: AbortSignal },
): Promise<Verification> {
  const changed = await flaggedChanges(state, copy, options);
  const verification = await verifyTask(state.spec, copy.session, options);
  // Else it closes with the box that it is a copy of: a task of many steps would have as many copies.
  if (state.goesOn) await copy[Symbol.asyncDispose]();
  const note =
    left.length === 0
      ? []
      : [`verified ${mode}; ${mode === "fresh" ? "stopped" : "left running beside it"}: ${listed(left)}`];
  return described(verification, { mode, reasons, left: false, changed }, note);
}

/** Files that the verifier's programs are made of and that are not the image's; the oracle's own are left out. */
export async function systemChanges(
  { workdir, judging }: Pick<State, "workdir" | "judging">,
  box: Sandbox,
  options: { signal: AbortSignal },
): Promise<string[]> {
  const changes = (await box.changes?.(options)) ?? [];
  return changedSystemFiles(changes, { workdir, expected: judging.known?.changes ?? [] });
}

/** What the reference solution changes is what the task is about. */
async function flaggedChanges(state: State, box: Sandbox, options: { signal: AbortSignal }): Promise<string[]> {
  return state.judging.agent === "oracle" ? [] : await systemChanges(state, box, options);
}

function described(
  verification: Verification,
  { mode, reasons, left, changed }: ModeChoice & { left: boolean; changed: readonly string[] },
  note: readonly string[],
): Verification {
  const record: VerificationRecord = {
    ...{ mode, reasons },
    flags: [...(left ? ["processes-left" as const] : []), ...(changed.length > 0 ? ["system-changed" as const] : [])],
  };
  const notes = [...note, ...verification.notes, ...changedNote(changed)];
  return { ...verification, notes, verification: record };
}

function changedNote(changed: readonly string[]): string[] {
  if (changed.length === 0) return [];
  const more = changed.length > 4 ? ` and ${changed.length - 4} more` : "";
  return [`system files changed, which the verifier may use: ${changed.slice(0, 4).join(", ").slice(0, 300)}${more}`];
}

function listed(processes: readonly string[]): string {
  return processes.slice(0, 5).join("; ").slice(0, 300);
}
