// What providers of sandboxes at a cloud are alike in.

import { HarnessError, harnessErrorOf } from "../../core/fault.ts";
import type { ImageSource, Sandbox, SandboxProvider, SandboxSpec, SandboxUsage } from "../../core/sandbox.ts";
import type { Owner } from "../owner.ts";
import type { CloudMachines, CloudService } from "./machines.ts";
import { sweepCloud } from "./sweep.ts";

export interface CloudProvider extends SandboxProvider {
  /** Sandboxes that could not be removed; each was said, and goes by itself. */
  readonly failedCleanups: number;
  usage(): SandboxUsage;
}

/** `Native`: a sandbox as the service's SDK has it. */
export interface CloudProviderParts<Native> {
  name: string;
  machines: CloudMachines<Native>;
  service: CloudService<Native>;
  owner: Owner;
  say: (line: string) => void;
  prepareImage: SandboxProvider["prepareImage"];
  /** Throws config faults for what no sandbox of its can be or reach. */
  refuse: (spec: Pick<SandboxSpec, "network" | "limits">) => void;
  /** Throws config "image-unsupported" for what its builder can't do. */
  refuseImage: (source: ImageSource) => Promise<void>;
  /** Throws "template-gone" where what was remembered of the image is not true any more, and forgets it. */
  openOnce: (spec: SandboxSpec, signal: AbortSignal) => Promise<Sandbox>;
}

export function cloudProvider<Native>(parts: CloudProviderParts<Native>): CloudProvider {
  const { name, machines, service, owner, say, prepareImage, refuse, refuseImage, openOnce } = parts;
  return {
    ...{ name, prepareImage },
    get failedCleanups() {
      return machines.failedCleanups;
    },
    usage: () => machines.usage(),
    async refusalOf(spec) {
      if (spec.networkChanges === true) return "the network of a sandbox there can't be changed while it runs";
      try {
        refuse(spec);
        await refuseImage(spec.image);
        return null;
      } catch (error) {
        const known = harnessErrorOf(error);
        if (known?.fault === "config") return known.message;
        throw error;
      }
    },
    async open(spec, { signal }) {
      signal.throwIfAborted();
      refuse(spec);
      try {
        return await openOnce(spec, signal);
      } catch (error) {
        if (!(error instanceof HarnessError) || error.code !== "template-gone") throw error;
        return await openOnce(spec, signal);
      }
    },
    async sweep(sweepOptions) {
      if (sweepOptions.owner === owner.id) await machines.settled(sweepOptions.signal);
      return await sweepCloud(service, { ...sweepOptions, asker: owner, say });
    },
  };
}

/** The key of a provider's account. Throws config "key-missing". */
export function requiredKey(
  provider: string,
  name: string,
  variable: (name: string) => string | undefined = () => undefined,
): string {
  const key = variable(name);
  if (key !== undefined) return key;
  const message = `env_provider: ${provider} needs ${name}, in the environment or in .env.`;
  throw new HarnessError({ fault: "config", code: "key-missing", message, context: { name } });
}

/** What differs from the boxes that were asked for, for the trial's record. `title` is the service's. */
export function differenceNotes(
  { profile, limits }: SandboxSpec,
  { title, place }: { title: string; place: string },
): string[] {
  return [
    ...(profile === "agent" ? [`on ${title} the root of this box can be written: it is ${place} of its own`] : []),
    ...(limits.pids === undefined ? [] : [`on ${title} the number of processes is not limited`]),
  ];
}
