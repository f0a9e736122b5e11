// Creating, keeping and removing sandboxes at a cloud: none is lost sight of, whatever becomes of an answer.

import { randomBytes } from "node:crypto";
import { HarnessError } from "../../core/fault.ts";
import type { SandboxSpec, SandboxUsage } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { type Owner, ownerLabels } from "../owner.ts";
import type { CloudPace } from "./pace.ts";
import type { CloudRetryOptions, CloudTrouble } from "./retry.ts";
import { oursLabels } from "./sweep.ts";

export interface CloudMachine<Sandbox> {
  sandbox: Sandbox;
  remove: () => Promise<void>;
}

/** A cloud as its machines need it; each call is one request, which may be sent again. */
export interface CloudService<Sandbox> {
  name: string;
  /** With retries; throws what cloudRetry does. */
  call<T>(
    what: string,
    run: (signal: AbortSignal) => Promise<T>,
    options: { signal: AbortSignal } & Partial<
      Pick<CloudRetryOptions, "attempts" | "timeoutMs" | "onTrouble" | "troubleOf">
    >,
  ): Promise<T>;
  troubleOf(error: unknown): CloudTrouble;
  /** A creation that was refused for now may have made one all the same: it takes more than one request. */
  refusedMayLeave: boolean;
  /** It goes by itself after `idleMs` unless it is kept. */
  create(
    image: string,
    spec: SandboxSpec,
    options: { labels: Record<string, string>; idleMs: number; timeoutMs: number },
  ): Promise<Sandbox>;
  idOf(sandbox: Sandbox): string;
  keep(sandbox: Sandbox, idleMs: number, signal: AbortSignal): Promise<void>;
  /** Whether it was there. */
  remove(id: string, signal: AbortSignal): Promise<boolean>;
  /** One request that changes nothing, to see whether it answers. */
  look(signal: AbortSignal): Promise<unknown>;
  /** All that have these labels; first listed, then used, so that removing disturbs no page. */
  list(labels: Record<string, string>, options: { signal: AbortSignal }): Promise<CloudListed[]>;
  sizeOf(limits: SandboxSpec["limits"]): { cpus: number; memoryMb: number };
}

export interface CloudListed {
  id: string;
  labels: Readonly<Record<string, string>>;
}

interface CloudMachinesOptions<Sandbox> {
  service: CloudService<Sandbox>;
  owner: Owner;
  say: (line: string) => void;
  pace: CloudPace;
}

/** A sandbox whose host is gone goes by itself after this time; ours are told to stay while they are open. */
const idleMs = 600_000;
const renewMs = 300_000;
const removalMs = 120_000;
const openingMs = 10_000;
/** However long a start waits for its turn, this is longer. */
const turnMs = 12 * 3_600_000;
const attempts = 12;
const markName = "auto-harness.sandbox";

export class CloudMachines<Sandbox> {
  readonly #options: CloudMachinesOptions<Sandbox>;
  readonly #starting = new Set<Promise<unknown>>();
  readonly #running = new Map<string, { since: number; cpus: number; memoryMb: number }>();
  readonly #past: SandboxUsage = { sandboxes: 0, hours: 0, processorHours: 0, memoryGibHours: 0 };
  failedCleanups = 0;

  constructor(options: CloudMachinesOptions<Sandbox>) {
    this.#options = options;
  }

