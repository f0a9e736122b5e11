// Flags that several commands share, and their values with a type.

import { HarnessError } from "../core/fault.ts";
import type { CommandOption, FlagValues } from "./command.ts";

export const shownFlags = {
  json: { type: "boolean", description: "one JSON object a line, for programs" },
  plain: { type: "boolean", description: "plain lines also on a terminal" },
  yes: { type: "boolean", short: "y", description: "ask nothing" },
} as const satisfies Record<string, CommandOption>;

export const runFlags = {
  budget: { type: "string", value: "USD", description: "US dollars this experiment may spend (budget_usd)" },
  concurrency: { type: "string", value: "N", description: "trials at the same time (max_concurrency)" },
  record: { type: "string", value: "FOLDER", description: "keep the channels of train trials as cassettes (record)" },
  "record-test": {
    type: "boolean",
    description: "with --record: of test trials too, and a night as a whole (record_test)",
  },
} as const satisfies Record<string, CommandOption>;

export const loopFlags = {
  iterations: { type: "string", value: "N", description: "iterations at most" },
  hours: { type: "string", value: "N", description: "hours that this run may take (max_hours)" },
} as const satisfies Record<string, CommandOption>;

/** Config keys that flags override. */
export function configOverrides(flags: FlagValues): Record<string, number | string | boolean | undefined> {
  return {
    budget_usd: numberFlag(flags, "budget"),
    max_concurrency: numberFlag(flags, "concurrency"),
    iterations: numberFlag(flags, "iterations"),
    max_hours: numberFlag(flags, "hours"),
    record: typeof flags["record"] === "string" ? flags["record"] : undefined,
    record_test: isSet(flags, "record-test") ? true : undefined,
  };
}

/** Throws config "flag-invalid". */
export function numberFlag(flags: FlagValues, name: string): number | undefined {
  const text = flags[name];
  if (typeof text !== "string") return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw invalidFlag(`--${name} ${text}: expected a number`);
  }
  return value;
}

/** Throws config "flag-invalid" for what is no whole number within these bounds. */
export function wholeFlag(
  flags: FlagValues,
  name: string,
  { from, to }: { from: number; to: number },
): number | undefined {
  const value = numberFlag(flags, name);
  if (value === undefined || (Number.isInteger(value) && value >= from && value <= to)) return value;
  throw invalidFlag(`--${name} ${flags[name]}: expected a whole number from ${from} to ${to}`);
}

export function invalidFlag(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "flag-invalid", message });
}

export function isSet(flags: FlagValues, name: string): boolean {
  return flags[name] === true;
}

/** Ids separated by commas or blanks. */
export function listFlag(flags: FlagValues, name: string): string[] | undefined {
  const text = flags[name];
  return typeof text === "string" ? text.split(/[\s,]+/).filter((id) => id !== "") : undefined;
}
