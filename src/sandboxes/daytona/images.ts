// Images as Daytona's snapshots: built once per content and size, found again by name, whoever asks.

import type { Snapshot } from "@daytona/sdk";
import { HarnessError } from "../../core/fault.ts";
import { imageContent } from "../../core/image-content.ts";
import type { ImageSource, PreparedImage, SandboxSpec } from "../../core/sandbox.ts";
import { type Clock, steadyClock } from "../../lib/clock.ts";
import { sha256 } from "../../lib/digest.ts";
import { buildFailed } from "../cloud/build-failed.ts";
import { type CloudTrouble, callFailed } from "../cloud/retry.ts";
import { OncePerKey } from "../once-per-key.ts";
import { BuildLog, logEnd } from "./build-log.ts";
import { type DaytonaClient, serviceName } from "./client.ts";
import { type Setback, setbackOf } from "./setback.ts";
import { planDaytonaBuild, StagedBuild } from "./staged-build.ts";
import { troubleOf } from "./trouble.ts";

export interface DaytonaSize {
  cpus: number;
  /** Daytona gives whole GiB. */
  memoryMb: number;
  /** Left out: what it gives where none is named. */
  diskGib?: number;
}

/** daytona.io/docs/en/sandboxes: what a sandbox has where nothing is named, and what it can have at most. */
const usualSize = { cpus: 1, memoryMb: 1024, diskGib: 3 };
const mostCpus = 4;
const mostMemoryMb = 8192;
const mostDiskGib = 10;

/** Changes whenever what is built from the same content differs from before. */
const translation = "2";
const defaultTimeoutMs = 900_000;
const buildsAtMost = 2;
/** Of one that did not come so far: a row of requests, all of which must succeed. */
const beginsAtMost = 40;
const longestWaitMs = 30_000;

type Progress = { signal: AbortSignal; onLog: (line: string) => void };
/** ended: well, or wedged. */
type BuildEnd = { kind: "ended" } | Setback;

export class DaytonaImages {
  readonly #client: DaytonaClient;
  readonly #clock: Clock;
  readonly #prepared = new OncePerKey<PreparedImage>();

  constructor(client: DaytonaClient, clock: Clock = steadyClock) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * Throws task "image-build-failed" where it was built and that failed, infrastructure "image-build-trouble" where the
   * log tells of a registry or a network, "image-build-timeout", "cloud-call-failed" or "cloud-rate-limited"; config
   * "image-unsupported", "size-unsupported", "cloud-key-refused" or "cloud-refused".
   */
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
    const { signal } = progress;
    const what = `build the snapshot ${name}`;
    await using staged = new StagedBuild(this.#client.Image, source);
    const patience = this.#clock.now() + timeoutOf(source);
    let [builds, begins, refusals] = [0, 0, 0];
    for (let begun = false; ; begun = true) {
      const state = await this.#look(name, timeoutOf(source), { begun, signal });
      if (state === "ready") return { reference: name, built: begun, notes: [] };
      if (state === "removed" && begun) builds += 1;
      if (builds >= buildsAtMost) throw wedged(name, source);
      const end = await this.#build(name, staged, { timeoutMs: timeoutOf(source), size }, progress);
      if (end.kind === "full") {
        refusals += 1;
        const wanted = Math.max(Math.min(longestWaitMs, 500 * 2 ** (refusals - 1)), end.retryAfterMs ?? 0);
        const over = this.#clock.now() + wanted > patience;
        if (over) throw callFailed(what, serviceName, { kind: "rate-limited" }, refusals, end.cause);
        await this.#clock.sleep(wanted * (1 + Math.random() / 2), { signal });
        continue;
      }
      begins += 1;
      if (end.kind === "ended") builds += 1;
      else if (begins >= beginsAtMost) throw callFailed(what, serviceName, { kind: "passing" }, begins, end.cause);
      else await this.#clock.sleep(Math.min(2_000, 100 * 2 ** begins), { signal });
    }
  }

