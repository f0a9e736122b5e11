import type { SourceText } from "./read-texts.ts";

export const signalKinds = [
  ...(["names-model", "names-effort", "names-task", "quotes-instruction", "encoded-blob", "expected-output"] as const),
] as const;

export type SignalKind = (typeof signalKinds)[number];

/** A task as the host knows it. */
export interface KnownTask {
  id: string;
  /** A task that is not known to be a train task is a test task here. */
  side: "train" | "test";
  instruction?: string | undefined;
  /** Texts that hold what is expected: a reference solution, a verifier, rows of ground truth. */
  expected?: readonly string[] | undefined;
}

/** One thing that a search found. */
export interface Finding {
  kind: SignalKind;
  /** What was found, so that it is known again in another version of the file. */
  subject: string;
  detail: string;
  task: KnownTask | null;
  text: Pick<SourceText, "line">;
  /** As it stands in the source where it is not written in pieces; "" where that can't be said. */
  snippet: string;
}
