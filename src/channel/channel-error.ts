// What can go wrong on a channel: the frames themselves, or one call of many. Shared by host and box.

export type ChannelErrorCode = "malformed-frame" | "overlong-frame" | "flood" | "closed" | "broken";

/** The channel as a whole is unusable. `closed`: the other side ended it; `broken`: the stream failed underneath. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly code: ChannelErrorCode;

  constructor(code: ChannelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** One call failed; the channel lives. `code` is stable and travels. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Also of another bundle's class: an interface that is loaded from packages/ has its own copy. */
export function isCallError(error: unknown): error is CallError {
  return error instanceof Error && error.name === "CallError" && "code" in error && typeof error.code === "string";
}
