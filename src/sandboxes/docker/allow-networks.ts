// Networks of boxes that reach allowed hosts and nothing else: internal ones, each with the provider's one proxy on it.
// The proxy starts with the first and goes with the last.

import { randomBytes } from "node:crypto";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { NetworkUse } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { allowedHostProblem } from "../../lib/allowed-hosts.ts";
import { SharedWork } from "../../lib/shared-work.ts";
import { proxyPorts } from "./allow-proxy/protocol.ts";
import { type AllowProxy, joinNetwork } from "./allow-proxy.ts";
import { attempt } from "./attempt.ts";
import { createInternalNetwork, disconnectContainer, removeNetwork } from "./network.ts";

export interface AllowNetworksOptions {
  docker: Dockerode;
  startProxy: (options: { signal: AbortSignal }) => Promise<AllowProxy>;
  /** Throws config "network-unenforced" where a box on such a network finds a way out. Asked once. */
  test: (network: AllowNetwork, options: { proxy: AllowProxy; signal: AbortSignal }) => Promise<void>;
  onCleanupFailure: (what: string, error: unknown) => void;
}

export interface OpenAllowNetworkOptions {
  labels: Readonly<Record<string, string>>;
  /** Names that are reached without the proxy. */
  siblings?: readonly string[];
  signal: AbortSignal;
}

/** null: whatever is public. */
export type AllowRules = readonly string[] | null;

/** With the building of its image. */
const startMs = 600_000;

export class AllowNetworks {
  readonly #options: AllowNetworksOptions;
  #proxy: SharedProxy | undefined;
  readonly #testing = new SharedWork<void>();
  #testers = 0;
  #running: Promise<"held" | HarnessError> | undefined;
  /** Of the test: a box is held to its hosts, or why it is not. */
  #verdict: "held" | HarnessError | undefined;

  constructor(options: AllowNetworksOptions) {
    this.#options = options;
  }

  /** Throws config "allowed-host-invalid" and "network-unenforced", and infrastructure faults. */
  async open(allow: AllowRules, { labels, siblings = [], signal }: OpenAllowNetworkOptions): Promise<AllowNetwork> {
    refuseInvalid(allow ?? []);
    await this.#beTested(labels, signal);
    return await this.#open(allow, { labels, siblings, signal });
  }

  /** Broken off when nobody waits for it any more; the last to leave sees it undone. */
  async #beTested(labels: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void> {
    if (this.#verdict === undefined) {
      const test = async (inner: AbortSignal) => {
        this.#running = this.#test(labels, inner).then(
          () => "held" as const,
          (error: unknown) => {
            if (isUnenforced(error)) return error;
            throw error;
          },
        );
        this.#verdict = await this.#running;
      };
      this.#testers += 1;
      try {
        await this.#testing.run("test", test, { signal });
      } finally {
        this.#testers -= 1;
        if (this.#testers === 0) await this.#running?.catch(() => undefined);
      }
    }
    if (this.#verdict !== "held") throw this.#verdict;
  }

