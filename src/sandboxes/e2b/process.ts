// Commands in an E2B sandbox: one that is spooled survives a broken stream; a plain one is simply run again.

import type { Sandbox as E2bSandbox } from "e2b";
import { HarnessError } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import { wait } from "../../lib/wait.ts";
import { type ChunkSink, type CloudBox, type SpooledOptions, sandboxLost } from "../cloud/box.ts";
import { filesFailed } from "../cloud/box-faults.ts";
import { callFailed } from "../cloud/retry.ts";
import { type SpooledCommand, spoolCommand } from "../cloud/spool.ts";
import { spoolEnvironment } from "../cloud/spool-environment.ts";
import { spoolRoot } from "../cloud/spool-folder.ts";
import { type E2bClient, serviceName } from "./client.ts";
import { SpoolRoom } from "./room.ts";
import { boxTroubleOf, troubleOf } from "./trouble.ts";

export interface E2bBox extends CloudBox {
  readonly client: E2bClient;
  readonly sandbox: E2bSandbox;
}

export function openE2bBox(client: E2bClient, sandbox: E2bSandbox, closed: AbortSignal): E2bBox {
  const box: E2bBox = {
    ...{ client, sandbox, closed, id: sandbox.sandboxId, service: serviceName, ended: [], helpers: new Set() },
    runSpooled: async (command, options) => await runSpooled(box, command, options),
    runPlain: async (command, signal) => await runPlain(box, command, signal),
    upload: async (path, content, signal) => await upload(box, path, content, signal),
  };
  return box;
}

interface StreamOptions {
  signal: AbortSignal;
  onChunk: ChunkSink;
  /** The process's number inside. */
  onStart?: (pid: number) => void;
  stdin?: boolean;
  env?: Readonly<Record<string, string>>;
}

/** Without any event for this long a stream is dead: the service sends one at least every 50 s. */
const silenceMs = 150_000;
/** Troubles in a row, without a byte between them. */
const troublesAtMost = 12;

/** Rejects when the stream breaks; what runs inside goes on. */
export async function streamProcess(box: E2bBox, command: readonly string[], options: StreamOptions): Promise<number> {
  const [cmd = "", ...args] = command;
  const silent = new AbortController();
  const arm = () => setTimeout(() => silent.abort(new DOMException("no event came", "TimeoutError")), silenceMs);
  let timer = arm();
  let exitCode: number | undefined;
  try {
    const events = rpcOf(box).start(
      { process: { cmd, args: [...args], envs: { ...options.env }, cwd: "/" }, stdin: options.stdin === true },
      { headers: streamHeaders, signal: AbortSignal.any([options.signal, silent.signal]) },
    );
    for await (const message of events) {
      clearTimeout(timer);
      const event = message.event?.event;
      if (event?.case === "start") options.onStart?.(event.value.pid);
      else if (event?.case === "data") {
        const { output } = event.value;
        // A slow reader stops the process, not the clock.
        if (output.case === "stdout" || output.case === "stderr") await options.onChunk(output.case, output.value);
      } else if (event?.case === "end") exitCode = event.value.exited ? event.value.exitCode : 137;
      timer = arm();
    }
  } finally {
    clearTimeout(timer);
  }
  if (exitCode === undefined) throw new DOMException("the stream ended before its process", "TimeoutError");
  return exitCode;
}

/**
 * Its exit code; 137 where a signal ended it. Each byte reaches the sink once, in order, whatever breaks in between.
 * What a command with an input has kept is its owner's to have removed. Throws what passTrouble does.
 */
