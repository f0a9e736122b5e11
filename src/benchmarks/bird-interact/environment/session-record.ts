// What a session leaves for the host: who said what, and every call with its price. Never the ground truth.

export interface CallRecord {
  tool: string;
  args: Record<string, unknown>;
  result: string;
  cost: number;
  budgetBefore: number;
  budgetAfter: number;
}

const maxCalls = 2000;
const maxArgument = 20_000;

export class SessionRecord {
  readonly #dialogue: Array<{ role: "agent" | "user"; content: string }> = [];
  readonly #trajectory: CallRecord[] = [];
  readonly #notes = new Set<string>();
  #left = 0;

  get notes(): string[] {
    const left = this.#left === 0 ? [] : [`${this.#left} further calls are not on the record`];
    return [...this.#notes, ...left];
  }

  say(role: "agent" | "user", content: string): void {
    if (content !== "") this.#dialogue.push({ role, content });
  }

  call(record: CallRecord): void {
    if (this.#trajectory.length >= maxCalls) {
      this.#left += 1;
      return;
    }
    const args = Object.fromEntries(
      Object.entries(record.args).map(([name, value]) => [name, typeof value === "string" ? cut(value) : value]),
    );
    this.#trajectory.push({ ...record, args });
  }

  note(line: string): void {
    this.#notes.add(line);
  }

  /** As bytes of JSON. */
  encode(): Uint8Array {
    return Buffer.from(JSON.stringify({ dialogue: this.#dialogue, trajectory: this.#trajectory }), "utf8");
  }
}

function cut(text: string): string {
  return text.length <= maxArgument ? text : `${text.slice(0, maxArgument)}… (${text.length} characters)`;
}
