// Sandboxes at Daytona. docs/daytona.md has what maps.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { Sandbox, SandboxProvider, SandboxSpec } from "../core/sandbox.ts";
import { CloudMachines, type CloudUsage } from "./cloud/machines.ts";
import { CloudPace } from "./cloud/pace.ts";
import { setUpSandbox } from "./cloud/sandbox.ts";
import type { SpooledCommand } from "./cloud/spool.ts";
import { sweepCloud } from "./cloud/sweep.ts";
import { type DaytonaSettings, loadDaytonaClient } from "./daytona/client.ts";
import { DaytonaImages, sizeOf } from "./daytona/images.ts";
import { startMain } from "./daytona/main.ts";
import { openDaytonaBox } from "./daytona/process.ts";
import { daytonaService, networkOf } from "./daytona/service.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import type { Owner } from "./owner.ts";

export interface DaytonaProviderOptions extends DaytonaSettings {
  owner: Owner;
  say: (line: string) => void;
}

export interface DaytonaProvider extends SandboxProvider {
  /** Sandboxes that could not be removed; each was said, and goes by itself. */
  readonly failedCleanups: number;
  /** So far, of this process. */
  usage(): CloudUsage;
}

const startsPerSecond = 5;

/** Throws config "sdk-missing". */
export async function openDaytonaProvider(options: DaytonaProviderOptions): Promise<DaytonaProvider> {
  const { owner, say } = options;
  const client = await loadDaytonaClient(options);
  const service = daytonaService(client);
  const machines = new CloudMachines({ service, owner, say, pace: new CloudPace({ perSecond: startsPerSecond }) });
  const images = new DaytonaImages(client);
  const openOnce = async (spec: SandboxSpec, signal: AbortSignal): Promise<Sandbox> => {
    const size = sizeOf(spec.limits);
    const image = await images.prepare(spec.image, size, { signal });
    try {
      const { sandbox, remove } = await machines.start(image.reference, spec, { signal });
      const open = (closed: AbortSignal) => {
        const box = openDaytonaBox(client, sandbox, closed);
        return { box, startMain: (command: SpooledCommand) => startMain(box, command) };
      };
      return await setUpSandbox(spec, { open, remove, imageNotes: [...image.notes, ...notesOf(spec)], say }, signal);
    } catch (error) {
      if (error instanceof HarnessError && error.code === "template-gone") images.forget(spec.image, size);
      throw error;
    }
  };
  return {
    name: "daytona",
    get failedCleanups() {
      return machines.failedCleanups;
    },
    usage: () => machines.usage(),
    prepareImage: async (source, { signal, onLog }) =>
      await images.prepare(source, sizeOf({}), onLog === undefined ? { signal } : { signal, onLog }),
    async open(spec, { signal }) {
      signal.throwIfAborted();
      networkOf(spec.network);
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

function notesOf({ profile, limits }: SandboxSpec): string[] {
  const notes: string[] = [];
  if (profile === "agent") notes.push("on Daytona the root of this box can be written: it is a sandbox of its own");
  if (limits.pids !== undefined) notes.push("on Daytona the number of processes is not limited");
  return notes;
}

export const daytonaSandboxProvider = defineSandboxProvider({
  name: "daytona",
  options: z.strictObject({}),
  key: "DAYTONA_API_KEY",
  async open(_options, { owner, say, variable = () => undefined }) {
    const apiKey = variable("DAYTONA_API_KEY");
    if (apiKey === undefined) {
      const message = "env_provider: daytona needs DAYTONA_API_KEY, in the environment or in .env.";
      throw new HarnessError({ fault: "config", code: "key-missing", message, context: { name: "DAYTONA_API_KEY" } });
    }
    const [apiUrl, target] = [variable("DAYTONA_API_URL"), variable("DAYTONA_TARGET")];
    return await openDaytonaProvider({ owner, say, apiKey, apiUrl, target });
  },
});
