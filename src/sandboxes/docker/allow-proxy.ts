// The proxy as the host sees it: a container with its streams attached, which is told what it serves.

import { createInterface } from "node:readline";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { MainProcess, NetworkUse, Sandbox } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { answer, type ProxyAnswer, type ProxyRequest, type ServedNetwork } from "./allow-proxy/protocol.ts";
import { engineCall } from "./call.ts";
import { connectContainer } from "./network.ts";

const answerMs = 30_000;

type Asking = ProxyRequest extends infer R ? (R extends { id: number } ? Omit<R, "id"> : never) : never;
type Waiting = { resolve: (said: ProxyAnswer) => void; reject: (error: unknown) => void };

/** What the proxy container must be beside a box of profile "agent". */
export const proxyHostConfig: Dockerode.HostConfig = {
  Sysctls: {
    // A box could hand it packets for others: it is a proxy, not a router.
    "net.ipv4.ip_forward": "0",
    "net.ipv4.conf.all.rp_filter": "1",
    "net.ipv4.ip_unprivileged_port_start": "0",
  },
  // Names are taken as they stand.
  DnsSearch: ["."],
};

export class AllowProxy implements AsyncDisposable {
  readonly #box: Sandbox;
  readonly #main: MainProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #lost = false;

  private constructor(box: Sandbox, main: MainProcess) {
    this.#box = box;
    this.#main = main;
    main.stderr.resume();
    const lines = createInterface({ input: main.stdout });
    lines.on("line", (line) => this.#onLine(line));
    lines.once("close", () => this.#end());
  }

  /** Owns `box`, whose main process is the proxy's. Throws infrastructure "allow-proxy-lost", config "network-unenforced". */
  static async start(box: Sandbox, { signal }: { signal: AbortSignal }): Promise<AllowProxy> {
    await using undo = new AsyncDisposableStack();
    undo.use(box);
    if (box.main === undefined) throw new Error("the proxy's main process is not attached");
    const proxy = new AllowProxy(box, box.main);
    const ready = await proxy.#answer(0, signal);
    if ("forwarding" in ready && ready.forwarding !== "0") throw forwards();
    undo.move();
    return proxy;
  }

  /** It has ended: what it served reaches nothing any more. */
  get lost(): boolean {
    return this.#lost;
  }

  get id(): string {
    return this.#box.id;
  }

  /** Cuts what the network has open. */
  async serve(network: ServedNetwork, { signal }: { signal: AbortSignal }): Promise<void> {
    await this.#ask({ do: "serve", network }, signal);
  }

  async forget(address: string, { signal }: { signal: AbortSignal }): Promise<void> {
    if (!this.#lost) await this.#ask({ do: "forget", address }, signal);
  }

  async uses(address: string, { signal }: { signal: AbortSignal }): Promise<NetworkUse[]> {
    const said = await this.#ask({ do: "uses", address }, signal);
    return "uses" in said ? said.uses : [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
    this.#end();
  }

  async #ask(asking: Asking, signal: AbortSignal): Promise<ProxyAnswer> {
    if (this.#lost) throw lostFault();
    this.#lastId += 1;
    const answered = this.#answer(this.#lastId, signal);
    this.#main.stdin.write(`${JSON.stringify({ ...asking, id: this.#lastId })}\n`);
    return await answered;
  }

  async #answer(id: number, signal: AbortSignal): Promise<ProxyAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ProxyAnswer>();
    this.#waiting.set(id, { resolve, reject });
    const timer = setTimeout(() => reject(lostFault()), answerMs);
    try {
      return await abortable(promise, signal);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  #onLine(line: string): void {
    try {
      const said = answer.parse(JSON.parse(line));
      this.#waiting.get(said.id)?.resolve(said);
    } catch {
      // Something that is not the proxy speaks: nothing it says is believed, and nothing more is asked.
      this.#end();
    }
  }

  #end(): void {
    this.#lost = true;
    for (const { reject } of this.#waiting.values()) reject(lostFault());
  }
}

/** Where the proxy is on a network, once it has joined it. */
export async function joinNetwork(
  docker: Dockerode,
  network: string,
  { proxy, signal }: { proxy: AllowProxy; signal: AbortSignal },
): Promise<{ address: string; subnet: string }> {
  await connectContainer(docker, network, { container: proxy.id, signal });
  const inspect = () => docker.getNetwork(network).inspect();
  const found: Dockerode.NetworkInspectInfo = await engineCall("look at a network", inspect, { signal });
  const address = found.Containers?.[proxy.id]?.IPv4Address.split("/")[0];
  const subnet = found.IPAM?.Config?.[0]?.Subnet;
  if (address === undefined || address === "" || subnet === undefined) throw lostFault();
  return { address, subnet };
}

function lostFault(): HarnessError {
  const message = "The proxy of boxes on allowed hosts has ended or does not answer: they reach nothing.";
  return new HarnessError({ fault: "infrastructure", code: "allow-proxy-lost", message });
}

function forwards(): HarnessError {
  const message =
    "This engine makes a router of the proxy of boxes on allowed hosts (net.ipv4.ip_forward can't be set), so they could not be held to their hosts.";
  return new HarnessError({ fault: "config", code: "network-unenforced", message });
}
