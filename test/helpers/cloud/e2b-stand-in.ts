// E2B on loopback: its API and what it runs in sandboxes, on the wire that the official SDK speaks (measured with
// version 2.51), backed by containers of our engine. The real service has machines of their own where this has containers.

import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type CloudContainer, type CloudContainers, openCloudContainers } from "./cloud-containers.ts";
import { type CloudFaultRates, type CloudFaults, cloudFaults } from "./cloud-faults.ts";
import {
  type CloudAnswer,
  type CloudRequest,
  type CloudServer,
  type CloudServerOptions,
  clockError,
  openCloudServer,
  skewed,
} from "./cloud-server.ts";
import { isProcedure, notFound, refusalOf } from "./e2b-answers.ts";
import { E2bEnvd } from "./e2b-envd.ts";
import { E2bTemplates } from "./e2b-templates.ts";
import { LiveSandboxes } from "./live-sandboxes.ts";

export interface E2bStandIn extends AsyncDisposable {
  readonly url: string;
  readonly apiKey: string;
  readonly faults: CloudFaults;
  readonly templates: E2bTemplates;
  readonly requests: ReadonlyMap<string, number>;
  /** Ids of those that live. */
  sandboxes(): string[];
  /** As a machine that fails. */
  lose(sandbox: string): Promise<void>;
  /** Names of containers and networks that are left on the engine. */
  leftovers(): Promise<string[]>;
}

interface LiveSandbox {
  id: string;
  token: string;
  container: CloudContainer;
  envd: E2bEnvd;
  cut: () => void;
  info: Record<string, unknown> & { metadata: Record<string, string> };
  endsAt: number;
  timer: NodeJS.Timeout;
}

const pageSize = 20;

export interface E2bStandInOptions {
  seed?: string;
  rates?: Partial<CloudFaultRates>;
  /** What its sandboxes run on; left out: containers of our engine. */
  containers?: CloudContainers;
  tls?: CloudServerOptions["tls"];
  /** Creations in any second; more are refused with 429. Left out: as many as are asked for. */
  startsPerSecond?: number;
}

