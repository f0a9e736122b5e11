// A box's main process with a tape that sees every frame which crosses. What crosses is not changed.

import { PassThrough, pipeline } from "node:stream";
import { FrameDecoder, type FrameLimits, fromBox, toBox } from "../channel/frames.ts";
import { type Header, parseHeader } from "../channel/messages.ts";
import type { MainProcess } from "../core/sandbox.ts";
import { ChannelTape } from "./channel-tape.ts";

/** A box that breaks the protocol is the peer's to judge; its tape ends there. */
export function watchMain(main: MainProcess): { main: MainProcess; tape: ChannelTape } {
  const tape = new ChannelTape();
  const stdin = watched(toBox, (header, body) => tape.fromHost(header, body));
  const stdout = watched(fromBox, (header, body) => tape.fromBox(header, body));
  pipeline(stdin, main.stdin, () => undefined);
  pipeline(main.stdout, stdout, () => undefined);
  return { tape, main: { stdin, stdout, stderr: main.stderr, exited: main.exited } };
}

function watched(limits: FrameLimits, onFrame: (header: Header, body: Uint8Array) => void): PassThrough {
  const decoder = new FrameDecoder(limits);
  let broken = false;
  const observe = (chunk: Uint8Array): void => {
    if (broken) return;
    try {
      for (const { header, body } of decoder.push(chunk)) onFrame(parseHeader(header), Uint8Array.from(body));
    } catch {
      broken = true;
    }
  };
  return new PassThrough({
    transform(chunk: Uint8Array, _encoding, done) {
      observe(chunk);
      done(null, chunk);
    },
  });
}
