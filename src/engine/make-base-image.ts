import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { z } from "zod";
import { openHostLock } from "../lib/host-lock.ts";
import { runCommand } from "../lib/run-command.ts";
import { engineGet } from "./engine-request.ts";
import { canInstall, type HostFacts, hasDebianPackages } from "./host-facts.ts";
import { hasImage } from "./local-images.ts";
import { baseImageMakers } from "./makers/index.ts";
import type { BaseImageMaker, MakePlan } from "./makers/maker.ts";
import { type RunCommand, stepsOf } from "./steps.ts";

export interface MakeBaseImageOptions {
  signal: AbortSignal;
  say: (line: string) => void;
  facts: HostFacts;
  /** First part of the names that we give. */
  namespace: string;
  /** The state folder. */
  folder: string;
  run?: RunCommand;
}

/** How an official name such as debian:bookworm-slim is made; undefined if there is no way. */
export function planBaseImage(
  official: string,
  makers: readonly BaseImageMaker[] = baseImageMakers,
): MakePlan | undefined {
  const [name, tag = "latest"] = official.split(":");
  return makers.find((maker) => maker.name === name)?.plan(tag);
}

/** What can be made, in one line. */
export function makeableNames(makers: readonly BaseImageMaker[] = baseImageMakers): string {
  return makers.flatMap((maker) => maker.spellings).join(", ");
}

/** Why nothing can be made on this host; undefined if it can. */
export function whyNotMakeable(facts: HostFacts): string | undefined {
  if (canInstall(facts)) return undefined;
  if (!hasDebianPackages(facts)) {
    return `equivalents are made by apt and mmdebstrap, and this host (${facts.distribution?.title ?? facts.platform}) is not Debian or Ubuntu`;
  }
  return "equivalents are made by apt and mmdebstrap, which needs root, and this process is not root";
}

/**
 * Makes the equivalent of an official image, and what it stands on, unless it is there; returns our name of it.
 * One maker at a time on this host. Throws infrastructure "base-image-unavailable" with the end of the failing log.
 */
export async function makeBaseImage(
  docker: Dockerode,
  official: string,
  plan: MakePlan,
  options: MakeBaseImageOptions,
): Promise<string> {
  const { signal, say, folder } = options;
  using _lock = await openHostLock({
    signal,
    folder,
    name: "base-images",
    onWait: () => say("another auto-harness is making base images on this machine: waiting for it"),
  });
  return makeWithBase(docker, official, plan, options);
}

async function makeWithBase(
  docker: Dockerode,
  official: string,
  plan: MakePlan,
  options: MakeBaseImageOptions,
): Promise<string> {
  const { signal, say, facts, namespace, folder, run = runCommand } = options;
  const target = `${namespace}/${official}`;
  if (await hasImage(docker, target, { signal })) return target;
  let base = "";
  if (plan.base !== undefined) {
    const basePlan = planBaseImage(plan.base);
    if (basePlan === undefined) throw new Error(`no maker for ${plan.base}, which ${official} stands on`);
    base = await makeWithBase(docker, plan.base, basePlan, options);
  }
  await using undo = new AsyncDisposableStack();
  const scratch = await mkdtemp(join(tmpdir(), "auto-harness-image-"));
  undo.defer(() => rm(scratch, { recursive: true, force: true }));
  const step = stepsOf({
    say,
    logFile: join(folder, "logs", "base-images.log"),
    signal,
    run,
    fault: "infrastructure",
    code: "base-image-unavailable",
  });
  say(`${official} cannot be pulled: making ${target} from Debian packages, once (about a minute)`);
  await step(`make ${target}`, async (log) => {
    await refuseOtherProcessor(docker, facts, signal);
    await plan.make({ docker, signal, facts, run, log, scratch }, target, base);
  });
  return target;
}

const infoSchema = z.object({ Architecture: z.string(), OSType: z.string() });
const engineNames: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64" };

/** What is made here has this host's processor; an engine elsewhere may have another. */
async function refuseOtherProcessor(docker: Dockerode, facts: HostFacts, signal: AbortSignal): Promise<void> {
  const info = infoSchema.parse(await engineGet(docker, "/info", { signal }));
  const here = engineNames[facts.processor] ?? facts.processor;
  if (info.OSType !== "linux" || ![here, facts.processor].includes(info.Architecture)) {
    throw new Error(
      `the engine runs ${info.OSType} on ${info.Architecture}, and what is made here is for Linux on ${here}`,
    );
  }
}
