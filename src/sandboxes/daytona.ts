// Sandboxes at Daytona. docs/daytona.md has what maps.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { Sandbox, SandboxSpec } from "../core/sandbox.ts";
import { CloudMachines } from "./cloud/machines.ts";
import { CloudPace } from "./cloud/pace.ts";
import { type CloudProvider, cloudProvider, differenceNotes, requiredKey } from "./cloud/provider.ts";
import { setUpSandbox } from "./cloud/sandbox.ts";
import type { SpooledCommand } from "./cloud/spool.ts";
import { type DaytonaSettings, loadDaytonaClient } from "./daytona/client.ts";
import { DaytonaImages, refuseDaytonaImage, sizeOf } from "./daytona/images.ts";
import { startMain } from "./daytona/main.ts";
import { openDaytonaBox } from "./daytona/process.ts";
import { daytonaService, networkOf } from "./daytona/service.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import type { Owner } from "./owner.ts";

export interface DaytonaProviderOptions extends DaytonaSettings {
  owner: Owner;
  say: (line: string) => void;
}

const startsPerSecond = 5;

/** Throws config "sdk-missing". */
export async function openDaytonaProvider(options: DaytonaProviderOptions): Promise<CloudProvider> {
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
      return await setUpSandbox(
        spec,
        {
          open,
          remove,
          imageNotes: [...image.notes, ...differenceNotes(spec, { title: "Daytona", place: "a sandbox" })],
          say,
        },
        signal,
      );
    } catch (error) {
      if (error instanceof HarnessError && error.code === "template-gone") images.forget(spec.image, size);
      throw error;
    }
  };
  return cloudProvider({
    ...{ name: "daytona", machines, service, owner, say, openOnce },
    refuse({ network, limits }) {
      networkOf(network);
      sizeOf(limits);
    },
    refuseImage: refuseDaytonaImage,
    prepareImage: async (source, { signal, onLog }) =>
      await images.prepare(source, sizeOf({}), onLog === undefined ? { signal } : { signal, onLog }),
  });
}

export const daytonaSandboxProvider = defineSandboxProvider({
  name: "daytona",
  options: z.strictObject({}),
  key: "DAYTONA_API_KEY",
  async open(_options, { owner, say, variable = () => undefined }) {
    const apiKey = requiredKey("daytona", "DAYTONA_API_KEY", variable);
    const [apiUrl, target] = [variable("DAYTONA_API_URL"), variable("DAYTONA_TARGET")];
    return await openDaytonaProvider({ owner, say, apiKey, apiUrl, target });
  },
});
