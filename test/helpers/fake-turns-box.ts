// An agent's box whose runtime does as a test says, at the host's end of the channel: what the host sent it is kept whole.

import { PassThrough } from "node:stream";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import { openPeer, type Peer } from "../../src/channel/peer.ts";
import type { MainProcess } from "../../src/core/sandbox.ts";

export interface FakeTurnsBox {
  main: MainProcess;
  /** Everything that came in, in order: method and parameters, or the answer to a turn. */
  received: { start: Record<string, unknown> | null; turns: unknown[] };
  exit(exitCode: number, outOfMemory?: boolean): void;
  write(bytes: Uint8Array): void;
}

export type TurnPlay = (context: {
  turn: (reply: unknown) => Promise<unknown>;
  peer: Peer;
  box: FakeTurnsBox;
}) => Promise<void>;

/** `play` is the agent: it asks for turns with its replies. When it returns, the box has finished. */
export function fakeTurnsBox(play: TurnPlay): FakeTurnsBox {
  const exited = Promise.withResolvers<{ exitCode: number; outOfMemory: boolean }>();
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const box: FakeTurnsBox = {
    main: { ...streams, exited: exited.promise },
    received: { start: null, turns: [] },
    exit(exitCode, outOfMemory = false) {
      streams.stdout.end();
      streams.stderr.end();
      exited.resolve({ exitCode, outOfMemory });
    },
    write: (bytes) => void streams.stdout.write(bytes),
  };
  const signal = new AbortController().signal;
  const peer = openPeer({
    ...{ input: streams.stdin, output: streams.stdout, receive: toBox, send: fromBox },
    methods: {
      async start(params) {
        box.received.start = params as Record<string, unknown>;
        const turn = async (reply: unknown) => {
          const { result } = await peer.request("turn", { reply }, { signal });
          box.received.turns.push(result);
          return result;
        };
        await play({ turn, peer, box });
        return { result: null };
      },
    },
  });
  void peer.request("ready", {}, { signal }).catch(() => {});
  return box;
}

/** Answers every turn with what `reply` gives, until it is told that the conversation is over. */
export function answering(reply: (messages: readonly unknown[], count: number) => unknown): TurnPlay {
  return async ({ turn }) => {
    let next: unknown = null;
    for (let count = 0; ; count++) {
      const given = (await turn(next)) as { messages?: readonly unknown[] };
      if (given.messages === undefined) return;
      next = await reply(given.messages, count);
    }
  };
}

export const text = (content: string): unknown => ({ content, toolCalls: [] });
export const call = (n: unknown, id = "call-1", name = "double"): unknown => ({
  content: null,
  toolCalls: [{ id, name, arguments: { n } }],
});
