// What BIRD-Interact needs beside a config: its files, its prompts, and the ground truth that comes by mail.

import { join, resolve } from "node:path";
import { fetchDataset } from "../benchmarks/bird-interact/data/fetch-dataset.ts";
import { type BirdPlaces, birdPlaces, datasetFolder } from "../benchmarks/bird-interact/data/places.ts";
import {
  buildUpstreamPack,
  loadPromptPack,
  packDigest,
  pinnedSource,
} from "../benchmarks/bird-interact/data/prompt-pack.ts";
import { readDataset, requireDumps } from "../benchmarks/bird-interact/data/read-dataset.ts";
import {
  describeDataset,
  type PublishedDataset,
  published,
  rowsFile,
} from "../benchmarks/bird-interact/data/upstream.ts";
import { writeGroundTruth } from "../benchmarks/bird-interact/data/write-ground-truth.ts";
import { type BirdOptions, birdOptions } from "../benchmarks/bird-interact/options.ts";
import { exitCodes, harnessErrorOf } from "../core/fault.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { exists } from "../lib/exists.ts";
import { openPromptReader } from "./bird-prompt-reader.ts";
import { runServeAgent } from "./bird-serve-agent.ts";
import { serveAgentFlags } from "./bird-serve-agent-flags.ts";
import { makeBirdStack } from "./bird-stack.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { invalidFlag } from "./flags.ts";
import { readExperimentConfig, wantedBy } from "./open-experiment.ts";

export const bird: Command = {
  name: "bird",
  summary: "get what BIRD-Interact needs: its dataset, its prompts, the ground truth that comes by mail",
  actions: {
    fetch: "get the dataset and upstream's prompts; goes on where it was, says what is still missing",
    merge: "check the mailed ground truth and put it beside the dataset",
    stack: "make the images of compose/bird-interact.yaml, say whether that stack is up and how to start it",
    prompts: "read the simulated user's prompts from upstream's repository at the pinned commit",
    "serve-agent": "serve agent/agent.ts as upstream's system agent, for upstream's own orchestrator",
  },
  options: {
    dataset: {
      type: "string",
      value: "NAME",
      description: "lite or full (stack: or synthetic); default: the config's, else lite",
    },
    data: { type: "string", value: "FOLDER", description: "the dataset's folder; default: bird_data_path" },
    "ground-truth": { type: "string", value: "FILE", description: "the mailed file (merge)" },
    from: { type: "string", value: "REPOSITORY", description: "another copy of the dataset's git repository (fetch)" },
    ...serveAgentFlags,
  },
  async run(flags, context) {
    const places = birdPlaces(stateFolder());
    if (flags["action"] === "merge") return await merge(flags, context);
    if (flags["action"] === "serve-agent") return await runServeAgent(flags, context);
    if (flags["action"] === "stack") return await stack(flags, context);
    const options = await ownOptions(flags, context);
    if (flags["action"] === "prompts") {
      await buildPrompts(options, places, context);
      return exitCodes.done;
    }
    await fetchFiles(flags, options, places, context);
    const known = await loadPromptPack(options.dataset, places).catch(() => null);
    if (known === null) await buildPrompts(options, places, context);
    else context.out(`prompt pack ${known.name} is here, digest ${packDigest(known)}`);
    await sayWhatIsMissing(flags, options, places, context);
    return exitCodes.done;
  },
};

type Published = BirdOptions & { dataset: PublishedDataset };

/** The config's keys where there is one for this benchmark; `--dataset` wins. */
async function ownOptions(flags: FlagValues, context: CommandContext): Promise<Published> {
  const { config } = await readExperimentConfig(context, {});
  const own = config.benchmark === "bird-interact" ? birdOptions.parse(config.benchmarkOptions) : birdOptions.parse({});
  const dataset = flags["dataset"] ?? (own.dataset === "synthetic" ? "lite" : own.dataset);
  if (dataset !== "lite" && dataset !== "full") {
    throw invalidFlag(`--dataset ${dataset}: expected lite or full; the synthetic dataset is bundled`);
  }
  return { ...own, dataset };
}

