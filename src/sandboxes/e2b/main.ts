// The attached main process of an E2B sandbox: a spooled command whose input a feeder fills, so that neither half loses
// or doubles a byte when a connection breaks.

import type { Writable } from "node:stream";
import { inside } from "../cloud/files.ts";
import { attachMain, inputStream } from "../cloud/main.ts";
import type { OpenedMain } from "../cloud/sandbox.ts";
import { feederCommand, type SpooledCommand } from "../cloud/spool.ts";
import { spoolRoot } from "../cloud/spool-folder.ts";
import { type E2bBox, passTrouble, rpcOf, streamProcess } from "./process.ts";

/** Of one request. */
const inputBytes = 256 * 1024;

export function startMain(box: E2bBox, command: SpooledCommand): OpenedMain {
  return attachMain(box, command, {
    openInput: (signal) => inputOf(box, command.id, signal),
    wasShort: async () => await wasShort(box, command.id),
  });
}

/** The kernel of the sandbox counts whom it kills for want of memory; it has no other tenants. */
async function wasShort(box: E2bBox, id: string): Promise<boolean> {
  const { stdout } = await inside(box, ["cat", `${spoolRoot}/${id}/end`], box.closed, 100);
  box.ended.push(id);
  return Number(stdout.toString("utf8").split(" ")[1] ?? 0) > 0;
}

function inputOf(box: E2bBox, id: string, signal: AbortSignal): Writable {
  const feeder = startFeeder(box, id, signal);
  feeder.catch(() => undefined);
  let number = 0;
  const send = async (bytes: Buffer): Promise<void> => {
    const pid = await feeder;
    for (let at = 0; at < bytes.length; at += inputBytes) {
      number += 1;
      const part = bytes.subarray(at, at + inputBytes);
      const stdin = Buffer.concat([Buffer.from(`${number} ${part.length}\n`), part]);
      const input = { input: { case: "stdin" as const, value: new Uint8Array(stdin) } };
      await insist(box, signal, (limit) => rpcOf(box).sendInput({ process: byNumber(pid), input }, { signal: limit }));
    }
  };
  const end = async () => {
    const process = byNumber(await feeder);
    await insist(box, signal, (limit) => rpcOf(box).closeStdin({ process }, { signal: limit }));
  };
  return inputStream({ send, end });
}

/**
 * Its number inside, as soon as it runs; of two that were started by accident the first one's. It goes on without a
 * listener: nothing more is to be heard from it, and each open stream takes memory, over HTTP/1.1 a connection too.
 */
async function startFeeder(box: E2bBox, id: string, signal: AbortSignal): Promise<number> {
  for (let troubles = 1; ; troubles += 1) {
    const heard = new AbortController();
    let text = "";
    const pid = () => /^(\d+)\n/.exec(text)?.[1];
    try {
      await streamProcess(box, feederCommand(id), {
        ...{ signal: AbortSignal.any([signal, heard.signal]), stdin: true },
        onChunk(name, bytes) {
          if (name === "stdout") text += Buffer.from(bytes).toString("utf8");
          if (pid() !== undefined) heard.abort(new Error("the feeder runs"));
          return undefined;
        },
      });
      if (pid() === undefined) throw new Error("the main process's input is closed");
    } catch (error) {
      signal.throwIfAborted();
      if (pid() === undefined) {
        await passTrouble(box, error, { what: "feed the main process", troubles, signal });
        continue;
      }
    }
    return Number(pid());
  }
}

/** Until it is done: sending it twice does no harm. A process that doesn't read makes this wait. */
async function insist(box: E2bBox, signal: AbortSignal, run: (limit: AbortSignal) => Promise<unknown>): Promise<void> {
  for (let troubles = 1; ; troubles += 1) {
    try {
      await run(signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      await passTrouble(box, error, { what: "write to the main process", troubles, signal });
    }
  }
}

function byNumber(pid: number) {
  return { selector: { case: "pid" as const, value: pid } };
}
