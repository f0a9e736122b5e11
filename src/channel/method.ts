// What one side offers to the other, and how much of it at once.

import type { RequestLimits } from "./request-slots.ts";

export interface MethodAnswer {
  /** JSON. */
  result: unknown;
  body?: Uint8Array | AsyncIterable<Uint8Array>;
}

/** A thrown CallError travels with its code, anything else as "failed". `signal` aborts when the asker cancels. */
export type Method = (params: unknown, body: Uint8Array, options: { signal: AbortSignal }) => Promise<MethodAnswer>;

export type Methods = Readonly<Record<string, Method>>;

/** A body in either direction. */
export const maxBodyBytes = 32 * 1024 * 1024;

/** What one side may have under way; our own runtime waits rather than exceed it. */
export const requestLimits: RequestLimits = { requests: 64, bytes: 64 * 1024 * 1024 };
