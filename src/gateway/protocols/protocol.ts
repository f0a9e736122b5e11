// What the gateway must know of a protocol, be it a box's or an upstream's.

import type { Json } from "../json.ts";
import type { Pins } from "../pins.ts";
import type { CallTokens } from "../prices.ts";
import type { Refusal } from "../refusal.ts";

export interface ProtocolSpec {
  /** The request as it may go on: nothing that changes the price, reaches out or unpins; a refusal else. */
  check(body: Json, pins: Pins): Json | Refusal;
  /** Whether a JSON answer with a success's status is one. */
  isAnswer(answer: unknown): boolean;
  /** What a whole answer says that it used; undefined if nothing. */
  tokensOf(answer: unknown): CallTokens | undefined;
  /** Reads a stream beside its passing. */
  meter(): StreamMeter;
  errorBody(error: ProtocolError): Json;
  /** One event of a stream as bytes. */
  encode(event: Json): Uint8Array;
  /** The events that end a stream which broke. */
  encodeBroken(error: ProtocolError): Uint8Array;
  /** What stands after the last event; empty for nothing. */
  readonly end: Uint8Array;
}

export interface ProtocolError {
  status: number;
  code: string;
  message: string;
}

export interface StreamMeter {
  /** `data` as it came, `event` parsed; throws where the event reports an error. */
  see(data: string, event: unknown): void;
  /** As the upstream has reported them; undefined when it has not yet. */
  tokens(): CallTokens | undefined;
  /** Characters of text and tool arguments so far. */
  outputChars(): number;
  /** The answer has come to its end. */
  complete(): boolean;
}

/** Thrown by a meter for an error that the upstream reports inside a stream. */
export function reportedError(): Error {
  return new Error("the upstream reported an error inside the stream");
}
