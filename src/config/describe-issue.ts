import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";

export interface ConfigProblem {
  /** Such as `prices.my-model.input`; empty for the file as a whole. */
  key: string;
  /** 1-based line in the file; null for a flag or a key that is missing. */
  line: number | null;
  message: string;
}

type Issue = z.core.$ZodIssue;

/** One problem per unknown key, one for every other issue. Paths lead to where the problem is. */
export function describeIssue(issue: Issue, value: unknown): Array<{ path: PropertyKey[]; message: string }> {
  if (issue.code === "unrecognized_keys") {
    const known = issue.path[0] === "prices" ? ["input", "cached", "output"] : [];
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: describeUnknownKey(key, known) }));
  }
  const found = valueAt(value, issue.path);
  return [{ path: [...issue.path], message: describe(issue, found) }];
}

export function describeUnknownKey(key: string, known: readonly string[]): string {
  const near = didYouMean(key, known);
  return near === undefined ? "unknown key" : `unknown key; did you mean ${near}?`;
}

function describe(issue: Issue, found: unknown): string {
  if (found === undefined) {
    return issue.message.startsWith("missing; ") ? issue.message : `missing; expected ${expectation(issue)}`;
  }
  if (found === null) return `empty; give it ${expectation(issue)}, or take the line away`;
  if (issue.code === "invalid_value" && typeof found === "string") {
    const near = didYouMean(found, issue.values.map(String));
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    return `expected ${expectation(issue)}, got ${show(found)}${hint}`;
  }
  return `${wording(issue)}, got ${show(found)}`;
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_value") {
    return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(", ")}`;
  }
  if (issue.code === "invalid_type" && issue.expected === "int") return "a whole number";
  if (issue.code === "invalid_type") return `${article(issue.expected)} ${issue.expected}`;
  return "a value";
}

function wording(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
    case "invalid_value":
      return `expected ${expectation(issue)}`;
    case "too_small":
      if (issue.origin === "string") return "expected some text";
      if (issue.origin === "array") return "expected a list that is not empty";
      return `expected a number ${issue.inclusive === false ? "above" : "of at least"} ${issue.minimum}`;
    case "too_big":
      return `expected a number ${issue.inclusive === false ? "below" : "of at most"} ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? "an" : "a");

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}

function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