/** The tasks of the config say whose databases are in the image of Postgres. */
async function stack(flags: FlagValues, context: CommandContext): Promise<number> {
  const { config } = await readExperimentConfig(context, {});
  const dataset = flags["dataset"];
  const isOurs = config.benchmark === "bird-interact" && dataset === undefined;
  const parsed = birdOptions.safeParse(isOurs ? config.benchmarkOptions : { dataset });
  if (!parsed.success) throw invalidFlag(`--dataset ${String(dataset)}: expected synthetic, lite or full`);
  return await makeBirdStack(parsed.data, isOurs ? wantedBy(config) : () => true, context);
}

function folderOf(flags: FlagValues, options: Published, places: BirdPlaces, { root }: CommandContext): string {
  const given = flags["data"];
  return typeof given === "string" ? resolve(root, given) : datasetFolder(options, { root, places });
}

async function fetchFiles(
  flags: FlagValues,
  options: Published,
  places: BirdPlaces,
  context: CommandContext,
): Promise<void> {
  const { signal, out } = context;
  const { dataset } = options;
  const folder = folderOf(flags, options, places, context);
  out(describeDataset(dataset));
  if ((await exists(join(folder, rowsFile))) && !(await exists(join(folder, ".git")))) {
    out(`${folder} is a copy of your own: used as it is`);
    return;
  }
  const from = flags["from"];
  const { commit, repository } = await fetchDataset({
    ...{ dataset, folder, lockFile: places.lock, signal, say: out },
    ...(typeof from === "string" ? { repository: from } : {}),
  });
  out(`${folder} is ${repository} at ${commit}`);
}

async function buildPrompts(options: Published, places: BirdPlaces, context: CommandContext): Promise<void> {
  const { signal, out, root } = context;
  await using reader = await openPromptReader(options.bird_python_bin, context);
  const repository = options.bird_repo === undefined ? pinnedSource.repository : await located(options.bird_repo, root);
  await buildUpstreamPack({ places, source: { ...pinnedSource, repository }, reader: reader.read, signal, say: out });
}

/** A folder is relative to the config; what is none is an address. */
async function located(repository: string, root: string): Promise<string> {
  const folder = resolve(root, repository);
  return (await exists(folder)) ? folder : repository;
}

async function sayWhatIsMissing(
  flags: FlagValues,
  options: Published,
  places: BirdPlaces,
  context: CommandContext,
): Promise<void> {
  const folder = folderOf(flags, options, places, context);
  try {
    const dataset = await readDataset(folder, { dataset: options.dataset, wanted: () => true });
    context.out(`all ${dataset.rows.length} tasks have ground truth`);
    requireDumps(dataset, { folder, image: published[options.dataset].postgresImage });
    context.out("every database has its dump: nothing is missing");
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known === undefined || !expected.has(known.code)) throw error;
    context.out(known.message);
  }
}

/** What no command can fetch. */
const expected: ReadonlySet<string> = new Set(["bird-ground-truth-missing", "bird-dumps-missing"]);

async function merge(flags: FlagValues, { root, out }: CommandContext): Promise<number> {
  const { data, "ground-truth": mailed } = flags;
  if (typeof data !== "string" || typeof mailed !== "string") {
    throw invalidFlag(`merge needs both: npx auto-harness bird merge --data <folder> --ground-truth <file>`);
  }
  const folder = resolve(root, data);
  const written = await writeGroundTruth(folder, resolve(root, mailed));
  out(`${written.file}: ground truth of ${written.tasks} tasks, SHA-256 ${written.sha256}`);
  if (written.strangers > 0) out(`${written.strangers} tasks of the mailed file are not in this dataset: left out`);
  if (written.missing.length > 0) {
    out(`${written.missing.length} tasks have none still: ${written.missing.slice(0, 10).join(", ")}`);
    return exitCodes.config;
  }
  out("every task has its ground truth; the oracle check before the baseline shows whether it is right");
  return exitCodes.done;
}
