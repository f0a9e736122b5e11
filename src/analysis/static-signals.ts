// What a person should look at in a candidate before believing in it: names of models and tasks, instructions and
// expected outputs that it knows by heart, blobs nobody can read. Pure; a signal refuses nothing.

import { findBlobs } from "./find-blobs.ts";
import { findEfforts, findModels } from "./find-models.ts";
import { findExpected, findInstructions } from "./find-quotes.ts";
import { findTaskNames } from "./find-task-names.ts";
import type { Finding, KnownTask, SignalKind } from "./finding.ts";
import { readTexts, type SourceText } from "./read-texts.ts";

/**
 * For a person's eyes as a whole: it may name test tasks. What a coding agent may see of signals is another type, which
 * only `forCodingAgent` makes.
 */
export interface Signal {
  readonly audience: "person";
  kind: SignalKind;
  /** 1-based, in the source. */
  line: number;
  /** Of that line, at most 160 characters, control characters escaped. */
  excerpt: string;
  detail: string;
  /** The task it is about, where it is about one. */
  task: Pick<KnownTask, "id" | "side"> | null;
  /** The incumbent does not have it, or not as often. */
  isNew: boolean;
}

export interface SignalContext {
  /** The incumbent's agent.ts; "" where there is none. */
  incumbent: string;
  tasks: readonly KnownTask[];
  /** Names of models that play a part here; well-known families are found without. */
  models: readonly string[];
}

/** All signals of agent.ts by line, the old ones too. Source that is no program is read as far as it goes. */
export function staticSignals(source: string, { incumbent, tasks, models }: SignalContext): Signal[] {
  const known = Map.groupBy(findAll(incumbent, tasks, models), identity);
  const old = new Map([...known].map(([name, found]) => [name, found.length] as const));
  const lines = source.split("\n");
  return findAll(source, tasks, models)
    .map((finding): Signal => {
      const left = old.get(identity(finding)) ?? 0;
      old.set(identity(finding), left - 1);
      const { kind, detail, task, text, snippet } = finding;
      const line = lineOf(lines, text, snippet);
      return {
        ...{
          audience: "person",
          kind,
          line,
          excerpt: excerptOf(lines[line - 1] ?? "", snippet),
          detail: printable(detail),
        },
        ...{ task: task === null ? null : { id: task.id, side: task.side }, isNew: left <= 0 },
      };
    })
    .sort((a, b) => a.line - b.line || compare(a.kind, b.kind) || compare(a.detail, b.detail));
}

function findAll(source: string, tasks: readonly KnownTask[], models: readonly string[]): Finding[] {
  const { texts, tokens } = readTexts(source);
  return [
    ...findModels(texts, models),
    ...findEfforts(tokens),
    ...findTaskNames(texts, tasks),
    ...findInstructions(texts, tasks),
    ...findExpected(texts, tokens, tasks),
    ...findBlobs(texts, tokens),
  ];
}

function identity({ kind, subject, task }: Finding): string {
  return `${kind}\0${task?.id ?? ""}\0${subject}`;
}

/** A text of many lines begins somewhere; the snippet says where in it. */
function lineOf(lines: readonly string[], { line }: Pick<SourceText, "line">, snippet: string): number {
  const near = lines.slice(line - 1, line + 2000);
  const at = snippet === "" ? -1 : near.findIndex((text) => text.includes(snippet));
  return at < 0 ? line : line + at;
}

const excerptLength = 160;

function excerptOf(line: string, snippet: string): string {
  const text = line.trim();
  const at = Math.max(0, text.indexOf(snippet));
  const start = Math.max(0, Math.min(at - 40, text.length - excerptLength));
  return printable(text.slice(start, start + excerptLength)).slice(0, excerptLength);
}

function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
