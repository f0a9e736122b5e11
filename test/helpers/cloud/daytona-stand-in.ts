// Daytona on loopback: its API and what runs in its sandboxes, on the wire that the official SDK speaks (measured with
// version 0.216), backed by containers of our engine.

import { randomBytes, randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type CloudContainer, type CloudContainers, openCloudContainers } from "./cloud-containers.ts";
import { type CloudFaultRates, type CloudFaults, cloudFaults } from "./cloud-faults.ts";
import { type CloudAnswer, type CloudRequest, type CloudServer, openCloudServer, skewed } from "./cloud-server.ts";
import { refusalOf } from "./daytona-answers.ts";
import { DaytonaSnapshots } from "./daytona-snapshots.ts";
import { accessTo, DaytonaStorage } from "./daytona-storage.ts";
import { LiveSandboxes } from "./live-sandboxes.ts";

export interface DaytonaStandIn extends AsyncDisposable {
  readonly url: string;
  readonly apiKey: string;
  readonly faults: CloudFaults;
  readonly snapshots: DaytonaSnapshots;
  readonly requests: ReadonlyMap<string, number>;
  /** Ids of those that live. */
  sandboxes(): string[];
  /** As a runner that fails. */
  lose(sandbox: string): Promise<void>;
  /** Names of containers and networks that are left on the engine. */
  leftovers(): Promise<string[]>;
}

interface LiveSandbox {
  id: string;
  container: CloudContainer;
  labels: Record<string, string>;
  info: Record<string, unknown>;
  /** Minutes without a request after which it stops, and with that goes; 0: never. */
  autoStop: number;
  timer: NodeJS.Timeout | undefined;
}

const pageSize = 20;

export interface DaytonaStandInOptions {
  seed?: string;
  rates?: Partial<CloudFaultRates>;
  /** What its sandboxes run on; left out: containers of our engine. */
  containers?: CloudContainers;
}

