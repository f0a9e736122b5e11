// Sandboxes at E2B: machines of their own, each of which may be given back at any time. docs/e2b.md has what maps.

import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { Sandbox, SandboxProvider, SandboxSpec } from "../core/sandbox.ts";
import { CloudMachines, type CloudUsage } from "./cloud/machines.ts";
import { CloudPace } from "./cloud/pace.ts";
import { setUpSandbox } from "./cloud/sandbox.ts";
import type { SpooledCommand } from "./cloud/spool.ts";
import { sweepCloud } from "./cloud/sweep.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import { type E2bSettings, loadE2bClient } from "./e2b/client.ts";
import { E2bImages, sizeOf } from "./e2b/images.ts";
import { startMain } from "./e2b/main.ts";
import { openE2bBox } from "./e2b/process.ts";
import { e2bService } from "./e2b/service.ts";
import type { Owner } from "./owner.ts";

export interface E2bProviderOptions extends E2bSettings {
  owner: Owner;
  say: (line: string) => void;
}

export interface E2bProvider extends SandboxProvider {
  /** Sandboxes that could not be removed; each was said, and goes by its time-out. */
  readonly failedCleanups: number;
  /** So far, of this process. */
  usage(): CloudUsage;
}

/** Throws config "sdk-missing". */
export async function openE2bProvider(options: E2bProviderOptions): Promise<E2bProvider> {
  const { owner, say } = options;
  const client = await loadE2bClient(options);
  const service = e2bService(client);
  const machines = new CloudMachines({ service, owner, say, pace: new CloudPace({ perSecond: startsPerSecond }) });
  const open = async (spec: SandboxSpec, reference: string, notes: readonly string[], signal: AbortSignal) => {
    const machine = await machines.start(reference, spec, { signal });
    const opener = (closed: AbortSignal) => {
      const box = openE2bBox(client, machine.sandbox, closed);
      return { box, startMain: (command: SpooledCommand) => startMain(box, command) };
    };
    return await setUpSandbox(spec, { open: opener, remove: machine.remove, imageNotes: notes, say }, signal);
  };
  const images: E2bImages = new E2bImages(client, async (reference, path, file, signal) => {
    const labels = { owner: owner.id, job: "build", trial: "build", role: "service" } as const;
    const spec: SandboxSpec = {
      image: { kind: "image", reference },
      labels,
      network: "none",
      profile: "task",
      limits: {},
    };
    await using sandbox = await open(spec, reference, [], signal);
    await pipeline(await sandbox.session.getArchive(path, { signal }), createWriteStream(file), { signal });
  });
  const openOnce = async (spec: SandboxSpec, signal: AbortSignal): Promise<Sandbox> => {
    const image = await images.prepare(spec.image, { signal });
    const reference = await images.sized(image.reference, sizeOf(spec.limits), { signal });
    try {
      return await open(spec, reference, [...image.notes, ...notesOf(spec)], signal);
    } catch (error) {
      if (error instanceof HarnessError && error.code === "template-gone") images.forget(spec.image, reference);
      throw error;
    }
  };
  return {
    name: "e2b",
    get failedCleanups() {
      return machines.failedCleanups;
    },
    usage: () => machines.usage(),
    prepareImage: (source, { signal, onLog }) =>
      images.prepare(source, onLog === undefined ? { signal } : { signal, onLog }),
    async open(spec, { signal }) {
      signal.throwIfAborted();
      refuseNetwork(spec.network);
      try {
        return await openOnce(spec, signal);
      } catch (error) {
        // What was remembered is not true any more: look once again.
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

/** What the smallest paid plan allows. */
const startsPerSecond = 5;

/** Its filter of names lets look-ups of any name out, and knows two ports only: that is no promise to keep. */
function refuseNetwork(network: SandboxSpec["network"]): void {
  if (network === "none" || network === "open") return;
  const what = network === "internal" ? "a network of a sandbox and its siblings" : "a list of allowed hosts";
  const message = `E2B has no ${what} that holds. Use env_provider: docker for this task.`;
  throw new HarnessError({ fault: "config", code: "network-unsupported", message });
}

function notesOf({ profile, limits }: SandboxSpec): string[] {
  const notes: string[] = [];
  if (profile === "agent") notes.push("on E2B the root of this box can be written: it is a machine of its own");
  if (limits.pids !== undefined) notes.push("on E2B the number of processes is not limited");
  return notes;
}

export const e2bSandboxProvider = defineSandboxProvider({
  name: "e2b",
  options: z.strictObject({}),
  key: "E2B_API_KEY",
  async open(_options, { owner, say, variable = () => undefined }) {
    const apiKey = variable("E2B_API_KEY");
    if (apiKey === undefined) {
      const message = "env_provider: e2b needs E2B_API_KEY, in the environment or in .env.";
      throw new HarnessError({ fault: "config", code: "key-missing", message, context: { name: "E2B_API_KEY" } });
    }
    return await openE2bProvider({
      ...{ owner, say, apiKey, domain: variable("E2B_DOMAIN") },
      ...{ apiUrl: variable("E2B_API_URL"), sandboxUrl: variable("E2B_SANDBOX_URL") },
    });
  },
});
