// What a model wants back with its own tool calls, and a box's protocol has no room for: reasoning, its signatures.
// It is kept by the id of a call, and put back where that call stands in the conversation.

const mostEntries = 2000;

export class Carried {
  readonly #byCall = new Map<string, unknown>();

  keep(callId: string, value: unknown): void {
    this.#byCall.delete(callId);
    this.#byCall.set(callId, value);
    const [oldest] = this.#byCall.keys();
    if (this.#byCall.size > mostEntries && oldest !== undefined) this.#byCall.delete(oldest);
  }

  of(callId: string): unknown {
    return this.#byCall.get(callId);
  }
}
