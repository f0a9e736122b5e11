// A recorded night as a file: what it was run under, what came of it, and which trials it is made of.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";
import { redact } from "../../lib/redact.ts";
import { textIfThere } from "../../lib/text-if-there.ts";
import { writeAtomic } from "../../lib/write-atomic.ts";
import { iterationSchema, verdictSchema } from "../../loop/iteration-record.ts";
import { pairedReportSchema } from "../../loop/paired-report.ts";
import { splitSchema } from "../../workspace/split.ts";
import { keyPartsSchema } from "../cassette.ts";
import { fileText } from "../file-text.ts";
import { packObject, unpackValue } from "../pack-value.ts";

const model = z.strictObject({
  model: z.string(),
  reasoningEffort: z.string().exactOptional(),
  seed: z.number().exactOptional(),
});

const task = z.strictObject({
  ...{ id: z.string(), digest: z.string(), agentTimeoutMs: z.number(), verifierTimeoutMs: z.number() },
  ...{ oracle: z.boolean(), split: z.enum(["train", "test"]).exactOptional(), floor: z.number().exactOptional() },
});

/** Everything that the loop's decisions depend on, beside trials and coding agent. */
const conditions = z.strictObject({
  benchmark: z.string(),
  rehearsal: z.boolean(),
  /** Digest of the first agent, as sent to a box. */
  agent: z.string(),
  scoreFacts: z.strictObject({ label: z.string(), facts: z.record(z.string(), z.string()) }),
  agentModel: model,
  userModel: model.nullable(),
  settings: z.strictObject({
    ...{ gate: z.enum(["default", "strict-seed"]), preScreen: z.boolean(), threshold: z.number(), seed: z.number() },
    ...{ trainFraction: z.number(), trials: z.int(), splitBy: z.enum(["benchmark", "baseline"]), holdout: z.number() },
    ...{ finalReport: z.boolean(), stopAfterNoImprovement: z.int(), codingModel: model, codingAgent: z.string() },
    /** That were brought to their end. */
    iterations: z.int(),
  }),
  tasks: z.array(task),
});

/** What was decided and why: no times, money and counts of early runs, no words, and no signals, which need the dataset. */
const verdict = verdictSchema.omit({ detail: true, runs: true, costUsd: true, durationMs: true, signals: true });

const iteration = iterationSchema.pick({ iteration: true, summary: true, trainScore: true }).extend({
  /** Hex SHA-256 of agent.ts as frozen. */
  candidate: z.string().nullable(),
  verdict: verdict.nullable(),
});

const result = z.strictObject({
  split: splitSchema,
  iterations: z.array(iteration),
  /** Of results.tsv, but for commit and time. */
  rows: z.array(z.tuple([z.int(), z.string(), z.int(), z.int()])),
  /** Hex SHA-256 of agent.ts in each of the lineage's commits, the baseline first. */
  lineage: z.array(z.string()),
  suite: z.array(z.string()),
  report: pairedReportSchema.omit({ from: true, to: true, costUsd: true }).nullable(),
});

/** A trial that has no cassette: of no candidate, or without a reward. */
const other = z.strictObject({
  ...keyPartsSchema.pick({ task: true, step: true, decision: true, index: true, agent: true }).shape,
  outcome: z.union([
    z.strictObject({ status: z.literal("scored"), reward: z.number() }),
    z.strictObject({ status: z.enum(["invalid", "void"]), reason: z.string() }),
  ]),
  agentEnd: z.strictObject({
    ...{ how: z.enum(["finished", "crashed", "limit", "protocol", "none"]), code: z.string(), detail: z.string() },
  }),
});

export const nightMark = "holds TEST trials, version 1";

const nightSchema = z.strictObject({
  night: z.literal(nightMark),
  conditions,
  result,
  /** In the order in which they ended: the name of a cassette without .json, or a trial that has none. */
  trials: z.array(z.union([z.string(), other])),
});

export type Night = z.output<typeof nightSchema>;
export type OtherTrial = z.output<typeof other>;
export type NightResult = Night["result"];

export interface StoredNight {
  night: Night;
  /** agent.ts that the night began with. */
  agentSource: string;
}

/** night.json and agent.ts, for their owner's eyes: they say which tasks are test tasks. */
export async function writeNight(
  folder: string,
  { night, agentSource }: StoredNight,
  { secrets }: { secrets: readonly string[] },
): Promise<void> {
  await writeAtomic(join(folder, "agent.ts"), redact(agentSource, secrets));
  await writeAtomic(join(folder, nightFile), fileText(packObject(nightSchema.parse(night), secrets)), 0o600);
}

export const nightFile = "night.json";

/** null where the folder holds no night. Throws config "night-invalid". */
export async function readNight(folder: string): Promise<StoredNight | null> {
  const path = join(folder, nightFile);
  const text = await textIfThere(path);
  if (text === null) return null;
  try {
    const night = nightSchema.parse(unpackValue(JSON.parse(text)));
    return { night, agentSource: await readFile(join(folder, "agent.ts"), "utf8") };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message;
    const message = `${path} is no recorded night of version 1: ${why}`;
    throw new HarnessError({ fault: "config", code: "night-invalid", message, cause });
  }
}
