// What a command of auto-harness opens for its boxes, without a config.

import { join } from "node:path";
import type Dockerode from "dockerode";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import { contextsFolder } from "../../src/channel/context-by-digest.ts";
import { engineOpener } from "../../src/commands/open-engine.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { ImageSource, SandboxProvider } from "../../src/core/sandbox.ts";
import { stateFolder } from "../../src/engine/state-folder.ts";
import { sandboxProviders } from "../../src/sandboxes/index.ts";
import { type OpenOwner, openOwner } from "../../src/sandboxes/owner.ts";

export interface OpenProvider extends AsyncDisposable {
  docker: Dockerode;
  provider: SandboxProvider;
  owner: OpenOwner;
  /** Its image is ready. */
  agentBox: typeof agentBox & { image: Extract<ImageSource, { kind: "build" }> };
  agentReference: string;
}

/** `image`: a folder of images/ for the agent's box. Disposing removes every box that is left. */
export async function openProvider(
  folder: string,
  { image: name = "agent", signal }: { image?: string; signal: AbortSignal },
): Promise<OpenProvider> {
  await using undo = new AsyncDisposableStack();
  const say = (line: string) => console.error(line);
  const owner = undo.use(await openOwner({ stateFolder: folder }));
  const engine = await engineOpener(await openEnvironment({ file: join(folder, ".env") }), say)({ signal });
  const provider = await sandboxProviders.docker.open({}, { owner, say, signal, engine: async () => engine });
  undo.defer(async () => void (await provider.sweep({ signal: AbortSignal.timeout(60_000), owner: owner.id })));
  const image = await agentImage({ cacheFolder: contextsFolder(stateFolder()), image: name, signal });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const { reference } = await provider.prepareImage(image, { signal });
  const owned = undo.move();
  return {
    ...{ docker: engine.docker, provider, owner, agentReference: reference },
    agentBox: { ...agentBox, image },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