export async function runSpooled(
  box: E2bBox,
  command: SpooledCommand,
  { signal, onChunk, onDropped }: SpooledOptions,
): Promise<number> {
  const heard = { stdout: 0, stderr: 0 };
  const room = new SpoolRoom(command, async (remove) => void (await runPlain(box, remove, signal)));
  const sink: ChunkSink = (name, bytes) => {
    heard[name] += bytes.length;
    troubles = 0;
    const taken = onChunk(name, bytes);
    if (command.ends !== undefined) return taken;
    if (taken !== undefined) return taken.then(() => room.taken(name, bytes.length));
    room.taken(name, bytes.length);
    return undefined;
  };
  const forget = box.ended.splice(0, 50);
  let troubles = 0;
  for (;;) {
    const start = spoolCommand(command, { out: heard.stdout, err: heard.stderr, forget });
    try {
      const exitCode = await streamProcess(box, start, {
        signal: AbortSignal.any([signal, room.failed]),
        onChunk: sink,
        env: spoolEnvironment(command.env),
      });
      if (command.ends !== undefined && Math.max(heard.stdout, heard.stderr) >= command.ends) {
        const look = ["/bin/sh", "-c", 'cat "$1"', "sh", `${spoolRoot}/${command.id}/end`];
        const end = await runPlain(box, look, signal);
        const [, , out = 0, err = 0] = end.split(" ").map(Number);
        onDropped?.("stdout", out);
        onDropped?.("stderr", err);
      }
      if (!command.stdin) box.ended.push(command.id);
      return exitCode;
    } catch (error) {
      signal.throwIfAborted();
      room.failed.throwIfAborted();
      troubles += 1;
      await passTrouble(box, error, { what: "run a command", troubles, signal });
    }
  }
}

/** Of a command that does no harm when it runs twice: its standard output. */
export async function runPlain(box: E2bBox, command: readonly string[], signal: AbortSignal): Promise<string> {
  for (let troubles = 1; ; troubles += 1) {
    const chunks: Uint8Array[] = [];
    const onChunk: ChunkSink = (name, bytes) => {
      if (name === "stdout") chunks.push(bytes);
      return undefined;
    };
    try {
      await streamProcess(box, command, { signal, onChunk });
      return Buffer.concat(chunks).toString("utf8");
    } catch (error) {
      signal.throwIfAborted();
      await passTrouble(box, error, { what: "run a command", troubles, signal });
    }
  }
}

async function upload(box: E2bBox, path: string, content: Buffer, signal: AbortSignal): Promise<void> {
  const body = new Blob([new Uint8Array(content)]);
  for (let troubles = 1; ; troubles += 1) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(uploadMs)]);
    try {
      await abortable(box.sandbox.files.write(path, body, { ...uploadOptions, signal: limit }), limit);
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (boxTroubleOf(error).kind === "other") throw filesFailed("upload a file", String(error), error);
      await passTrouble(box, error, { what: "upload a file", troubles, signal });
    }
  }
}

const uploadOptions = { user: "root", useOctetStream: true } as const;
const uploadMs = 120_000;

/**
 * Of a call that the sandbox answers: waits before the next try. Throws where there must be none: infrastructure
 * "cloud-call-failed" or "sandbox-gone", or what E2B itself says when it is asked for the sandbox.
 */
export async function passTrouble(
  box: E2bBox,
  error: unknown,
  { what, troubles, signal }: { what: string; troubles: number; signal: AbortSignal },
): Promise<void> {
  if (error instanceof HarnessError) throw error;
  const trouble = boxTroubleOf(error);
  if (trouble.kind === "other" || troubles >= troublesAtMost) {
    throw callFailed(what, serviceName, { kind: "other" }, troubles, error);
  }
  // What leads to a sandbox says the same where it is gone and where it can't be reached just now.
  if (trouble.kind !== "busy") await assertThere(box, signal);
  const waitMs = Math.min(5_000, 100 * 2 ** (troubles - 1)) * (1 + Math.random() / 2);
  const wanted = trouble.kind === "busy" ? (trouble.retryAfterMs ?? 0) : 0;
  await wait(Math.max(waitMs, wanted * (1 + Math.random() / 4)), signal);
}

async function assertThere({ client, sandbox }: E2bBox, signal: AbortSignal): Promise<void> {
  const { sandboxId } = sandbox;
  const look = (limit: AbortSignal) => client.Sandbox.getInfo(sandboxId, { signal: limit });
  try {
    await client.call("look at a sandbox", look, { signal });
  } catch (error) {
    if (error instanceof HarnessError || signal.aborted || troubleOf(error).kind !== "gone") throw error;
    throw sandboxLost({ service: serviceName, id: sandboxId }, error);
  }
}

export function rpcOf({ sandbox }: E2bBox): E2bBox["sandbox"]["commands"]["rpc"] {
  return sandbox.commands["rpc"];
}

const streamHeaders = {
  Authorization: `Basic ${Buffer.from("root:").toString("base64")}`,
  "Keepalive-Ping-Interval": "50",
};