export async function openDaytonaStandIn(options: DaytonaStandInOptions = {}): Promise<DaytonaStandIn> {
  await using undo = new AsyncDisposableStack();
  const faults = cloudFaults(options.seed ?? "daytona", options.rates);
  const containers = undo.use(options.containers ?? (await openCloudContainers({ mounts: false })));
  const service = new Service(containers, faults);
  undo.defer(() => service.close());
  const server: CloudServer = undo.use(
    await openCloudServer({
      faults,
      handle: (request, response) => service.handle(request, response, server.url),
      refusal: refusalOf,
      nameOf: (method, path) => `${method} ${path.replaceAll(/\/[\w-]*\d[\w-]{5,}/g, "/ID")}`,
    }),
  );
  const owned = undo.move();
  return {
    url: server.url,
    apiKey: service.apiKey,
    faults,
    snapshots: service.snapshots,
    requests: server.requests,
    sandboxes: () => [...service.live.keys()],
    lose: (sandbox) => service.live.remove(sandbox),
    leftovers: () => containers.leftovers(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

class Service {
  readonly apiKey = `dtn_${randomBytes(20).toString("hex")}`;
  readonly live = new LiveSandboxes<LiveSandbox>();
  readonly snapshots: DaytonaSnapshots;
  readonly #storage = new DaytonaStorage();
  readonly #containers: CloudContainers;
  readonly #faults: CloudFaults;

  constructor(containers: CloudContainers, faults: CloudFaults) {
    this.#containers = containers;
    this.#faults = faults;
    this.snapshots = new DaytonaSnapshots(containers, faults, this.#storage);
  }

  async handle(request: CloudRequest, response: ServerResponse, url: string): Promise<CloudAnswer | undefined> {
    const stored = await this.#storage.handle(request);
    if (stored !== undefined) return stored;
    const { path, headers } = request;
    if (headers.authorization !== `Bearer ${this.apiKey}`) return refusalOf(401, "no such key");
    if (path === "/object-storage/push-access") return { status: 200, json: accessTo(url) };
    const answer =
      (await this.#toolbox(request)) ??
      (await this.#sandboxes(request, url)) ??
      (await this.snapshots.handle(request, response, url));
    return answer ?? (response.headersSent ? undefined : refusalOf(404, `${request.method} ${path}`));
  }

  async close(): Promise<void> {
    await this.snapshots.close();
    await this.live.removeAll();
  }

  async #toolbox(request: CloudRequest): Promise<CloudAnswer | undefined> {
    const [, id = "", what = ""] = /^\/toolbox\/([^/]+)(\/.*)$/.exec(request.path) ?? [];
    if (id === "") return undefined;
    const sandbox = this.live.get(id);
    if (sandbox === undefined) return refusalOf(404, `no sandbox ${id}`);
    this.#touch(sandbox);
    const answer = await toolbox.get(what)?.(sandbox.container, request);
    // Its runner may have failed meanwhile.
    return this.live.has(id) ? answer : refusalOf(404, `no sandbox ${id}`);
  }

  async #sandboxes(request: CloudRequest, url: string): Promise<CloudAnswer | undefined> {
    const { method, path } = request;
    if (path === "/sandbox") {
      return method === "POST" ? await this.#create(await request.json(), url) : this.#list(request.query, url);
    }
    const [, id = "", what = ""] = /^\/sandbox\/([^/]+)(?:\/([\w-]+))?/.exec(path) ?? [];
    if (id === "") return undefined;
    const sandbox = this.live.get(id);
    if (sandbox === undefined) return refusalOf(404, `no sandbox ${id}`);
    if (method === "DELETE") {
      await this.live.remove(id);
      return { status: 200, json: { ...infoOf(sandbox, url), state: "destroyed" } };
    }
    if (what === "last-activity") {
      this.#touch(sandbox);
      return { status: 201 };
    }
    return what === "" ? { status: 200, json: infoOf(sandbox, url) } : undefined;
  }

  async #create(body: Record<string, unknown>, url: string): Promise<CloudAnswer> {
    const snapshot = this.snapshots.find(String(body["snapshot"]));
    if (snapshot === undefined) return refusalOf(404, `Snapshot ${body["snapshot"]} not found`);
    if (snapshot.state !== "active") return refusalOf(400, `Snapshot ${snapshot.name} is ${snapshot.state}`);
    const { image, cpu, mem, disk } = snapshot;
    const container = await this.#containers.create({
      image: { kind: "image", reference: image },
      network: body["networkBlockAll"] === true ? "none" : "open",
      limits: { cpus: cpu, memoryMb: mem * 1024 },
      env: (body["env"] ?? {}) as Record<string, string>,
    });
    const id = randomUUID();
    const sandbox: LiveSandbox = {
      ...{ id, container, timer: undefined, autoStop: Number(body["autoStopInterval"] ?? 15) },
      labels: (body["labels"] ?? {}) as Record<string, string>,
      info: {
        ...{ name: id, organizationId: "organization", state: "started", snapshot: snapshot.name, cpu, memory: mem },
        ...{ user: body["user"], env: body["env"], public: false, target: "here", disk, gpu: 0 },
        ...{ networkBlockAll: body["networkBlockAll"], createdAt: new Date(skewed(this.#faults)).toISOString() },
      },
    };
    this.live.set(id, sandbox);
    this.#touch(sandbox);
    if (this.#faults.hits("lostSandbox")) {
      setTimeout(() => void this.live.remove(id), this.#faults.random() * 5_000).unref();
    }
    return { status: 200, json: infoOf(sandbox, url) };
  }

  #list(query: URLSearchParams, url: string): CloudAnswer {
    const wanted = Object.entries(JSON.parse(query.get("labels") ?? "{}") as Record<string, string>);
    const matching = [...this.live.values()].filter(({ labels }) =>
      wanted.every(([name, value]) => labels[name] === value),
    );
    const from = Number(query.get("cursor") ?? 0);
    const items = matching.slice(from, from + pageSize).map((one) => infoOf(one, url));
    const nextCursor = from + pageSize < matching.length ? String(from + pageSize) : null;
    return { status: 200, json: { items, nextCursor } };
  }

  #touch(sandbox: LiveSandbox): void {
    clearTimeout(sandbox.timer);
    if (sandbox.autoStop === 0) return;
    sandbox.timer = setTimeout(() => void this.live.remove(sandbox.id), sandbox.autoStop * 60_000);
    sandbox.timer.unref();
  }
}

function infoOf({ id, labels, info }: LiveSandbox, url: string): Record<string, unknown> {
  return { id, labels, ...info, toolboxProxyUrl: `${url}/toolbox` };
}

/** Both streams as one text, as the toolbox gives them. */
async function execute(container: CloudContainer, request: CloudRequest): Promise<CloudAnswer> {
  const { command, cwd, envs, timeout } = (await request.json()) as {
    command: string;
    cwd?: string;
    envs?: Record<string, string>;
    timeout?: number;
  };
  const child = await container.exec(["sh", "-c", `exec 2>&1 </dev/null; ${command}`], { cwd, env: envs });
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      void child.kill("KILL").catch(() => undefined);
    },
    (timeout ?? 360) * 1000,
  );
  const chunks: Buffer[] = [];
  child.stderr.resume();
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const exitCode = await child.exited;
  clearTimeout(timer);
  if (late) return refusalOf(408, "command execution timeout");
  return { status: 200, json: { exitCode, result: Buffer.concat(chunks).toString("utf8") } };
}

const toolbox = new Map([
  ["/process/execute", execute],
  ["/files/bulk-upload", upload],
]);

async function upload(container: CloudContainer, request: CloudRequest): Promise<CloudAnswer> {
  const type = request.headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(await request.body()), {
    headers: { "Content-Type": type },
  }).formData();
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]\.file$/.exec(name)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const path = String(form.get(`files[${index}].path`));
    const command = ["sh", "-c", 'mkdir -p "$(dirname "$1")" && cat >"$1"', "sh", path];
    const { exitCode, stderr } = await container.run(command, { input: Buffer.from(await value.arrayBuffer()) });
    if (exitCode !== 0) return refusalOf(400, stderr);
  }
  return { status: 200, json: {} };
}
