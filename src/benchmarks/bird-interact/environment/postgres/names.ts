// Names of what an environment makes in a Postgres that it may share: a random run id and a counter, whatever the task.

import { randomBytes } from "node:crypto";

/** The run id of a database or role of ours; null for anybody else's. */
export function runOfName(name: string): string | null {
  return /^bird_([0-9a-f]{12})_/.exec(name)?.[1] ?? null;
}

/** The key of the lock that an environment holds as long as it lives. */
export function lockKeyOf(run: string): string {
  return BigInt(`0x${run}`).toString();
}

export class Names {
  readonly run: string;
  #last = 0;

  constructor(run: string = randomBytes(6).toString("hex")) {
    this.run = run;
  }

  /** Needs no quoting in SQL, and has less than 63 bytes. */
  next(kind: "base" | "clone" | "reader" | "gold" | "owner" | "tester"): string {
    this.#last += 1;
    return `bird_${this.run}_${kind}_${this.#last}`;
  }

  /** Roles that nobody logs in as: one may read all that templates hold, the other owns it. */
  get readers(): string {
    return `bird_${this.run}_readers`;
  }

  get owners(): string {
    return `bird_${this.run}_owners`;
  }
}
