// The cloud, in a process of its own: the stand-in of E2B that tests use, over HTTP/2 and TLS as the real one, with
// played sandboxes under it.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openE2bStandIn } from "../../test/helpers/cloud/e2b-stand-in.ts";
import { makeCertificates } from "../../test/helpers/engine-proxy.ts";
import { serveWorker } from "../lib/serve-worker.ts";
import { type ScaleSettings, serviceFile, settingsFile } from "./settings.ts";
import { simulatedContainers } from "./simulated-sandboxes.ts";

/** Gives what it was asked for since the last time, and the most sandboxes that were open at once. */
export type ServiceRequest = Record<string, never>;

export interface ServiceCounts {
  requests: Record<string, number>;
  most: number;
  /** Still open. */
  open: number;
}

await serveWorker<ServiceRequest, ServiceCounts>(async (_name, { folder }) => {
  await using undo = new AsyncDisposableStack();
  const settings = JSON.parse(await readFile(join(folder, settingsFile), "utf8")) as ScaleSettings;
  const { server } = undo.use(await makeCertificates());
  const containers = simulatedContainers({ create: settings.createMs, exec: settings.execMs });
  const cloud = undo.use(
    await openE2bStandIn({ containers, tls: server, startsPerSecond: settings.startsPerSecond ?? Infinity }),
  );
  const place = { url: cloud.url, apiKey: cloud.apiKey, ca: server.ca.toString("utf8") };
  await writeFile(join(folder, serviceFile), JSON.stringify(place), { mode: 0o600 });
  const owned = undo.move();
  let before = new Map<string, number>();
  return {
    async measure() {
      const now = new Map(cloud.requests);
      const requests = Object.fromEntries([...now].map(([name, count]) => [name, count - (before.get(name) ?? 0)]));
      before = now;
      return { requests, ...containers.takeCounts() };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
});
