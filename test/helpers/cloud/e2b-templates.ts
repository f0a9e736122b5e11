// E2B's templates: builds from steps, done by our engine; names, tags, statuses and logs as the SDK asks for them.

import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-fs";
import { sha256 } from "../../../src/lib/digest.ts";
import type { CloudContainers } from "./cloud-containers.ts";
import { type CloudFaults, slowBuildMs } from "./cloud-faults.ts";
import { type CloudAnswer, type CloudRequest, skewed } from "./cloud-server.ts";
import { notFound } from "./e2b-answers.ts";

export interface E2bBuild {
  status: "waiting" | "building" | "ready" | "error";
  image: string;
  cpuCount: number;
  memoryMB: number;
  log: Array<{ timestamp: string; level: string; message: string }>;
  reason: string;
}

interface Template {
  id: string;
  name: string;
  builds: Map<string, E2bBuild>;
  tags: Map<string, string>;
}

interface Step {
  type: string;
  args?: string[];
  filesHash?: string;
}

export class E2bTemplates {
  readonly #containers: CloudContainers;
  readonly #faults: CloudFaults;
  readonly #templates: Template[] = [];
  readonly #files = new Map<string, Buffer>();
  readonly #closed = new AbortController();
  readonly #building: Promise<void>[] = [];
  /** Builds that were started. */
  builds = 0;

  constructor(containers: CloudContainers, faults: CloudFaults) {
    this.#containers = containers;
    this.#faults = faults;
  }

  /** By `name`, `name:tag` or id; only what is ready. */
  find(reference: string): { id: string; build: E2bBuild } | undefined {
    const [name = "", tag = "default"] = reference.split(":");
    const template = this.#templates.find((one) => one.name === name || one.id === name);
    const build = template?.builds.get(template.tags.get(tag) ?? "");
    return template === undefined || build?.status !== "ready" ? undefined : { id: template.id, build };
  }

  async handle(request: CloudRequest, url: string): Promise<CloudAnswer | undefined> {
    const { method, path } = request;
    if (method === "POST" && path === "/v3/templates") return this.#request(await request.json());
    if (method === "POST" && path === "/templates/tags") return this.#tag(await request.json());
    const upload = /^\/uploads\/(\w+)$/.exec(path);
    if (method === "PUT" && upload?.[1] !== undefined) {
      this.#files.set(upload[1], await request.body());
      return { status: 200, json: {} };
    }
    const parts = /^\/(?:v2\/)?templates\/([^/]+)(?:\/(\w+)(?:\/([^/]+)(\/status)?)?)?$/.exec(path);
    const [, id = "", kind = "", key = ""] = parts ?? [];
    const reference = decodeURIComponent(id);
    const template = this.#templates.find((one) => one.id === reference || one.name === reference);
    if (parts === null || template === undefined) return undefined;
    if (kind === "files") {
      const present = this.#files.has(key);
      return { status: 201, json: { present, ...(present ? {} : { url: `${url}/uploads/${key}` }) } };
    }
    if (kind === "tags") {
      const createdAt = new Date(skewed(this.#faults)).toISOString();
      return { status: 200, json: [...template.tags].map(([tag, buildID]) => ({ tag, buildID, createdAt })) };
    }
    const build = template.builds.get(key);
    if (kind !== "builds" || build === undefined) return undefined;
    if (method === "POST") {
      this.#start(template, key, build, await request.json());
      return { status: 202, json: {} };
    }
    const offset = Number(request.query.get("logsOffset") ?? 0);
    const base = { templateID: template.id, buildID: key, status: build.status, logs: [] };
    const reason = build.reason === "" ? {} : { reason: { message: build.reason, logEntries: [] } };
    return { status: 200, json: { ...base, ...reason, logEntries: build.log.slice(offset, offset + 100) } };
  }

  async close(): Promise<void> {
    this.#closed.abort(new Error("the stand-in is closed"));
    await Promise.allSettled(this.#building);
  }

  #request(body: Record<string, unknown>): CloudAnswer {
    const [name = "", tag] = String(body["name"]).split(":");
    if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) return { status: 400, json: { code: 400, message: `bad name ${name}` } };
    let template = this.#templates.find((one) => one.name === name);
    if (template === undefined) {
      template = { id: randomUUID().replaceAll("-", "").slice(0, 20), name, builds: new Map(), tags: new Map() };
      this.#templates.push(template);
    }
    const buildID = randomUUID();
    const sizes = { cpuCount: Number(body["cpuCount"] ?? 2), memoryMB: Number(body["memoryMB"] ?? 1024) };
    template.builds.set(buildID, { status: "waiting", image: "", ...sizes, log: [], reason: "" });
    const tags = [...(tag === undefined ? ["default"] : [tag]), ...((body["tags"] as string[] | undefined) ?? [])];
    const names = [name];
    return { status: 202, json: { templateID: template.id, buildID, public: false, names, aliases: names, tags } };
  }

  #tag(body: Record<string, unknown>): CloudAnswer {
    const [name = "", tag = "default"] = String(body["target"]).split(":");
    const template = this.#templates.find((one) => one.name === name);
    const buildID = template?.tags.get(tag);
    if (template === undefined || buildID === undefined) return notFound(`template ${name}:${tag}`);
    const tags = body["tags"] as string[];
    for (const other of tags) template.tags.set(other, buildID);
    return { status: 201, json: { buildID, tags } };
  }

