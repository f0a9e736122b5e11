// `bird stack`: the images of compose/bird-interact.yaml under the names it has for them, and the line that starts it.

import { relative } from "node:path";
import { birdInteract } from "../benchmarks/bird-interact/bird-interact.ts";
import {
  defaultStack,
  stackCommand,
  stackFile,
  stackImages,
  stackTags,
} from "../benchmarks/bird-interact/bird-stack.ts";
import type { BirdOptions } from "../benchmarks/bird-interact/options.ts";
import { exitCodes, harnessErrorOf } from "../core/fault.ts";
import { connectEngine } from "../engine/connect-engine.ts";
import { ensureEngine } from "../engine/ensure-engine.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { tagImage } from "../engine/tag-image.ts";
import { dockerSandboxProvider } from "../sandboxes/docker.ts";
import type { CommandContext } from "./command.ts";
import { engineOpener } from "./open-engine.ts";
import { openHostOwner } from "./open-host-owner.ts";

/**
 * Builds and tags; then says whether the stack is up, and if not, what to type. Returns 0. Throws config faults of the
 * dataset and the engine, task and infrastructure faults of builds.
 */
export async function makeBirdStack(
  options: BirdOptions,
  wanted: (id: string) => boolean,
  context: CommandContext,
): Promise<number> {
  const { root, environment, signal, ask, out } = context;
  const places = { root, cacheFolder: stateFolder() };
  const [task] = await birdInteract.load(options, { ...places, say: () => undefined, wanted, signal });
  if (task === undefined) throw new Error("a dataset without tasks was loaded");
  await ensureEngine({ signal, say: out, ask, interactive: environment.interactive, yes: false });
  await using owner = await openHostOwner();
  const engine = engineOpener(environment, out);
  const provider = await dockerSandboxProvider.open({}, { owner, say: out, signal, engine });
  const docker = await connectEngine({ signal });
  const tags = stackTags(options.dataset);
  const images = stackImages(task.setting.images);
  for (const [service, source] of Object.entries(images)) {
    const { reference, notes } = await provider.prepareImage(source, { signal });
    const name = tags[service];
    if (name === undefined) throw new Error(`${service} has no tag`);
    await tagImage(docker, reference, { ...name, signal });
    for (const note of notes) out(note);
    out(`${name.repo}:${name.tag} is ${reference}`);
  }
  const project = options.bird_stack ?? defaultStack;
  const state = await stateOf(async () => {
    await provider.joinStack?.(project, { images, todo: "the line below", signal });
  });
  out(`${project}: ${state}; to start it, or to bring it up to date:`);
  const fromHere = relative(root, stackFile);
  const command = stackCommand(options, fromHere.startsWith("..") ? stackFile : fromHere);
  out(`  ${command}`);
  if (options.bird_stack === undefined) out(`a run uses it with \`bird_stack: ${project}\` in experiment_config.yaml`);
  if (options.pg_port !== undefined) {
    const compose = command.slice(command.indexOf("docker compose"), command.indexOf(" --profile"));
    out(`Postgres's administrator is postgres at 127.0.0.1:${options.pg_port}; the password:`);
    out(`  ${compose} exec bird-postgres cat /run/bird/postgres-password`);
  }
  return exitCodes.done;
}

async function stateOf(join: () => Promise<void>): Promise<string> {
  try {
    await join();
    return "up and healthy, made of these images";
  } catch (error) {
    switch (harnessErrorOf(error)?.code) {
      case "stack-down":
        return "not up";
      case "stack-outdated":
        return "up, but made of other images";
      case "stack-not-ready":
        return `not healthy (${harnessErrorOf(error)?.message})`;
      default:
        throw error;
    }
  }
}
