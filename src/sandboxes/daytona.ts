// Sandboxes at Daytona. docs/daytona.md has what maps.

import { z } from "zod";
import { CloudMachines } from "./cloud/machines.ts";
import { CloudPace } from "./cloud/pace.ts";
import { type CloudProvider, cloudProvider, requiredKey } from "./cloud/provider.ts";
import type { SpooledCommand } from "./cloud/spool.ts";
import { type DaytonaSettings, loadDaytonaClient } from "./daytona/client.ts";
import { DaytonaImages, refuseDaytonaImage, sizeOf } from "./daytona/images.ts";
import { startMain } from "./daytona/main.ts";
import { type DaytonaBox, openDaytonaBox } from "./daytona/process.ts";
import { daytonaService, networkOf } from "./daytona/service.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import type { Owner } from "./owner.ts";

export interface DaytonaProviderOptions extends DaytonaSettings {
  owner: Owner;
  say: (line: string) => void;
}

/** Throws config "sdk-missing". */
export async function openDaytonaProvider(options: DaytonaProviderOptions): Promise<CloudProvider> {
  const { owner, say } = options;
  const client = await loadDaytonaClient(options);
  const service = daytonaService(client);
  const machines = new CloudMachines({ service, owner, say, pace: new CloudPace() });
  const images = new DaytonaImages(client);
  const openBox = (sandbox: DaytonaBox["sandbox"], closed: AbortSignal) => {
    const box = openDaytonaBox(client, sandbox, closed);
    return { box, startMain: (command: SpooledCommand) => startMain(box, command) };
  };
  return cloudProvider({
    ...{ name: "daytona", called: { title: "Daytona", place: "a sandbox" }, machines, service, owner, openBox, say },
    refuse({ network, limits }) {
      networkOf(network);
      sizeOf(limits);
    },
    refuseImage: refuseDaytonaImage,
    async imageFor({ image, limits }, signal) {
      const size = sizeOf(limits);
      const prepared = await images.prepare(image, size, { signal });
      return { ...prepared, forget: () => images.forget(image, size) };
    },
    prepareImage: async (source, { limits = {}, ...options }) => await images.prepare(source, sizeOf(limits), options),
  });
}

export const daytonaSandboxProvider = defineSandboxProvider({
  name: "daytona",
  options: z.strictObject({}),
  key: "DAYTONA_API_KEY",
  lacks: "compose, GPU, allowed hosts",
  async open(_options, context) {
    const { owner, say, variable = () => undefined } = context;
    const apiKey = requiredKey("daytona", "DAYTONA_API_KEY", context);
    const [apiUrl, target] = [variable("DAYTONA_API_URL"), variable("DAYTONA_TARGET")];
    return await openDaytonaProvider({ owner, say, apiKey, apiUrl, target });
  },
});
