import type { Sandbox } from "@daytona/sdk";
import { HarnessError } from "../../core/fault.ts";
import type { SandboxSpec } from "../../core/sandbox.ts";
import type { CloudListed, CloudService } from "../cloud/machines.ts";
import { type DaytonaClient, serviceName } from "./client.ts";
import { sizeOf } from "./images.ts";
import { troubleOf } from "./trouble.ts";

/** Daytona as its machines need it. */
export function daytonaService({ daytona, call }: DaytonaClient): CloudService<Sandbox> {
  return {
    name: serviceName,
    call,
    troubleOf,
    // The SDK asks for it, and then again and again whether it has started.
    refusedMayLeave: true,
    sizeOf,
    create: async (snapshot, { network }, { labels, idleMs, timeoutMs }) =>
      await daytona.create(
        {
          ...{ snapshot, labels: { ...labels }, user: "root", public: false },
          // It stops when nothing was asked of it for so long, and goes when it stops.
          ...{ autoStopInterval: Math.ceil(idleMs / 60_000), autoDeleteInterval: 0, ...networkOf(network) },
        },
        { timeout: Math.ceil(timeoutMs / 1000) },
      ),
    idOf: ({ id }) => id,
    keep: async (sandbox) => await sandbox.refreshActivity(),
    async remove(id) {
      const sandbox = await daytona.get(id);
      if (sandbox.state === "destroyed" || sandbox.state === "destroying") return false;
      await sandbox.delete();
      return true;
    },
    look: async () => await daytona.list({ limit: 1 }).next(),
    async list(labels, { signal }) {
      const all = async () => {
        const found: CloudListed[] = [];
        for await (const sandbox of daytona.list({ labels: { ...labels } })) {
          if (sandbox.state !== "destroyed" && sandbox.state !== "destroying") {
            found.push({ id: sandbox.id, labels: sandbox.labels });
          }
        }
        return found;
      };
      return await call("list sandboxes", all, { signal });
    },
  };
}

/** Throws config "network-unsupported". */
export function networkOf(network: SandboxSpec["network"]): {
  networkBlockAll: boolean;
  networkAllowList?: string;
  domainAllowList?: string;
} {
  if (network === "none") return { networkBlockAll: true };
  if (network === "open") return { networkBlockAll: false };
  const what =
    network === "internal" ? "network of a sandbox and its siblings" : "list of allowed hosts that was seen to hold";
  const message = `Daytona has no ${what}.`;
  throw new HarnessError({ fault: "config", code: "network-unsupported", message });
}
