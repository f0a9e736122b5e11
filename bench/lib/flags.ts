import { parseArgs } from "node:util";
import { HarnessError } from "../../src/core/fault.ts";

/** Flags with a value each, and switches; what is not given has its default. Throws config "bad-option". */
export function parseFlags<Text extends Record<string, string>>(
  args: readonly string[],
  defaults: Text,
): { values: Record<keyof Text, string>; json: boolean } {
  const texts = Object.entries(defaults).map(([name, value]) => [name, { type: "string", default: value }] as const);
  const options = { ...Object.fromEntries(texts), json: { type: "boolean", default: false } } as const;
  try {
    const { json, ...values } = parseArgs({ args: [...args], options }).values;
    return { values: values as Record<keyof Text, string>, json: json === true };
  } catch (cause) {
    throw badOption(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Throws config "bad-option". */
export function count(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw badOption(`--${name} ${text}: expected 1 or more`);
}

export function badOption(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "bad-option", message });
}
