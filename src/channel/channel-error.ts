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
