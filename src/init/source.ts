// What a person has that can become a benchmark, as it was found.

import { HarnessError } from "../core/fault.ts";

export const compares = ["exact", "normalised", "number"] as const;
export type Compare = (typeof compares)[number];

/** One line of the person's data, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Questions with their answers: JSON lines, a JSON list or CSV. */
export interface RowsSource {
  kind: "rows";
  /** Relative to the root, with forward slashes. */
  path: string;
  tasks: readonly { id: string; question: unknown; answer: unknown }[];
  compare: Compare;
  /** What was found and why it was taken so, a line each. */
  why: readonly string[];
}

/** Tasks in Harbor's format. */
export interface HarborSource {
  kind: "harbor";
  path: string;
  why: readonly string[];
}

/** A program that keeps to the protocol of `benchmark: command`. */
export interface ProgramSource {
  kind: "program";
  /** The script; its folder is the program's, where it has one of its own. */
  path: string;
  keys: Readonly<Record<string, string>>;
  why: readonly string[];
}

export type Source = RowsSource | HarborSource | ProgramSource;

/** What a person has said of it with flags. */
export interface Wishes {
  question?: string;
  answer?: string;
  compare?: Compare;
  run?: string;
  list?: string;
}

export function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
