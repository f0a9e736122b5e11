// Agents' boxes for a replay: in the engine's containers, or, where somebody has asked for it, as plain processes.

import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { benchmarks } from "../benchmarks/index.ts";
import { agentBox, agentImage } from "../channel/agent-image.ts";
import { spawnBox } from "../channel/box/spawn-box.ts";
import { contextsFolder } from "../channel/context-by-digest.ts";
import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { ImageSource, MainProcess } from "../core/sandbox.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { newTrialName } from "../trials/settle-trial.ts";
import type { CommandContext } from "./command.ts";
import { type OpenProvider, openProvider } from "./open-provider.ts";

export interface ReplayBoxes extends AsyncDisposable {
  /** Boxes that may be open at the same time: a container is mostly waited for. */
  readonly atOnce: number;
  /** A box whose runtime waits for a candidate of this benchmark. */
  open(benchmark: string): Promise<{ main: MainProcess } & AsyncDisposable>;
}

/** Throws config faults: no engine, "benchmark-unknown". */
export async function openReplayBoxes(
  context: CommandContext,
  options: { unboxed: boolean; yes: boolean },
): Promise<ReplayBoxes> {
  const images = imagesOf(context);
  return options.unboxed ? unboxed(context, images) : await boxed(context, images, options);
}

type Images = (benchmark: string) => Promise<Extract<ImageSource, { kind: "build" }>>;

function imagesOf({ signal }: CommandContext): Images {
  return async (name) => {
    const benchmark = benchmarks[name as keyof typeof benchmarks];
    if (benchmark === undefined) {
      const message = `the cassette is of benchmark ${name}, which this version does not have`;
      throw new HarnessError({ fault: "config", code: "benchmark-unknown", message });
    }
    const cacheFolder = contextsFolder(stateFolder());
    const image = await agentImage({ cacheFolder, signal, image: benchmark.agentImage });
    if (image.kind !== "build") throw new Error("the agent's image is built");
    return image;
  };
}

async function boxed(context: CommandContext, images: Images, { yes }: { yes: boolean }): Promise<ReplayBoxes> {
  const { signal } = context;
  const opened = await openDocker(context, { yes });
  return {
    atOnce: 2 * availableParallelism(),
    async open(benchmark) {
      const labels = { owner: opened.owner, job: "replay", trial: newTrialName(), role: "agent" } as const;
      const box = await opened.provider.open({ ...agentBox, image: await images(benchmark), labels }, { signal });
      if (box.main === undefined) throw new Error("the agent's box has no attached main process");
      return { main: box.main, [Symbol.asyncDispose]: async () => await box[Symbol.asyncDispose]() };
    },
    [Symbol.asyncDispose]: async () => await opened[Symbol.asyncDispose](),
  };
}

async function openDocker(context: CommandContext, { yes }: { yes: boolean }): Promise<OpenProvider> {
  try {
    return await openProvider(context, { name: "docker", yes, say: context.err });
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known?.fault !== "config") throw error;
    const hint = "Or, for code that you would run yourself: replay --unboxed needs no engine.";
    throw new HarnessError({ fault: "config", code: known.code, message: `${known.message}\n${hint}`, cause: error });
  }
}

/** In a folder of its own, with nothing of this process's environment but PATH; that keeps out no ill will. */
function unboxed({ err }: CommandContext, images: Images): ReplayBoxes {
  err("--unboxed: the agent's code runs WITHOUT a box, with all that you may do on this machine");
  // The box's runtime is started by a shell and runs on this very Node.
  const path = [dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
  return {
    atOnce: availableParallelism(),
    async open(benchmark) {
      const { context } = await images(benchmark);
      const cwd = await mkdtemp(join(tmpdir(), "auto-harness-unboxed-"));
      const main = spawnBox(context, { cwd, env: { PATH: path } });
      return {
        main,
        async [Symbol.asyncDispose]() {
          await main[Symbol.asyncDispose]();
          await rm(cwd, { recursive: true, force: true });
        },
      };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
