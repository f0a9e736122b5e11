// Images as Daytona's snapshots: built once per content and size, found again by name, whoever asks.

import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HarnessError } from "../../core/fault.ts";
import { imageContent } from "../../core/image-content.ts";
import type { ImageSource, PreparedImage, SandboxSpec } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { sha256 } from "../../lib/digest.ts";
import { wait } from "../../lib/wait.ts";
import { readBuildContext } from "../build-context.ts";
import { OncePerKey } from "../once-per-key.ts";
import type { DaytonaClient } from "./client.ts";
import { daytonaDockerfile, daytonaDockerfileOf } from "./dockerfile.ts";
import { troubleOf } from "./trouble.ts";

export interface DaytonaSize {
  cpus: number;
  /** Daytona gives whole GiB. */
  memoryMb: number;
}

const usualSize: DaytonaSize = { cpus: 1, memoryMb: 1024 };
const mostCpus = 4;
const mostMemoryMb = 8192;

/** Changes whenever what is built from the same content differs from before. */
const translation = "1";
const defaultTimeoutMs = 900_000;
const buildsAtMost = 2;
/** Of one that did not come so far: a row of requests, all of which must succeed. */
const beginsAtMost = 40;
const tailLines = 60;
const logEveryMs = 2_000;
const logMs = 10_000;

type Progress = { signal: AbortSignal; onLog: (line: string) => void };

export class DaytonaImages {
  readonly #client: DaytonaClient;
  readonly #prepared = new OncePerKey<PreparedImage>();

  constructor(client: DaytonaClient) {
    this.#client = client;
  }

  async prepare(
    source: ImageSource,
    size: DaytonaSize,
    options: { signal: AbortSignal; onLog?: (line: string) => void },
  ): Promise<PreparedImage> {
    const name = nameOf(source, size);
    return await this.#prepared.run(name, (progress) => this.#once(name, source, size, progress), options);
  }

  /** It was removed behind our back: the next prepare looks again. */
  forget(source: ImageSource, size: DaytonaSize): void {
    this.#prepared.forget(nameOf(source, size));
  }

  async #once(name: string, source: ImageSource, size: DaytonaSize, progress: Progress): Promise<PreparedImage> {
    const folder = await mkdtemp(join(tmpdir(), "auto-harness-daytona-"));
    try {
      let [builds, begins] = [0, 0];
      for (;;) {
        const state = await this.#look(name, timeoutOf(source), progress.signal);
        if (state === "ready") return { reference: name, built: begins > 0, notes: [] };
        if (state === "removed" && begins > 0) builds += 1;
        if (builds >= buildsAtMost || begins >= beginsAtMost) throw wedged(name, source);
        await stage(source, folder);
        begins += 1;
        if (await this.#build(name, folder, source, size, progress)) builds += 1;
        else await wait(Math.min(2_000, 100 * 2 ** begins), progress.signal);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Waits for one that somebody else builds; one that has failed, or was wedged, is removed. */
  async #look(name: string, timeoutMs: number, signal: AbortSignal): Promise<"ready" | "removed" | "absent"> {
    const { call, daytona } = this.#client;
    const end = performance.now() + timeoutMs;
    for (let waitMs = 300; ; waitMs = Math.min(3_000, waitMs * 1.5)) {
      try {
        const snapshot = await call(`look for the snapshot ${name}`, () => daytona.snapshot.get(name), { signal });
        if (snapshot.state === "active") return "ready";
        const stuck = performance.now() > end;
        if (snapshot.state === "inactive") {
          await call(`wake the snapshot ${name}`, () => daytona.snapshot.activate(snapshot), { signal });
        } else if (stuck || snapshot.state === "error" || snapshot.state === "build_failed") {
          await this.#remove(name, signal);
          return "removed";
        }
      } catch (error) {
        if (signal.aborted || error instanceof HarnessError || troubleOf(error).kind !== "gone") throw error;
        return "absent";
      }
      await sleep(waitMs, undefined, { signal });
    }
  }

  /** Whether it came to an end there, well or wedged; else what was asked for may not have begun. */
  async #build(
    name: string,
    folder: string,
    source: ImageSource,
    size: DaytonaSize,
    progress: Progress,
  ): Promise<boolean> {
    const { daytona, Image } = this.#client;
    const timeoutMs = timeoutOf(source);
    const limit = AbortSignal.any([progress.signal, AbortSignal.timeout(timeoutMs)]);
    await using log = new BuildLog(this.#client, name, progress.onLog);
    const resources = { cpu: size.cpus, memory: size.memoryMb / 1024 };
    const image = Image.fromDockerfile(join(folder, "Dockerfile"));
    try {
      await abortable(daytona.snapshot.create({ name, image, resources }), limit);
      return true;
    } catch (error) {
      if (limit.aborted) {
        // Its watcher ends when it is gone.
        await this.#remove(name, AbortSignal.timeout(60_000)).catch(() => undefined);
        progress.signal.throwIfAborted();
        progress.onLog(`the build of ${name} took longer than ${Math.round(timeoutMs / 1000)} s`);
        return true;
      }
      // Somebody else's of the same name; an answer that got lost: what became of it is looked at.
      const { kind } = troubleOf(error);
      const conflict = error instanceof Error && "statusCode" in error && error.statusCode === 409;
      if (conflict || kind === "passing" || kind === "rate-limited") return false;
      throw failed(name, error, await log.end());
    }
  }

  async #remove(name: string, signal: AbortSignal): Promise<void> {
    const { call, daytona } = this.#client;
    try {
      await call(`remove the snapshot ${name}`, () => daytona.snapshot.delete(name), { signal });
    } catch (error) {
      if (signal.aborted || error instanceof HarnessError || troubleOf(error).kind !== "gone") throw error;
    }
  }
}

/** Reads a build's log again and again, and hands on what is new. Never throws: a build goes on without its log. */
class BuildLog implements AsyncDisposable {
  readonly #client: DaytonaClient;
  readonly #name: string;
  readonly #onLog: (line: string) => void;
  readonly #over = new AbortController();
  readonly #watching: Promise<void>;
  #lines: string[] = [];
  #said = 0;