  /** Throws infrastructure faults; "template-gone" where there is no such image any more. */
  async start(image: string, spec: SandboxSpec, { signal }: { signal: AbortSignal }): Promise<CloudMachine<Sandbox>> {
    const { service, owner, pace } = this.#options;
    const mark = randomBytes(8).toString("hex");
    const { owner: ownerId, job, trial, role } = spec.labels;
    const labels = {
      ...{ ...oursLabels, [markName]: mark, ...ownerLabels(owner) },
      ...{ "auto-harness.owner": ownerId, "auto-harness.job": job },
      ...{ "auto-harness.trial": trial, "auto-harness.role": role },
    };
    const requests = new Set<Promise<Sandbox>>();
    let doubtful = false;
    /** Requests of which something may have come. */
    let sent = 0;
    const open = async () => {
      const turn = await pace.turn(signal);
      sent += 1;
      try {
        // Not cut short by the caller's signal: a service that goes on creating would leave what nobody removes.
        const sandbox = await service.create(image, spec, { labels, idleMs, timeoutMs: removalMs });
        pace.accepted();
        return sandbox;
      } catch (error) {
        const trouble = service.troubleOf(error);
        if (trouble.kind === "rate-limited") {
          if (!service.refusedMayLeave) sent -= 1;
          pace.refused(turn, trouble.retryAfterMs);
        }
        throw error;
      }
    };
    const create = () => {
      const request = open();
      requests.add(request);
      return request;
    };
    const starting = service.call("open a sandbox", create, {
      ...{ signal, attempts, timeoutMs: turnMs + removalMs },
      onTrouble: ({ kind }) => {
        if (kind !== "rate-limited" || service.refusedMayLeave) doubtful = true;
      },
    });
    this.#starting.add(starting);
    try {
      const sandbox = await starting;
      const extra = doubtful ? this.#removeMarked(mark, requests, service.idOf(sandbox)) : Promise.resolve();
      return { sandbox, remove: this.#watch(sandbox, service.sizeOf(spec.limits), extra) };
    } catch (error) {
      if (sent > 0) await this.#removeMarked(mark, requests);
      signal.throwIfAborted();
      if (error instanceof HarnessError) throw error;
      throw notOpened(service, image, error);
    } finally {
      this.#starting.delete(starting);
    }
  }

  /** The service goes on creating what is being opened; only after that can it be seen. */
  async settled(signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(openingMs)]);
    await abortable(Promise.allSettled(this.#starting), limit).catch(() => undefined);
  }

  usage(): SandboxUsage {
    const total = { ...this.#past };
    for (const one of this.#running.values()) add(total, one);
    return total;
  }

  /** Keeps it alive and counts its hours until it is removed. */
  #watch(sandbox: Sandbox, size: { cpus: number; memoryMb: number }, extra: Promise<void>): () => Promise<void> {
    const { service } = this.#options;
    const sandboxId = service.idOf(sandbox);
    this.#past.sandboxes += 1;
    this.#running.set(sandboxId, { since: performance.now(), ...size });
    const renewal = setInterval(() => {
      const renew = (limit: AbortSignal) => service.keep(sandbox, idleMs, limit);
      // One that is gone is noticed by whoever uses it.
      service.call("keep a sandbox", renew, { signal: AbortSignal.timeout(renewMs) }).catch(() => undefined);
    }, renewMs);
    renewal.unref();
    return async () => {
      clearInterval(renewal);
      await Promise.all([this.#remove(sandboxId), extra]);
      const one = this.#running.get(sandboxId);
      this.#running.delete(sandboxId);
      if (one !== undefined) add(this.#past, one);
    };
  }

  /** Never throws. */
  async #remove(id: string): Promise<void> {
    const { service, say } = this.#options;
    const signal = AbortSignal.timeout(removalMs);
    const kill = (limit: AbortSignal) => service.remove(id, limit);
    try {
      await service.call("remove a sandbox", kill, { signal, attempts });
    } catch (error) {
      if (!(error instanceof HarnessError) && service.troubleOf(error).kind === "gone") return;
      this.failedCleanups += 1;
      say(`could not remove sandbox ${id}: ${error}; it goes by itself within ${idleMs / 60_000} minutes`);
    }
  }

  /** All that came of one opening, also of requests whose answers got lost. Never throws. */
  async #removeMarked(mark: string, requests: Iterable<Promise<unknown>>, keep?: string): Promise<void> {
    const { service, say } = this.#options;
    await Promise.allSettled(requests);
    try {
      const signal = AbortSignal.timeout(removalMs);
      for (const { id } of await service.list({ [markName]: mark }, { signal })) {
        if (id !== keep) await this.#remove(id);
      }
    } catch (error) {
      this.failedCleanups += 1;
      say(
        `could not look for what an opening may have left: ${error}; it goes by itself within ${idleMs / 60_000} minutes`,
      );
    }
  }
}

function add(total: SandboxUsage, { since, cpus, memoryMb }: { since: number; cpus: number; memoryMb: number }): void {
  const hours = (performance.now() - since) / 3_600_000;
  total.hours += hours;
  total.processorHours += hours * cpus;
  total.memoryGibHours += (hours * memoryMb) / 1024;
}

function notOpened(
  { name, troubleOf }: Pick<CloudService<never>, "name" | "troubleOf">,
  image: string,
  cause: unknown,
): HarnessError {
  const gone = troubleOf(cause).kind === "gone";
  const why = cause instanceof Error ? cause.message : String(cause);
  return new HarnessError({
    fault: "infrastructure",
    code: gone ? "template-gone" : "cloud-call-failed",
    message: `${name} could not open a sandbox of ${image}: ${why}`,
    cause,
  });
}