  #start(template: Template, id: string, build: E2bBuild, body: Record<string, unknown>): void {
    if (build.status !== "waiting") return;
    build.status = "building";
    this.builds += 1;
    if (this.#faults.hits("wedgedBuild")) return;
    const work = this.#build(build, body).then(
      () => {
        build.status = "ready";
        template.tags.set("default", id);
      },
      (error: unknown) => {
        build.reason = error instanceof Error ? error.message : String(error);
        build.status = "error";
      },
    );
    this.#building.push(work);
  }

  async #build(build: E2bBuild, body: Record<string, unknown>): Promise<void> {
    const steps = (body["steps"] ?? []) as Step[];
    const say = (message: string) =>
      void build.log.push({ timestamp: new Date(skewed(this.#faults)).toISOString(), level: "info", message });
    const { signal } = this.#closed;
    if (this.#faults.hits("slowBuild")) await new Promise((resolve) => setTimeout(resolve, slowBuildMs));
    const base = this.#baseOf(body);
    if (steps.length === 0) {
      build.image = await this.#containers.prepareImage({ kind: "image", reference: base }, say, signal);
      return;
    }
    const context = await mkdtemp(join(tmpdir(), "auto-harness-e2b-template-"));
    try {
      const dockerfile = [`FROM ${base}`, "USER root", ...(await this.#instructionsOf(steps, context))].join("\n");
      await writeFile(join(context, "Dockerfile"), `${dockerfile}\n`);
      const source = { kind: "build", name: "e2b-template", context, digest: sha256(dockerfile) } as const;
      build.image = await this.#containers.prepareImage(source, say, signal);
    } finally {
      await rm(context, { recursive: true, force: true });
    }
  }

  #baseOf(body: Record<string, unknown>): string {
    if (typeof body["fromTemplate"] !== "string") return String(body["fromImage"]);
    const found = this.find(body["fromTemplate"]);
    if (found === undefined) throw new Error(`there is no template ${body["fromTemplate"]}`);
    return found.build.image;
  }

  async #instructionsOf(steps: readonly Step[], context: string): Promise<string[]> {
    const lines: string[] = [];
    for (const { type, args = [], filesHash = "" } of steps) {
      const [first = "", second = "", user = ""] = args;
      if (type === "RUN") {
        const as = second === "" ? [] : [`USER ${second}`];
        lines.push(...as, `RUN ${JSON.stringify(["/bin/bash", "-l", "-c", first])}`);
      } else if (type === "COPY") {
        const files = this.#files.get(filesHash);
        if (files === undefined) throw new Error(`the files ${filesHash} were not uploaded`);
        await mkdir(join(context, filesHash));
        await pipeline(
          Readable.from([files], { objectMode: false }),
          createGunzip(),
          extract(join(context, filesHash)),
        );
        const owner = user === "" ? "" : `--chown=${user} `;
        lines.push(`COPY ${owner}${JSON.stringify([`${filesHash}/${first}`, second])}`);
      } else if (type === "ENV") {
        for (let at = 0; at + 1 < args.length; at += 2) lines.push(`ENV ${args[at]}=${JSON.stringify(args[at + 1])}`);
      } else if (type === "WORKDIR" || type === "USER") lines.push(`${type} ${first}`);
      else throw new Error(`unknown step ${type}`);
    }
    return lines;
  }
}
