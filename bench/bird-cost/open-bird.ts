// The tasks of the bench, what they expect, and one service for all measurements, as an experiment has it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { birdInteract } from "../../src/benchmarks/bird-interact/bird-interact.ts";
import type { BirdTask } from "../../src/benchmarks/bird-interact/load.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import { readBirdTasks, type BirdTask as TaskWithTruth } from "../../test/helpers/bird-dataset.ts";
import { type OpenProvider, openProvider } from "../lib/open-provider.ts";
import type { Setup } from "./arms.ts";
import { type WatchedProvider, watchedProvider } from "./watched-provider.ts";

export interface Bird extends Omit<OpenProvider, "provider"> {
  provider: WatchedProvider;
  tasks: readonly BirdTask[];
  truth(task: BirdTask): TaskWithTruth;
  everyTruth: readonly TaskWithTruth[];
  services: SharedServices;
  latencyMs: number;
}

/** `folder` holds setup.json. The images are ready when this returns. Disposing removes every box that is left. */
export async function openBird(
  folder: string,
  { pooled, signal }: { pooled: boolean; signal: AbortSignal },
): Promise<Bird> {
  await using undo = new AsyncDisposableStack();
  const setup = JSON.parse(await readFile(join(folder, "setup.json"), "utf8")) as Setup;
  const opened = undo.use(await openProvider(folder, { image: "agent-bird", signal }));
  const options = birdInteract.options.parse({ dataset: "synthetic", mode: setup.mode });
  const context = { root: folder, cacheFolder: folder, say: () => undefined, wanted: () => true, signal };
  const all = await birdInteract.load(options, context);
  // Spread over databases and kinds.
  const every = Math.max(1, Math.floor(all.length / setup.tasks));
  const chosen = all.filter((_, index) => index % every === 0).slice(0, setup.tasks);
  const tasks = pooled ? chosen : chosen.map(withoutPool);
  for (const image of tasks.slice(0, 1).flatMap((task) => birdInteract.images(task))) {
    await opened.provider.prepareImage(image, { signal });
  }
  const everyTruth = await readBirdTasks();
  const services = undo.use(new SharedServices((error) => console.error(error)));
  const owned = undo.move();
  return {
    ...{
      ...opened,
      tasks,
      everyTruth,
      services,
      latencyMs: setup.latencyMs,
      provider: watchedProvider(opened.provider),
    },
    truth({ id }) {
      const found = everyTruth.find(({ instance_id: known }) => known === id);
      if (found === undefined) throw new Error(`nothing is known of what ${id} expects`);
      return found;
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

function withoutPool(task: BirdTask): BirdTask {
  const { setting } = task;
  return { ...task, setting: { ...setting, settings: { ...setting.settings, clonePool: 0 } } };
}