  async #test(labels: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void> {
    await using network = await this.#open([], { labels, siblings: [], signal });
    await this.#options.test(network, { proxy: network.proxy, signal });
  }

  async #open(
    allow: AllowRules,
    { labels, siblings, signal }: Required<OpenAllowNetworkOptions>,
  ): Promise<AllowNetwork> {
    const { docker, onCleanupFailure } = this.#options;
    await using undo = new AsyncDisposableStack();
    const proxy = await this.#acquire(undo, signal);
    const name = `auto-harness-${randomBytes(8).toString("hex")}`;
    undo.defer(() => attempt(onCleanupFailure, `network ${name}`, (limit) => removeNetwork(docker, name, limit)));
    await createInternalNetwork(docker, name, labels);
    signal.throwIfAborted();
    undo.defer(() =>
      attempt(onCleanupFailure, `network ${name}`, (limit) =>
        disconnectContainer(docker, name, { container: proxy.id, ...limit }),
      ),
    );
    const place = await joinNetwork(docker, name, { proxy, signal });
    undo.defer(() => attempt(onCleanupFailure, "the proxy's part", (limit) => proxy.forget(place.address, limit)));
    const network = new AllowNetwork(name, { ...place, proxy, siblings, owned: undo.move() });
    await using unless = new AsyncDisposableStack();
    unless.use(network);
    await network.allow(allow, { signal });
    unless.move();
    return network;
  }

  async #acquire(undo: AsyncDisposableStack, signal: AbortSignal): Promise<AllowProxy> {
    const known = this.#proxy;
    const usable = await known?.started.then(
      (proxy) => !proxy.lost,
      () => false,
    );
    signal.throwIfAborted();
    if (usable === false && this.#proxy === known) this.#proxy = undefined;
    this.#proxy ??= this.#start();
    const shared = this.#proxy;
    shared.users += 1;
    undo.defer(async () => {
      shared.users -= 1;
      if (shared.users > 0) return;
      if (this.#proxy === shared) this.#proxy = undefined;
      // Nobody waits any more for one that has not started yet.
      shared.starting.abort();
      await (await shared.started.catch(() => undefined))?.[Symbol.asyncDispose]();
    });
    return await abortable(shared.started, signal);
  }

  /** Others wait for it too, so no caller's signal cuts it short. */
  #start(): SharedProxy {
    const starting = new AbortController();
    const limit = AbortSignal.any([starting.signal, AbortSignal.timeout(startMs)]);
    return { starting, started: this.#options.startProxy({ signal: limit }), users: 0 };
  }
}

interface SharedProxy {
  starting: AbortController;
  started: Promise<AllowProxy>;
  users: number;
}

interface Parts {
  proxy: AllowProxy;
  address: string;
  subnet: string;
  siblings: readonly string[];
  owned: AsyncDisposableStack;
}

export class AllowNetwork implements AsyncDisposable {
  readonly name: string;
  readonly #parts: Parts;

  constructor(name: string, parts: Parts) {
    this.name = name;
    this.#parts = parts;
  }

  get proxy(): AllowProxy {
    return this.#parts.proxy;
  }

  /** The proxy's on this network; it answers for names too. */
  get address(): string {
    return this.#parts.address;
  }

  /** Cuts what is open. */
  async allow(allow: AllowRules, { signal }: { signal: AbortSignal }): Promise<void> {
    refuseInvalid(allow ?? []);
    const { proxy, address, subnet } = this.#parts;
    await proxy.serve({ address, subnet, allow: allow === null ? null : [...allow] }, { signal });
  }

  /** A proxy that has ended is no fault of the trial's infrastructure that a box could not bring about. */
  async uses({ signal }: { signal: AbortSignal }): Promise<NetworkUse[]> {
    const { proxy, address } = this.#parts;
    if (!proxy.lost) return await proxy.uses(address, { signal });
    return [{ host: "(anything)", port: null, refused: "the proxy has ended", count: 1, bytes: 0 }];
  }

  /** For programs that know of proxies. */
  environment(): Record<string, string> {
    const proxy = `http://${this.address}:${proxyPorts.proxy}`;
    const none = ["localhost", "127.0.0.1", "::1", ...this.#parts.siblings].join(",");
    const variables = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy, NO_PROXY: none };
    const both = Object.entries(variables).flatMap(([name, value]) => [
      [name, value],
      [name.toLowerCase(), value],
    ]);
    return Object.fromEntries(both);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.owned.disposeAsync();
  }
}

function refuseInvalid(allow: readonly string[]): void {
  for (const host of allow) {
    const problem = allowedHostProblem(host);
    if (problem === undefined) continue;
    const message = `The allowed host "${host}" ${problem}.`;
    throw new HarnessError({ fault: "config", code: "allowed-host-invalid", message });
  }
}

function isUnenforced(error: unknown): error is HarnessError {
  return error instanceof HarnessError && error.code === "network-unenforced";
}
