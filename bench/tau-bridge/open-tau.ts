// The tasks of the bench, what they expect, and the models that know it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TauTask } from "../../src/benchmarks/tau-bench/load.ts";
import { tauBench } from "../../src/benchmarks/tau-bench/tau-bench.ts";
import type { ImageSource } from "../../src/core/sandbox.ts";
import { type Gold, readGold } from "../../test/helpers/open-tau-driver.ts";
import { type OpenProvider, openProvider } from "../lib/open-provider.ts";
import type { Setup } from "./arms.ts";

export interface Tau extends OpenProvider {
  setup: Setup;
  tasks: readonly TauTask[];
  gold: Readonly<Record<string, Gold>>;
  image: ImageSource;
  /** The same, prepared. */
  reference: string;
}

/** `folder` holds setup.json. Disposing removes every box that is left. */
export async function openTau(folder: string, { signal }: { signal: AbortSignal }): Promise<Tau> {
  await using undo = new AsyncDisposableStack();
  const setup = JSON.parse(await readFile(join(folder, "setup.json"), "utf8")) as Setup;
  const opened = undo.use(await openProvider(folder, { signal }));
  const options = tauBench.options.parse({ domain: "retail" });
  const all = await tauBench.load(options, {
    ...{ root: folder, cacheFolder: folder, wanted: () => true, signal },
    say: (line) => console.error(line),
  });
  const tasks = all.slice(0, setup.tasks);
  const image = tasks[0]?.image;
  if (image === undefined) throw new Error("retail has no tasks");
  const { reference } = await opened.provider.prepareImage(image, { signal });
  const gold = await readGold({ reference }, "retail");
  const owned = undo.move();
  return {
    ...{ ...opened, setup, tasks, gold, image, reference },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
