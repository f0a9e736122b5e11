// Snapshots of Daytona's stand-in: built by our engine from the Dockerfile's text and what was uploaded for it.

import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExtractOptions, extract } from "tar-fs";
import { sha256 } from "../../../src/lib/digest.ts";
import type { CloudContainers } from "./cloud-containers.ts";
import { type CloudFaults, slowBuildMs } from "./cloud-faults.ts";
import type { CloudAnswer, CloudRequest } from "./cloud-server.ts";
import { refusalOf } from "./daytona-answers.ts";
import type { DaytonaStorage } from "./daytona-storage.ts";

export interface Snapshot {
  id: string;
  name: string;
  state: "building" | "active" | "inactive" | "error" | "build_failed";
  cpu: number;
  /** GiB. */
  mem: number;
  disk: number;
  errorReason: string | null;
  log: string[];
  image: string;
  /** Settles when the build does. */
  built: Promise<void>;
}

export class DaytonaSnapshots {
  readonly #containers: Pick<CloudContainers, "prepareImage">;
  readonly #faults: CloudFaults;
  readonly #storage: DaytonaStorage;
  readonly #all = new Map<string, Snapshot>();
  readonly #closed = new AbortController();
  /** Builds so far. */
  builds = 0;

  constructor(containers: Pick<CloudContainers, "prepareImage">, faults: CloudFaults, storage: DaytonaStorage) {
    this.#containers = containers;
    this.#faults = faults;
    this.#storage = storage;
  }

  find(reference: string): Snapshot | undefined {
    return this.#all.get(reference) ?? [...this.#all.values()].find(({ id }) => id === reference);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([...this.#all.values()].map(({ built }) => built));
  }

  async handle(request: CloudRequest, response: ServerResponse, url: string): Promise<CloudAnswer | undefined> {
    const { method, path } = request;
    if (method === "POST" && path === "/snapshots") return await this.#create(await request.json());
    const [, reference = "", what = ""] = /^\/(?:snapshots|build-logs)\/([^/]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
    if (reference === "") return undefined;
    const snapshot = this.find(decodeURIComponent(reference));
    if (snapshot === undefined) return refusalOf(404, `no snapshot ${reference}`);
    if (path.startsWith("/build-logs/")) {
      response.writeHead(200, { "Content-Type": "text/plain" });
      if (request.query.get("follow") === "true") await snapshot.built;
      response.end(snapshot.log.join("\n"));
      return undefined;
    }
    if (what === "activate") {
      if (snapshot.state !== "inactive") return refusalOf(400, `Snapshot ${snapshot.id} is already ${snapshot.state}`);
      snapshot.state = "active";
    }
    if (what === "build-logs-url") return { status: 200, json: { url: `${url}/build-logs/${snapshot.id}` } };
    if (method === "DELETE") {
      this.#all.delete(snapshot.name);
      return { status: 200, json: {} };
    }
    return { status: 200, json: answerOf(snapshot) };
  }

  async #create(body: Record<string, unknown>): Promise<CloudAnswer> {
    const name = String(body["name"]);
    if (this.#all.has(name)) return refusalOf(409, `snapshot ${name} exists`);
    const { dockerfileContent, contextHashes } = body["buildInfo"] as {
      dockerfileContent: string;
      contextHashes: string[];
    };
    const snapshot: Snapshot = {
      ...{ id: randomUUID(), name, state: "building", errorReason: null, log: [], image: "" },
      ...{ cpu: Number(body["cpu"] ?? 1), mem: Number(body["memory"] ?? 1) },
      ...{ disk: Number(body["disk"] ?? 3), built: Promise.resolve() },
    };
    this.#all.set(name, snapshot);
    this.builds += 1;
    snapshot.built = this.#faults.hits("wedgedBuild")
      ? new Promise((resolve) => this.#closed.signal.addEventListener("abort", () => resolve(), { once: true }))
      : this.#build(snapshot, dockerfileContent, contextHashes);
    return { status: 200, json: answerOf(snapshot) };
  }

  async #build(snapshot: Snapshot, dockerfile: string, hashes: readonly string[]): Promise<void> {
    const context = await mkdtemp(join(tmpdir(), "auto-harness-daytona-"));
    try {
      if (this.#faults.hits("slowBuild")) await new Promise((resolve) => setTimeout(resolve, slowBuildMs));
      await writeFile(join(context, "Dockerfile"), dockerfile);
      for (const hash of hashes) {
        await pipeline(Readable.from([this.#storage.find(hash) ?? Buffer.alloc(1024)]), extract(context, asTheRunner));
      }
      const digest = sha256(JSON.stringify([dockerfile, hashes]));
      const source = { kind: "build", name: snapshot.name, context, digest } as const;
      const onLog = (line: string) => void snapshot.log.push(line);
      snapshot.image = await this.#containers.prepareImage(source, onLog, this.#closed.signal);
      snapshot.state = "active";
    } catch (error) {
      snapshot.state = "build_failed";
      snapshot.errorReason = error instanceof Error ? error.message : String(error);
    } finally {
      await rm(context, { recursive: true, force: true });
    }
  }
}

/** Its published source keeps names, permissions and content: folders are left out, and a link is an empty file. */
const asTheRunner: ExtractOptions = {
  ignore: (_name, header) => header?.type === "directory",
  map: (header) => (header.type === "directory" ? header : { ...header, type: "file" }),
};

function answerOf({ built: _built, log: _log, image: _image, ...facts }: Snapshot): Record<string, unknown> {
  return { ...facts, organizationId: "organization", general: false, imageName: facts.name };
}
