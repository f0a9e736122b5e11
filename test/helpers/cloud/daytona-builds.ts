// Daytona's snapshots at no engine, through the official SDK: what is sent is there to be looked at, and a test says what
// becomes of it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../../src/lib/clock.ts";
import { loadDaytonaClient } from "../../../src/sandboxes/daytona/client.ts";
import { DaytonaImages } from "../../../src/sandboxes/daytona/images.ts";
import { cloudFaults } from "./cloud-faults.ts";
import { type CloudAnswer, type CloudRequest, type CloudServer, openCloudServer } from "./cloud-server.ts";
import { refusalOf } from "./daytona-answers.ts";
import { DaytonaSnapshots } from "./daytona-snapshots.ts";
import { accessTo, DaytonaStorage } from "./daytona-storage.ts";

export interface DaytonaBuilds extends AsyncDisposable {
  images: DaytonaImages;
  snapshots: DaytonaSnapshots;
  /** "METHOD path" of each request; identifiers are left out. */
  asked: string[];
  /** By path: what each build was made of, the Dockerfile among it. */
  built: Array<Record<string, string>>;
  /** Of a build: throws what it fails of. */
  onBuild: (onLog: (line: string) => void) => void;
  /** Before a request is answered; what it gives is the answer. */
  onRequest: (request: CloudRequest) => CloudAnswer | undefined | Promise<CloudAnswer | undefined>;
}

export async function openDaytonaBuilds(options: { clock?: Clock } = {}): Promise<DaytonaBuilds> {
  const faults = cloudFaults("builds");
  const storage = new DaytonaStorage();
  const prepareImage: ConstructorParameters<typeof DaytonaSnapshots>[0]["prepareImage"] = async (source, onLog) => {
    if (source.kind === "build") opened.built.push(await filesBelow(source.context));
    opened.onBuild(onLog);
    return "image";
  };
  const snapshots = new DaytonaSnapshots({ prepareImage }, faults, storage);
  const server: CloudServer = await openCloudServer({
    ...{ faults, refusal: refusalOf, nameOf: (method, path) => `${method} ${path}` },
    handle: async (request, response) => {
      const { method, path } = request;
      opened.asked.push(`${method} ${path.replace(/^\/([\w-]+)\/[^/]+/, "/$1/ID")}`);
      const own = await opened.onRequest(request);
      if (own !== undefined) return own;
      if (path === "/object-storage/push-access") return { status: 200, json: accessTo(server.url) };
      return (await storage.handle(request)) ?? (await snapshots.handle(request, response, server.url));
    },
  });
  const client = await loadDaytonaClient({ apiKey: "dtn_0000", apiUrl: server.url, target: "here" });
  const opened: DaytonaBuilds = {
    ...{ images: new DaytonaImages(client, options.clock), snapshots, asked: [], built: [] },
    onBuild: () => undefined,
    onRequest: () => undefined,
    async [Symbol.asyncDispose]() {
      await snapshots.close();
      await server[Symbol.asyncDispose]();
    },
  };
  return opened;
}

async function filesBelow(folder: string): Promise<Record<string, string>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, "utf8")] as const);
  return Object.fromEntries(await Promise.all(read));
}
