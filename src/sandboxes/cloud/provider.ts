// What providers of sandboxes at a cloud are alike in.

import { HarnessError, harnessErrorOf } from "../../core/fault.ts";
import type { ImageSource, Sandbox, SandboxProvider, SandboxSpec, SandboxUsage } from "../../core/sandbox.ts";
import type { SandboxProviderContext } from "../define-sandbox-provider.ts";
import type { Owner } from "../owner.ts";
import type { CloudMachines, CloudService } from "./machines.ts";
import { probeCloud } from "./probe.ts";
import { type CloudSandboxParts, setUpSandbox } from "./sandbox.ts";
import { cloudCensus, sweepCloud } from "./sweep.ts";

export interface CloudProvider extends SandboxProvider {
  /** Sandboxes that could not be removed; each was said, and goes by itself. */
  readonly failedCleanups: number;
  usage(): SandboxUsage;
}

/** How a sandbox of the service is opened. `Native`: one as the service's SDK has it. */
export interface CloudOpener<Native> {
  machines: CloudMachines<Native>;
  openBox: (sandbox: Native, closed: AbortSignal) => ReturnType<CloudSandboxParts["open"]>;
  say: (line: string) => void;
}

export interface CloudImage {
  reference: string;
  notes: readonly string[];
  /** What was remembered of it is not true any more. */
  forget: () => void;
}

export interface CloudProviderParts<Native> extends CloudOpener<Native> {
  name: string;
  /** The service's name, and what its sandboxes are, for a trial's record. */
  called: { title: string; place: string };
  service: CloudService<Native>;
  owner: Owner;
  prepareImage: SandboxProvider["prepareImage"];
  /** Throws config faults for what no sandbox of its can be or reach. */
  refuse: (spec: Pick<SandboxSpec, "network" | "limits">) => void;
  /** Throws config "image-unsupported" for what its builder can't do. */
  refuseImage: (source: ImageSource) => Promise<void>;
  /** Of the size that is asked for. */
  imageFor: (spec: SandboxSpec, signal: AbortSignal) => Promise<CloudImage>;
}

/** Throws infrastructure faults, and "template-gone" where there is no such image any more. */
export async function openCloudSandbox<Native>(
  { machines, openBox, say }: CloudOpener<Native>,
  spec: SandboxSpec,
  { reference, notes }: Pick<CloudImage, "reference" | "notes">,
  signal: AbortSignal,
): Promise<Sandbox> {
  const { sandbox, remove } = await machines.start(reference, spec, { signal });
  const open = (closed: AbortSignal) => openBox(sandbox, closed);
  return await setUpSandbox(spec, { open, remove, imageNotes: notes, say }, signal);
}

export function cloudProvider<Native>(parts: CloudProviderParts<Native>): CloudProvider {
  const { name, machines, service, owner, say, prepareImage, refuse, refuseImage, imageFor, called } = parts;
  const openOnce = async (spec: SandboxSpec, signal: AbortSignal): Promise<Sandbox> => {
    const image = await imageFor(spec, signal);
    try {
      const notes = [...image.notes, ...differenceNotes(spec, called)];
      return await openCloudSandbox(parts, spec, { ...image, notes }, signal);
    } catch (error) {
      if (isTemplateGone(error)) image.forget();
      throw error;
    }
  };
  return {
    ...{ name, prepareImage },
    get failedCleanups() {
      return machines.failedCleanups;
    },
    usage: () => machines.usage(),
    async refusalOf(spec) {
      if (spec.networkChanges === true) return "The network of a sandbox there can't be changed while it runs.";
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
        // What was remembered is not true any more: look once again.
        if (!isTemplateGone(error)) throw error;
        return await openOnce(spec, signal);
      }
    },
    probe: async ({ signal }) => await probeCloud(service, { signal }),
    census: async ({ signal }) => await cloudCensus(service, { signal, asker: owner }),
    async sweep(sweepOptions) {
      if (sweepOptions.owner === owner.id) await machines.settled(sweepOptions.signal);
      return await sweepCloud(service, { ...sweepOptions, asker: owner, say });
    },
  };
}

function isTemplateGone(error: unknown): boolean {
  return error instanceof HarnessError && error.code === "template-gone";
}

/** The key of a provider's account. Throws config "key-missing". */
export function requiredKey(
  provider: string,
  name: string,
  { variable = () => undefined, configKey = "env_provider" }: Pick<SandboxProviderContext, "variable" | "configKey">,
): string {
  const key = variable(name);
  if (key !== undefined) return key;
  const message = `${configKey}: ${provider} needs ${name}, in the environment or in .env.`;
  throw new HarnessError({ fault: "config", code: "key-missing", message, context: { name } });
}

/** What differs from the boxes that were asked for, for the trial's record. */
function differenceNotes(
  { profile, limits }: SandboxSpec,
  { title, place }: { title: string; place: string },
): string[] {
  return [
    ...(profile === "agent" ? [`on ${title} the root of this box can be written: it is ${place} of its own`] : []),
    ...(limits.pids === undefined ? [] : [`on ${title} the number of processes is not limited`]),
  ];
}
