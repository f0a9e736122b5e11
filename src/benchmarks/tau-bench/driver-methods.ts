// What the driver may ask of the host. Each question about a conversation names its session, and goes there.

import { z } from "zod";
import { CallError } from "../../channel/channel-error.ts";
import type { MethodAnswer, Methods } from "../../channel/method.ts";
import {
  closeParams,
  modelParams,
  type Opening,
  openParams,
  type Ready,
  readyParams,
  refusedParams,
  type TurnMessage,
  turnParams,
} from "./wire.ts";

/** What a conversation does for the driver. */
export interface DriverSession {
  /** Its run was sent: from now on the driver may be expected to speak. */
  started(): void;
  open(opening: Opening): void;
  turn(messages: readonly TurnMessage[], options: { signal: AbortSignal }): Promise<unknown>;
  /** The conversation is over, and about to be judged. */
  close(termination: string | null): void;
  model(path: string, body: Uint8Array, options: { signal: AbortSignal }): Promise<MethodAnswer>;
}

export interface DriverListener {
  onReady(ready: Ready): void;
  onRefused(refused: { code: string; message: string }): void;
  /** The session of that name, where it is under way. */
  session(name: string): DriverSession | undefined;
}

/** Answers CallError "bad-call" to what is not in the protocol, "unknown-session" to what is under way no more. */
export function driverMethods({ onReady, onRefused, session }: DriverListener): Methods {
  function sessionOf({ session: name }: { session: string }): DriverSession {
    const found = session(name);
    if (found === undefined) throw new CallError("unknown-session", "no such conversation is under way");
    return found;
  }
  const done: MethodAnswer = { result: null };
  return {
    async ready(params) {
      onReady(checked(readyParams, params));
      return done;
    },
    async refused(params) {
      onRefused(checked(refusedParams, params));
      return done;
    },
    async open(params) {
      const { session: name, ...opening } = checked(openParams, params);
      sessionOf({ session: name }).open(opening);
      return done;
    },
    async turn(params, _body, options) {
      const turn = checked(turnParams, params);
      return { result: await sessionOf(turn).turn(turn.messages, options) };
    },
    async close(params) {
      const close = checked(closeParams, params);
      sessionOf(close).close(close.termination ?? null);
      return done;
    },
    async model(params, body, options) {
      const call = checked(modelParams, params);
      return await sessionOf(call).model(call.path, body, options);
    },
  };
}

function checked<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new CallError("bad-call", z.prettifyError(parsed.error).slice(0, 1000));
}