  /**
   * Waits for one that is being built. One that is wedged, or that had failed before anything was `begun`, is removed.
   * Throws what became of one that was begun and has failed.
   */
  async #look(
    name: string,
    timeoutMs: number,
    { begun, signal }: { begun: boolean; signal: AbortSignal },
  ): Promise<"ready" | "removed" | "absent"> {
    const end = this.#clock.now() + timeoutMs;
    for (let waitMs = 300; ; waitMs = Math.min(3_000, waitMs * 1.5)) {
      const snapshot = await this.#find(name, signal);
      if (snapshot === undefined) return "absent";
      if (snapshot.state === "active") return "ready";
      const failed = snapshot.state === "error" || snapshot.state === "build_failed";
      if (failed && begun) {
        const reason = snapshot.errorReason?.trim() || "no reason given";
        const log = await logEnd(this.#client, name, signal);
        throw buildFailed({ service: serviceName, kind: "snapshot", name, reason, log });
      }
      if (failed || this.#clock.now() > end) {
        await this.#remove(name, signal);
        return "removed";
      }
      if (snapshot.state === "inactive") {
        const wake = () => this.#client.daytona.snapshot.activate(snapshot);
        // Refused, it is looked at again: somebody else may have woken it.
        await this.#call(`wake the snapshot ${name}`, wake, { unless: ["gone", "other"], signal });
      }
      await this.#clock.sleep(waitMs, { signal });
    }
  }

  async #build(
    name: string,
    staged: StagedBuild,
    { timeoutMs, size }: { timeoutMs: number; size: DaytonaSize },
    { signal, onLog }: Progress,
  ): Promise<BuildEnd> {
    const { snapshot } = this.#client.daytona;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    await using _log = new BuildLog(this.#client, name, onLog);
    const disk = size.diskGib === undefined ? {} : { disk: size.diskGib };
    const resources = { cpu: size.cpus, memory: size.memoryMb / 1024, ...disk };
    try {
      await staged.use((image) => snapshot.create({ name, image, resources }), limit);
      return { kind: "ended" };
    } catch (error) {
      if (limit.aborted) {
        // Its watcher ends when it is gone.
        await this.#remove(name, AbortSignal.timeout(60_000)).catch(() => undefined);
        signal.throwIfAborted();
        onLog(`the build of ${name} took longer than ${Math.round(timeoutMs / 1000)} s`);
        return { kind: "ended" };
      }
      if (error instanceof HarnessError) throw error;
      const what = `build the snapshot ${name}`;
      const setback = setbackOf(error, what);
      if (setback.kind !== "other") return setback;
      // The SDK says of a build that failed no more than that.
      if ((await this.#find(name, signal)) !== undefined) return { kind: "unclear", cause: error };
      throw callFailed(what, serviceName, { kind: "other" }, 1, error);
    }
  }

  async #find(name: string, signal: AbortSignal): Promise<Snapshot | undefined> {
    const get = () => this.#client.daytona.snapshot.get(name);
    return await this.#call(`look for the snapshot ${name}`, get, { unless: ["gone"], signal });
  }

  async #remove(name: string, signal: AbortSignal): Promise<void> {
    const remove = () => this.#client.daytona.snapshot.delete(name);
    await this.#call(`remove the snapshot ${name}`, remove, { unless: ["gone"], signal });
  }

  /** undefined for trouble of these kinds; throws what cloudRetry does, and infrastructure "cloud-call-failed". */
  async #call<T>(
    what: string,
    run: () => Promise<T>,
    { unless, signal }: { unless: ReadonlyArray<CloudTrouble["kind"]>; signal: AbortSignal },
  ): Promise<T | undefined> {
    try {
      return await this.#client.call(what, run, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof HarnessError) throw error;
      const trouble = troubleOf(error);
      if (unless.includes(trouble.kind)) return undefined;
      throw callFailed(what, serviceName, trouble, 1, error);
    }
  }
}

/** Builds nothing. Throws config "image-unsupported". */
export async function refuseDaytonaImage(source: ImageSource): Promise<void> {
  await planDaytonaBuild(source);
}

function nameOf(source: ImageSource, { cpus, memoryMb, diskGib }: DaytonaSize): string {
  const content = sha256(`${translation} ${imageContent(source)}`).slice(0, 20);
  const size = [`c${cpus}`, `m${memoryMb / 1024}`, ...(diskGib === undefined ? [] : [`d${diskGib}`])];
  return ["auto-harness", content, ...size].join("-");
}

function timeoutOf(source: ImageSource): number {
  return source.kind === "build" ? (source.timeoutMs ?? defaultTimeoutMs) : defaultTimeoutMs;
}

/** Whole processors and whole GiB; disks that are smaller than usual are not asked for. Throws config "size-unsupported". */
export function sizeOf({ cpus, memoryMb, storageMb = 0 }: SandboxSpec["limits"]): DaytonaSize {
  const diskGib = Math.max(usualSize.diskGib, Math.ceil(storageMb / 1024));
  const size = {
    cpus: Math.max(usualSize.cpus, Math.ceil(cpus ?? usualSize.cpus)),
    memoryMb: 1024 * Math.ceil((memoryMb ?? usualSize.memoryMb) / 1024),
    ...(diskGib > usualSize.diskGib ? { diskGib } : {}),
  };
  if (size.cpus <= mostCpus && size.memoryMb <= mostMemoryMb && diskGib <= mostDiskGib) return size;
  const wanted = `${size.cpus} processors, ${size.memoryMb} MiB and a disk of ${diskGib} GiB`;
  const message = `Daytona has no sandbox of ${wanted}: ${mostCpus}, ${mostMemoryMb} MiB and ${mostDiskGib} GiB at most.`;
  throw new HarnessError({ fault: "config", code: "size-unsupported", message, context: { ...size } });
}

function wedged(name: string, source: ImageSource): HarnessError {
  const message = `Daytona did not build the snapshot ${name} within ${Math.round(timeoutOf(source) / 1000)} s, tried ${buildsAtMost} times.`;
  return new HarnessError({ fault: "infrastructure", code: "image-build-timeout", message, context: { name } });
}
