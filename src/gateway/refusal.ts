// Why a call of a box is not passed on.

export interface Refusal {
  kind: "refused";
  status: number;
  /** Stable; those that end in `_not_allowed` stand on the trace as refused. */
  code: string;
  message: string;
  /** Counts as asking for what is not allowed, and is noted on the trial; else it is a plain mistake. */
  counts: boolean;
}

export function refuse(status: number, code: string, message: string): Refusal {
  return { kind: "refused", status, code, message, counts: true };
}

export function mistake(code: string, message: string): Refusal {
  return { kind: "refused", status: 400, code, message, counts: false };
}

/** What a box sent, short enough for a note. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
