// Commands in a Daytona sandbox: begun once, and listened to by short requests, each of which may be sent again. No
// stream stays open, so nothing is lost where a connection breaks; a listener waits some 20 s for something new.

import type { Sandbox } from "@daytona/sdk";
import { HarnessError } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import { wait } from "../../lib/wait.ts";
import { type ChunkSink, type CloudBox, newId, type SpooledOptions, sandboxLost } from "../cloud/box.ts";
import { boxBroken, filesFailed } from "../cloud/box-faults.ts";
import { partBytesOf, type SpooledCommand } from "../cloud/spool.ts";
import { spoolRoot } from "../cloud/spool-folder.ts";
import { type DaytonaClient, serviceName } from "./client.ts";
import { beginScript, helperCommand, type ListenAnswer, listenScript, parseListen, requestOf } from "./scripts.ts";
import { boxTroubleOf, troubleOf } from "./trouble.ts";

export interface DaytonaBox extends CloudBox {
  readonly client: DaytonaClient;
  readonly sandbox: Sandbox;
  /** Told of what is heard of a command, by its id. */
  readonly listeners: Map<string, (answer: ListenAnswer) => void>;
}

/** About 20 s. */
const usualLooks = 120;
const executeMs = 60_000;
const stallsAtMost = 4;
const pauseMs = 500;
/** Of one answer: twice `maxBytes` in base64, with room to spare. */
const answerBytes = 4 * 1024 * 1024;
const maxBytes = 1024 * 1024;
/** A kernel takes no argument over 128 KiB. */
const mostCommandBytes = 120_000;

export function openDaytonaBox(client: DaytonaClient, sandbox: Sandbox, closed: AbortSignal): DaytonaBox {
  // What answers stands in the sandbox, and the SDK sets no limit.
  sandbox["axiosInstance"].defaults.maxContentLength = answerBytes;
  const box: DaytonaBox = {
    ...{
      client,
      sandbox,
      closed,
      id: sandbox.id,
      service: serviceName,
      ended: [],
      helpers: new Set(),
      listeners: new Map(),
    },
    runSpooled: async (command, options) => await runSpooled(box, command, options),
    async runPlain(command, signal) {
      const spooled = { id: newId(), command, cwd: "/", user: "", bare: false, env: {}, stdin: false };
      const chunks: Uint8Array[] = [];
      const onChunk: ChunkSink = (name, bytes) => {
        if (name === "stdout") chunks.push(bytes);
        return undefined;
      };
      await runSpooled(box, spooled, { signal, onChunk });
      return Buffer.concat(chunks).toString("utf8");
    },
    async upload(path, content, signal) {
      const put = async () => await sandbox.fs.uploadFile(content, path);
      await insist(box, "upload a file", put, signal, 120_000);
    },
  };
  return box;
}

async function runSpooled(
  box: DaytonaBox,
  command: SpooledCommand,
  { signal, onChunk, onDropped }: SpooledOptions,
): Promise<number> {
  const { id } = command;
  const heard = { out: 0, err: 0, fed: 0 };
  const forget = box.ended.splice(0, 50);
  const partBytes = partBytesOf(command);
  const listen = (looks: number) => listenScript(id, { heard, looks, maxBytes, partBytes });
  // Whoever writes to it waits for the first answer.
  const firstLooks = command.stdin ? 0 : usualLooks;
  const request = requestOf(command, forget);
  let script = beginScript(command, { request, forget }) + listen(firstLooks);
  // Whoever is in the sandbox may read a command line, but not what is uploaded.
  if (Object.keys(command.env).length > 0 || helperCommand(script).length > mostCommandBytes) {
    await box.upload(`${spoolRoot}/requests/${id}.new`, Buffer.from(request), signal);
    script = beginScript(command, { request: undefined, forget }) + listen(firstLooks);
  }
  let stalls = 0;
  for (let asks = 1; ; asks += 1) {
    const asked = performance.now();
    const answer = parseListen(await execute(box, script, signal));
    if (answer === undefined || answer.lost) {
      stalls += 1;
      await stall(box, "it never began", stalls, signal);
      continue;
    }
    if (answer.out > 0) await taken(onChunk("stdout", answer.stdout), signal);
    if (answer.err > 0) await taken(onChunk("stderr", answer.stderr), signal);
    const isNew = answer.out > 0 || answer.err > 0 || answer.fed > heard.fed;
    heard.out += answer.out;
    heard.err += answer.err;
    heard.fed = answer.fed;
    box.listeners.get(id)?.(answer);
    if (answer.ended && heard.out === answer.outSize && heard.err === answer.errSize) {
      onDropped?.("stdout", answer.outDropped);
      onDropped?.("stderr", answer.errDropped);
      box.ended.push(id);
      return answer.exitCode ?? 137;
    }
    script = listen(usualLooks);
    const isOwed = answer.ended || answer.outSize > heard.out || answer.errSize > heard.err;
    if (isNew) {
      stalls = 0;
    } else if (isOwed) {
      stalls += 1;
      await stall(box, "what it printed can't be read", stalls, signal);
    } else if (asks > 1 && performance.now() - asked < 1_000) {
      // A listener that has nothing to say waits inside.
      await wait(pauseMs, signal);
    }
  }
}

/** Whoever is root in there can have our scripts answer anything: a few times it may have been chance. */
async function stall(box: DaytonaBox, why: string, times: number, signal: AbortSignal): Promise<void> {
  if (times >= stallsAtMost) {
    await assertThere(box, signal);
    throw boxBroken("run a command", why);
  }
  await wait(200 * 2 ** times, signal);
}

async function taken(wait: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
  if (wait !== undefined) await abortable(wait, signal);
}

/** What the script printed; it must do no harm when it runs twice. */
export async function execute(box: DaytonaBox, script: string, signal: AbortSignal): Promise<string> {
  const command = helperCommand(script);
  const run = async () => await box.sandbox.process.executeCommand(command, undefined, undefined, executeMs / 1000);
  return (await insist(box, "run a command", run, signal, executeMs + 30_000)).result;
}

async function insist<T>(
  box: DaytonaBox,
  what: string,
  run: () => Promise<T>,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<T> {
  try {
    return await box.client.call(what, run, { signal, timeoutMs, troubleOf: boxTroubleOf });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof HarnessError)) await assertThere(box, signal);
    if (error instanceof HarnessError) throw error;
    throw filesFailed(what, error instanceof Error ? error.message : String(error), error);
  }
}

async function assertThere(box: DaytonaBox, signal: AbortSignal): Promise<void> {
  const look = async () => await box.client.daytona.get(box.id);
  try {
    const { state } = await box.client.call("look at a sandbox", look, { signal });
    if (state === "started") return;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof HarnessError || troubleOf(error).kind !== "gone") throw error;
  }
  throw sandboxLost(box, undefined);
}
