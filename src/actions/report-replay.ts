import { join } from "node:path";
import { z } from "zod";
import { formatDuration } from "../lib/format-quantity.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { escapeMarkdown, markdownFence, markdownTable } from "../lib/markdown.ts";
import { plainText } from "../lib/plain-text.ts";
import type { ActionReport, Ran } from "./action-report.ts";

/** Of a trial's line of `replay --json`, what is shown. */
const trialLine = z.object({
  version: z.literal(1),
  file: z.string(),
  task: z.string(),
  step: z.string(),
  requests: z.number(),
  same: z.boolean(),
  reward: z.number().optional(),
  recordedReward: z.number().optional(),
  shown: z.array(z.string()).default([]),
});

type TrialLine = z.output<typeof trialLine>;

/** Trials of a table; the diverged ones come first and are all shown. */
const rowsAtMost = 200;

/** Of a night's line, what is shown. */
const nightLine = z.union([
  z.object({
    ...{ version: z.literal(1), same: z.literal(true) },
    ...{ iterations: z.number(), accepted: z.number(), trials: z.number(), durationMs: z.number() },
  }),
  z.object({ version: z.literal(1), same: z.literal(false), divergence: z.string(), shown: z.array(z.string()) }),
]);

/** `folder`: of the recording. null: the command printed neither trials nor a night. */
export function reportReplay({ stdout }: Pick<Ran, "stdout">, folder: string): ActionReport | null {
  const lines = stdout.split("\n").map(jsonOrUndefined);
  const trials = lines.flatMap((line) => trialLine.safeParse(line).data ?? []);
  if (trials.length > 0) return trialsReport(trials, folder);
  const night = lines.flatMap((line) => nightLine.safeParse(line).data ?? [])[0];
  return night === undefined ? null : nightReport(night);
}

function nightReport(night: z.output<typeof nightLine>): ActionReport {
  if (night.same) {
    const { iterations, accepted, trials, durationMs } = night;
    const headline = `the night came out as recorded: ${iterations} iterations, ${accepted} accepted, ${trials} trials in ${formatDuration(durationMs)}`;
    const annotation = { level: "notice", title: "auto-harness replay", message: headline } as const;
    return { headline, markdown: [`**${headline}**`], annotations: [annotation] };
  }
  const headline = `the night came out otherwise: ${plainText(night.divergence)}`;
  const shown = night.shown.map(plainText);
  return {
    headline,
    markdown: [`**${escapeMarkdown(headline)}**`, "", ...markdownFence(shown.join("\n"), "diff")],
    annotations: [{ level: "error", title: "auto-harness replay", message: [headline, ...shown].join("\n") }],
  };
}

function trialsReport(trials: readonly TrialLine[], folder: string): ActionReport {
  const diverged = trials.filter(({ same }) => !same);
  const same = trials.length - diverged.length;
  const headline = `${trials.length} ${trials.length === 1 ? "trial" : "trials"} replayed: ${same} same, ${diverged.length} diverged`;
  const sorted = [...diverged, ...trials.filter((one) => one.same)];
  const shown = sorted.slice(0, Math.max(diverged.length, rowsAtMost));
  const more = sorted.length - shown.length;
  return {
    headline,
    markdown: [
      `**${headline}**`,
      "",
      ...markdownTable(["task", "step", "requests", "reward", ""], shown.map(rowOf)),
      ...(more === 0 ? [] : ["", `and ${more} more that are the same`]),
      ...diverged.flatMap((one) => ["", `### ${named(one)}`, "", ...markdownFence(plainLines(one).join("\n"), "diff")]),
    ],
    annotations: diverged.map((one) => ({
      level: "error",
      title: `${one.task} (${one.step}) diverges from its cassette`,
      message: plainLines(one).join("\n"),
      file: join(folder, one.file),
    })),
  };
}

function rowOf(one: TrialLine): string[] {
  const reward = one.same ? `${one.reward} as recorded` : `unknown; ${one.recordedReward} was recorded`;
  return [named(one), escapeMarkdown(plainText(one.step)), `${one.requests}`, reward, one.same ? "same" : "DIVERGED"];
}

function named({ task }: TrialLine): string {
  return escapeMarkdown(plainText(task));
}

function plainLines({ shown }: TrialLine): string[] {
  return shown.map(plainText);
}