  constructor(client: DaytonaClient, name: string, onLog: (line: string) => void) {
    this.#client = client;
    this.#name = name;
    this.#onLog = onLog;
    this.#watching = this.#watch();
  }

  /** Its last lines. */
  async end(): Promise<string[]> {
    await this[Symbol.asyncDispose]();
    return this.#lines.slice(-tailLines);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    await this.#watching;
    await this.#read();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#over;
    while (await sleep(logEveryMs, true, { signal }).catch(() => false)) await this.#read();
  }

  async #read(): Promise<void> {
    const text = await this.#client.buildLog(this.#name, AbortSignal.timeout(logMs)).catch(() => "");
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    // One that can't be read now may be read later.
    if (lines.length < this.#lines.length) return;
    this.#lines = lines;
    for (; this.#said < lines.length; this.#said += 1) this.#onLog(lines[this.#said]?.trimEnd() ?? "");
  }
}

/** Builds nothing. Throws config "image-unsupported". */
export async function refuseDaytonaImage(source: ImageSource): Promise<void> {
  if (source.kind === "image") return;
  daytonaDockerfile((await readBuildContext(source.context, source.dockerfile)).dockerfile, source);
}

/** The Dockerfile and what may be copied, as the SDK reads them. */
async function stage(source: ImageSource, folder: string): Promise<void> {
  if (source.kind === "image") {
    await writeFile(join(folder, "Dockerfile"), daytonaDockerfileOf(source.reference));
    return;
  }
  const { dockerfile, entries } = await readBuildContext(source.context, source.dockerfile);
  const text = daytonaDockerfile(dockerfile, source);
  const wanted = new Set(entries);
  await cp(source.context, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => {
      const entry = relative(source.context, path).split(sep).join("/");
      return entry === "" || wanted.has(entry);
    },
  });
  await writeFile(join(folder, "Dockerfile"), text);
}

function nameOf(source: ImageSource, { cpus, memoryMb }: DaytonaSize): string {
  return `auto-harness-${sha256(`${translation} ${imageContent(source)}`).slice(0, 20)}-c${cpus}-m${memoryMb / 1024}`;
}

function timeoutOf(source: ImageSource): number {
  return source.kind === "build" ? (source.timeoutMs ?? defaultTimeoutMs) : defaultTimeoutMs;
}

/** Whole processors and whole GiB. Throws config "size-unsupported". */
export function sizeOf({ cpus, memoryMb }: SandboxSpec["limits"]): DaytonaSize {
  const size = {
    cpus: Math.max(usualSize.cpus, Math.ceil(cpus ?? usualSize.cpus)),
    memoryMb: 1024 * Math.ceil((memoryMb ?? usualSize.memoryMb) / 1024),
  };
  if (size.cpus <= mostCpus && size.memoryMb <= mostMemoryMb) return size;
  const message = `Daytona has no sandbox of ${size.cpus} processors and ${size.memoryMb} MiB: ${mostCpus} and ${mostMemoryMb} at most.`;
  throw new HarnessError({ fault: "config", code: "size-unsupported", message, context: { ...size } });
}

function failed(name: string, cause: unknown, log: readonly string[]): HarnessError {
  const end = log.join("\n");
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `Daytona could not build the snapshot ${name} (${reason.trim()}). The log's end:\n${end}`;
  return new HarnessError({ fault: "task", code: "image-build-failed", message, cause, context: { name, log: end } });
}

function wedged(name: string, source: ImageSource): HarnessError {
  const message = `Daytona did not build the snapshot ${name} within ${Math.round(timeoutOf(source) / 1000)} s, tried ${buildsAtMost} times.`;
  return new HarnessError({ fault: "infrastructure", code: "image-build-timeout", message, context: { name } });
}
