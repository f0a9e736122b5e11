import {
  boxPromptReader,
  hostPromptReader,
  type PromptReader,
} from "../benchmarks/bird-interact/data/prompt-reader.ts";
import { ensureEngine } from "../engine/ensure-engine.ts";
import { dockerSandboxProvider } from "../sandboxes/docker.ts";
import type { CommandContext } from "./command.ts";
import { engineOpener } from "./open-engine.ts";
import { openHostOwner } from "./open-host-owner.ts";

export interface OpenPromptReader extends AsyncDisposable {
  read: PromptReader;
}

/** With the person's own Python where one is named, else in a container, for which the engine is brought up. */
export async function openPromptReader(
  python: string | undefined,
  { environment, signal, ask, out }: CommandContext,
): Promise<OpenPromptReader> {
  await using undo = new AsyncDisposableStack();
  if (python !== undefined) {
    return { read: hostPromptReader(python), [Symbol.asyncDispose]: async () => undefined };
  }
  await ensureEngine({ signal, say: out, ask, interactive: environment.interactive, yes: false });
  const owner = undo.use(await openHostOwner());
  const provider = await dockerSandboxProvider.open(
    {},
    { owner, say: out, signal, engine: engineOpener(environment, out) },
  );
  const labels = { owner: owner.id, job: "bird-prompts", trial: "prompts", role: "service" } as const;
  const read = boxPromptReader(async (spec) => await provider.open({ ...spec, labels }, { signal }));
  const owned = undo.move();
  return { read, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}
