// Where what is taken from a box stands below a trial's artifacts, and what of a folder is left out.

import type { Artifact } from "./task-schema-parts.ts";

/** What every task publishes without saying so. */
export const publishedFolder = "/logs/artifacts";

/** Absolute, without a slash at the end. */
export function sourceOf({ source }: Artifact): string {
  return `/${partsOf(source).join("/")}`;
}

/** Relative, without `..`: the destination, else the source. */
export function targetOf({ source, destination }: Artifact): string {
  return partsOf(destination === undefined || destination === "" ? source : destination).join("/");
}

/** The published folder first, unless an entry of the task's has it. */
export function withPublished(artifacts: readonly Artifact[]): Artifact[] {
  const own = artifacts.some((one) => isOfMain(one) && sourceOf(one) === publishedFolder);
  return own ? [...artifacts] : [{ source: publishedFolder, exclude: [] }, ...artifacts];
}

export function isOfMain({ service = "main" }: Artifact): boolean {
  return service === "main";
}

/** One is the other, or lies below it. */
export function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/**
 * Whether tar would leave a path out: a pattern fits a path or its end after a slash, `*` fits slashes too, and what lies
 * below a folder that is left out is left out.
 */
export function excludedBy(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.map((pattern) => tokensOf(pattern.replace(/^(?:\.?\/)+|\/+$/g, "")));
  return (path) => parsed.some((tokens) => fits(tokens, path));
}

type Token = "*" | ((character: string) => boolean);

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/\[[!^]?[^\]]+\]|\\?./gsu) ?? []).map((part) => {
    if (part === "*") return "*";
    if (part === "?") return () => true;
    const set = /^\[([!^]?)([^\]]+)\]$/su.exec(part);
    if (set !== null) return (character) => inSet(character, set[2] ?? "") === (set[1] === "");
    const own = part.replace(/^\\/, "");
    return (character) => character === own;
  });
}

function inSet(character: string, set: string): boolean {
  const ranges = set.match(/.-.|./gsu) ?? [];
  return ranges.some((range) =>
    range.length > 1 ? character >= (range[0] ?? "") && character <= (range.at(-1) ?? "") : character === range,
  );
}

/** All beginnings at once, in time that grows with path times pattern: the path is made by somebody who may mean harm. */
function fits(tokens: readonly Token[], path: string): boolean {
  let reached = new Set<number>();
  const add = (states: Set<number>, state: number) => {
    states.add(state);
    for (let next = state; tokens[next] === "*"; next += 1) states.add(next + 1);
  };
  let before = "/";
  for (const character of path) {
    if (before === "/") add(reached, 0);
    if (character === "/" && reached.has(tokens.length)) return true;
    const following = new Set<number>();
    for (const state of reached) {
      const token = tokens[state];
      if (token === "*") add(following, state);
      else if (token?.(character)) add(following, state + 1);
    }
    reached = following;
    before = character;
  }
  return reached.has(tokens.length);
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
}
