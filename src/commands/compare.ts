import { compare as compareSources } from "../compare/compare.ts";
import { parsePoints } from "../compare/parse-points.ts";
import { readSource } from "../compare/read-source.ts";
import { renderMarkdown } from "../compare/render/render-markdown.ts";
import { renderText } from "../compare/render/render-text.ts";
import { headline } from "../compare/render/words.ts";
import { type SourceFormat, sourceFormats } from "../compare/source.ts";
import { exitCodes } from "../core/fault.ts";
import type { Command, FlagValues } from "./command.ts";
import { invalidFlag, isSet, numberFlag } from "./flags.ts";

export const compare: Command = {
  name: "compare",
  summary:
    "is B better than A? two results task by task: difference, interval, p, what it would take; no config needed",
  operands: {
    A: "an experiment (.runs/NAME), a Harbor job's folder, .jsonl, .csv or train_results.json; #agent=…,step=… behind it",
    B: "another; the difference is B less A",
  },
  options: {
    confidence: { type: "string", value: "SHARE", description: "of the intervals; default 0.95" },
    "fail-under": {
      type: "string",
      value: "POINTS",
      description: "exit 1 if B is shown to be under A by this, as -3pt",
    },
    strict: { type: "boolean", description: "with --fail-under: exit 1 also where it can't be told" },
    detect: { type: "string", value: "POINTS", description: "say what it would take to see this difference, as 3pt" },
    unpaired: { type: "boolean", description: "compare sides that have no task in common" },
    format: {
      type: "string",
      value: "NAME",
      description: `of both sides: ${sourceFormats.join(", ")}; default: by itself`,
    },
    json: { type: "boolean", description: "one JSON object, with every task" },
    markdown: { type: "boolean", description: "for a comment on a pull request" },
  },
  async run(flags, { root, out }) {
    const options = compareOptions(flags);
    const format = formatFlag(flags);
    const read = async (name: "A" | "B") =>
      await readSource(String(flags[name]), { root, ...(format === undefined ? {} : { format }) });
    if (flags["A"] === flags["B"]) {
      throw invalidFlag(
        "A and B are the same: choose with #agent=baseline, #agent=incumbent or #step=NAME behind them",
      );
    }
    const a = await read("A");
    const b = await read("B");
    const comparison = compareSources(a, b, options);
    const exitCode = comparison.tooMuchMissing
      ? exitCodes.infrastructure
      : comparison.bar?.failed === true
        ? exitCodes.rejected
        : exitCodes.done;
    if (isSet(flags, "json")) {
      out(JSON.stringify({ version: 1, exitCode, summary: headline(comparison), ...comparison }));
    } else {
      for (const line of isSet(flags, "markdown") ? renderMarkdown(comparison) : renderText(comparison)) out(line);
    }
    return exitCode;
  },
};

function compareOptions(flags: FlagValues): Parameters<typeof compareSources>[2] {
  const confidence = numberFlag(flags, "confidence") ?? 0.95;
  if (!(confidence >= 0.5 && confidence <= 0.9999)) {
    throw invalidFlag(`--confidence ${flags["confidence"]}: expected a share from 0.5 to 0.9999, such as 0.95`);
  }
  if (isSet(flags, "json") && isSet(flags, "markdown")) throw invalidFlag("--json and --markdown: choose one");
  const { detect: detectText, "fail-under": underText } = flags;
  const detect = typeof detectText === "string" ? parsePoints(detectText, "detect") : undefined;
  if (detect !== undefined && detect <= 0) throw invalidFlag(`--detect ${detectText}: expected more than 0pt`);
  const strict = isSet(flags, "strict");
  if (strict && underText === undefined) throw invalidFlag("--strict is for --fail-under: give both");
  return {
    ...{ confidence, unpaired: isSet(flags, "unpaired") },
    ...(detect === undefined ? {} : { detect }),
    ...(typeof underText === "string" ? { bar: { under: parsePoints(underText, "fail-under"), strict } } : {}),
  };
}

function formatFlag(flags: FlagValues): SourceFormat | undefined {
  const { format } = flags;
  if (format === undefined) return undefined;
  const known = sourceFormats.find((name) => name === format);
  if (known === undefined) throw invalidFlag(`--format ${format}: expected one of ${sourceFormats.join(", ")}`);
  return known;
}
