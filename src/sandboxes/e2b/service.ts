import type { Sandbox as E2bSandbox, SandboxInfo } from "e2b";
import type { CloudService } from "../cloud/machines.ts";
import { type E2bClient, serviceName } from "./client.ts";
import { sizeOf } from "./images.ts";
import { troubleOf } from "./trouble.ts";

/** E2B as its machines need it. */
export function e2bService(client: E2bClient): CloudService<E2bSandbox> {
  return {
    name: serviceName,
    call: client.call,
    troubleOf,
    refusedMayLeave: false,
    sizeOf,
    create: async (template, { network }, { labels, idleMs, timeoutMs }) =>
      await client.Sandbox.create(template, {
        ...{ metadata: labels, timeoutMs: idleMs, allowInternetAccess: network !== "none" },
        // By default whoever knows a sandbox's name reaches its ports.
        ...{ network: { allowPublicTraffic: false } },
        ...{ lifecycle: { onTimeout: "kill" }, requestTimeoutMs: timeoutMs },
        // A refusal is for our pace to hear: the SDK would send them all again at the same moment.
        retries: 0,
      }),
    idOf: ({ sandboxId }) => sandboxId,
    keep: async ({ sandboxId }, idleMs, signal) => await client.Sandbox.setTimeout(sandboxId, idleMs, { signal }),
    remove: async (id, signal) => await client.Sandbox.kill(id, { signal }),
    look: async (signal) => await client.Sandbox.list({ limit: 1 }).nextItems({ signal }),
    async list(labels, { signal }) {
      const pages = client.Sandbox.list({ query: { metadata: { ...labels } } });
      const found: SandboxInfo[] = [];
      while (pages.hasNext) {
        const next = (limit: AbortSignal) => pages.nextItems({ signal: limit });
        found.push(...(await client.call("list sandboxes", next, { signal })));
      }
      return found.map(({ sandboxId, metadata }) => ({ id: sandboxId, labels: metadata }));
    },
  };
}
