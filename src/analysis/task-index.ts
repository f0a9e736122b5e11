// What tasks say and expect, by rows of words and by values: looked up for every word of a candidate.

import type { KnownTask } from "./finding.ts";

/** Words in a row that make a quote; fewer are anybody's. */
export const rowLength = 6;
/** Different ones of those that carry something: a row of "at the end of the file" is nobody's. */
const contentWords = 3;

/** Row of words joined by blanks, or value → tasks that have it. */
export type Owners = ReadonlyMap<string, readonly KnownTask[]>;

export interface TaskIndex {
  instructions: Owners;
  /** Rows of what is expected, without those of the task's own instruction. */
  expected: Owners;
  /** Values that a task expects and does not tell. */
  values: Owners;
}

/** Two versions of a file are searched for the same tasks. */
const indexes = new WeakMap<readonly KnownTask[], TaskIndex>();

export function indexOf(tasks: readonly KnownTask[]): TaskIndex {
  const known = indexes.get(tasks);
  if (known !== undefined) return known;
  const index = makeIndex(tasks);
  indexes.set(tasks, index);
  return index;
}

function makeIndex(tasks: readonly KnownTask[]): TaskIndex {
  const instructions = new Map<string, KnownTask[]>();
  const expected = new Map<string, KnownTask[]>();
  const values = new Map<string, KnownTask[]>();
  for (const task of tasks) {
    const { instruction = "", expected: texts = [] } = task;
    const told = new Set(rowsOf(instruction));
    own(instructions, told, task);
    own(expected, new Set(texts.flatMap(rowsOf).filter((row) => !told.has(row))), task);
    own(values, new Set(texts.flatMap(valuesOf).filter((value) => !instruction.includes(value))), task);
  }
  return { instructions, expected, values };
}

function own(owners: Map<string, KnownTask[]>, names: ReadonlySet<string>, task: KnownTask): void {
  for (const name of names) {
    const known = owners.get(name);
    if (known === undefined) owners.set(name, [task]);
    else known.push(task);
  }
}

function rowsOf(text: string): string[] {
  const words = wordsOf(text).map(({ word }) => word);
  return words.flatMap((_, at) => {
    const row = words.slice(at, at + rowLength);
    const content = new Set(row.filter((word) => word.length >= 4 && !ordinary.has(word)));
    return row.length === rowLength && content.size >= contentWords ? [row.join(" ")] : [];
  });
}

/** In small letters, with their places. */
export function wordsOf(text: string): Array<{ word: string; index: number }> {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    ...{ word: word.normalize("NFKC").toLowerCase(), index },
  }));
}

const ordinary: ReadonlySet<string> = new Set([
  ..."with from that this then than them they there their these those have been were will would should".split(" "),
  ..."must could when where what which while your yours into only also each such some same other more most".split(" "),
  ..."over under about after before between both does done make made just very much many every here like".split(" "),
  ..."need used using shall return const async await function".split(" "),
]);

/** Words with digits, long enough that nobody comes by them otherwise. */
export function valuesOf(text: string): string[] {
  return [...text.matchAll(/[^\s"'`(){}[\],;=<>|&]+/gu)]
    .map(([value]) => value.replace(/^[.:]+|[.:]+$/g, "").replaceAll("_", ""))
    .filter(isDistinct);
}

function isDistinct(value: string): boolean {
  if (!/\d/.test(value) || /^(?:127\.0\.0\.1|0\.0\.0\.0)/.test(value)) return false;
  // Five digits that count; round numbers are anybody's, and so are names of encodings.
  if (/^-?[\d.]+$/.test(value)) return value.replaceAll(/\D|0+$/g, "").length >= 5;
  return value.length >= 8 && /\d.*\d/.test(value) && !/^(?:utf|iso|sha|base|aes|x86|python)/i.test(value);
}
