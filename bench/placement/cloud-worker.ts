// The cloud of the bench, in a process of its own: E2B's stand-in, backed by containers, at the end of a long way.

import { openE2bStandIn } from "../../test/helpers/cloud/e2b-stand-in.ts";
import { serveWorker } from "../lib/serve-worker.ts";
import { openDelayedProxy } from "./delayed-proxy.ts";

/** From now on. */
export interface CloudRequest {
  rttMs: number;
}

export interface CloudState {
  url: string;
  apiKey: string;
  /** So far: requests, and among them sandboxes that were created. */
  requests: number;
  sandboxes: number;
}

await serveWorker<CloudRequest, CloudState>(async () => {
  const owned = new AsyncDisposableStack();
  const cloud = owned.use(await openE2bStandIn());
  const proxy = owned.use(await openDelayedProxy(Number(new URL(cloud.url).port)));
  return {
    async measure({ rttMs }) {
      proxy.rttMs = rttMs;
      const requests = [...cloud.requests.values()].reduce((sum, count) => sum + count, 0);
      const sandboxes = cloud.requests.get("POST /v2/sandboxes") ?? 0;
      return { url: proxy.url, apiKey: cloud.apiKey, requests, sandboxes };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
});