export async function openE2bStandIn(options: E2bStandInOptions = {}): Promise<E2bStandIn> {
  await using undo = new AsyncDisposableStack();
  const faults = cloudFaults(options.seed ?? "e2b", options.rates);
  const containers = undo.use(options.containers ?? (await openCloudContainers({ mounts: true })));
  const service = new Service(containers, faults, options.startsPerSecond ?? Number.POSITIVE_INFINITY);
  undo.defer(() => service.close());
  const server: CloudServer = undo.use(
    await openCloudServer({
      faults,
      handle: (request, response) => service.handle(request, response, server.url),
      refusal: refusalOf,
      tls: options.tls,
      nameOf: (method, path) => `${method} ${path.replaceAll(/\/(?!v\d\/)[\w-]*\d[\w-]{5,}/g, "/ID")}`,
    }),
  );
  const owned = undo.move();
  return {
    url: server.url,
    apiKey: service.apiKey,
    faults,
    templates: service.templates,
    requests: server.requests,
    sandboxes: () => [...service.live.keys()],
    lose: (sandbox) => service.live.remove(sandbox),
    leftovers: () => containers.leftovers(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

class Service {
  readonly apiKey = `e2b_${randomBytes(20).toString("hex")}`;
  readonly live = new LiveSandboxes<LiveSandbox>();
  readonly templates: E2bTemplates;
  readonly #containers: CloudContainers;
  readonly #faults: CloudFaults;
  readonly #startsPerSecond: number;
  /** When each start of the last second was allowed. */
  #starts: number[] = [];

  constructor(containers: CloudContainers, faults: CloudFaults, startsPerSecond: number) {
    this.#containers = containers;
    this.#faults = faults;
    this.#startsPerSecond = startsPerSecond;
    this.templates = new E2bTemplates(containers, faults);
  }

  async handle(request: CloudRequest, response: ServerResponse, url: string): Promise<CloudAnswer | undefined> {
    const { path } = request;
    if (isProcedure(path) || path === "/files" || path === "/health") return await this.#inside(request, response);
    if (request.headers["x-api-key"] !== this.apiKey && !path.startsWith("/uploads/")) {
      return refusalOf(401, path, "no such key");
    }
    return (
      (await this.#sandboxes(request)) ??
      (await this.templates.handle(request, url)) ??
      notFound(`${request.method} ${path}`)
    );
  }

  async close(): Promise<void> {
    await this.templates.close();
    await this.live.removeAll();
  }

  async #inside(request: CloudRequest, response: ServerResponse): Promise<CloudAnswer | undefined> {
    const id = String(request.headers["e2b-sandbox-id"]);
    const sandbox = this.live.get(id);
    if (sandbox === undefined) return refusalOf(502, request.path, "The sandbox was not found");
    if (request.headers["x-access-token"] !== sandbox.token) return refusalOf(401, request.path, "no such token");
    const answer = await sandbox.envd.handle(request, response);
    if (!this.live.has(id) && !response.headersSent) return refusalOf(502, request.path, "The sandbox was not found");
    return answer ?? (response.headersSent ? undefined : notFound(request.path));
  }

  async #sandboxes(request: CloudRequest): Promise<CloudAnswer | undefined> {
    const { method, path } = request;
    if (path === "/v2/sandboxes") {
      return method === "POST" ? await this.#create(await request.json()) : this.#list(request.query);
    }
    const [, id = "", what = ""] = /^\/(?:v2\/)?sandboxes\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (id === "") return undefined;
    const sandbox = this.live.get(id);
    if (sandbox === undefined) return notFound(`sandbox ${id}`);
    if (what === "timeout") {
      this.#endAfter(sandbox, Number((await request.json())["timeout"]));
      return { status: 204 };
    }
    if (method === "DELETE") {
      await this.live.remove(id);
      return { status: 204 };
    }
    if (what === "connect") return { status: 200, json: answerOf(sandbox) };
    return what === "" ? { status: 200, json: this.#infoOf(sandbox) } : undefined;
  }

  async #create(body: Record<string, unknown>): Promise<CloudAnswer> {
    const now = performance.now();
    this.#starts = this.#starts.filter((at) => at > now - 1_000);
    if (this.#starts.length >= this.#startsPerSecond) {
      return { ...refusalOf(429, "", "too many starts"), headers: { "Retry-After": "1" } };
    }
    this.#starts.push(now);
    const reference = String(body["templateID"]);
    const found = this.templates.find(reference);
    if (found === undefined) return notFound(`template ${reference}`);
    const { image, cpuCount, memoryMB } = found.build;
    const container = await this.#containers.create({
      image: { kind: "image", reference: image },
      network: body["allow_internet_access"] === false ? "none" : "open",
      limits: { cpus: cpuCount, memoryMb: memoryMB },
      env: (body["envVars"] ?? {}) as Record<string, string>,
    });
    const id = `i${randomBytes(10).toString("hex")}`;
    const envd = new E2bEnvd(container, this.#faults);
    const sandbox: LiveSandbox = {
      ...{ id, token: randomBytes(16).toString("hex"), container, envd, cut: () => envd.cut() },
      info: {
        ...{ templateID: found.id, cpuCount, memoryMB, state: "running", envdVersion: "0.6.4" },
        metadata: (body["metadata"] ?? {}) as Record<string, string>,
        startedAt: new Date(skewed(this.#faults)).toISOString(),
      },
      endsAt: 0,
      timer: setTimeout(() => undefined, 0),
    };
    this.live.set(id, sandbox);
    this.#endAfter(sandbox, Number(body["timeout"] ?? 15));
    if (this.#faults.hits("lostSandbox")) {
      setTimeout(() => void this.live.remove(id), this.#faults.random() * 5_000).unref();
    }
    return { status: 201, json: answerOf(sandbox) };
  }

  #list(query: URLSearchParams): CloudAnswer {
    const wanted = [...new URLSearchParams(query.get("metadata") ?? "")].map(([name, value]) => [
      decodeURIComponent(name),
      decodeURIComponent(value),
    ]);
    const matching = [...this.live.values()].filter(({ info }) =>
      wanted.every(([name = "", value]) => info.metadata[name] === value),
    );
    const from = Number(query.get("nextToken") ?? 0);
    const size = Math.min(Number(query.get("limit") ?? pageSize), pageSize);
    const headers = from + size < matching.length ? { "X-Next-Token": String(from + size) } : {};
    return { status: 200, headers, json: matching.slice(from, from + size).map((one) => this.#infoOf(one)) };
  }

  #infoOf({ id, info, endsAt }: LiveSandbox): Record<string, unknown> {
    return {
      sandboxID: id,
      clientID: "stand-in",
      ...info,
      endAt: new Date(endsAt + clockError(this.#faults)).toISOString(),
    };
  }

  #endAfter(sandbox: LiveSandbox, seconds: number): void {
    clearTimeout(sandbox.timer);
    sandbox.endsAt = Date.now() + seconds * 1000;
    sandbox.timer = setTimeout(() => void this.live.remove(sandbox.id), seconds * 1000);
    sandbox.timer.unref();
  }
}

function answerOf({ id, token, info }: LiveSandbox): Record<string, unknown> {
  const { templateID, envdVersion } = info;
  return { sandboxID: id, templateID, clientID: "stand-in", envdVersion, envdAccessToken: token, domain: null };
}
