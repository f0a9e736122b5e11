// What a build needs to know of a Dockerfile: the images its stages stand on, and where they are named.

export interface BaseImage {
  /** As the engine would ask for it: variables of the Dockerfile's head filled in. */
  reference: string;
  /** The instruction's lines, 0-based, end exclusive. */
  from: number;
  to: number;
  /** The instruction with another image in its place. */
  rewrite: (reference: string) => string;
}

export interface Instruction {
  text: string;
  from: number;
  to: number;
}

/** The images of FROM instructions that are neither `scratch` nor an earlier stage. */
export function findBaseImages(dockerfile: string): BaseImage[] {
  const variables = new Map<string, string>();
  const stages = new Set<string>();
  const bases: BaseImage[] = [];
  let inHead = true;
  for (const { text, from, to } of instructionsOf(dockerfile)) {
    const argument = inHead ? /^ARG\s+(.*)$/is.exec(text)?.[1] : undefined;
    if (argument !== undefined) readArguments(argument, variables);
    const parts = /^(FROM\s+(?:--\S+\s+)*)(\S+)(?:(\s+AS\s+)(\S+))?\s*$/i.exec(text);
    if (parts === null) continue;
    inHead = false;
    const [, lead = "", image = "", as = "", stage = ""] = parts;
    const reference = fillIn(image, variables);
    if (reference !== "scratch" && reference !== "" && !stages.has(reference.toLowerCase())) {
      bases.push({ reference, from, to, rewrite: (other) => `${lead}${other}${as}${stage}` });
    }
    if (stage !== "") stages.add(stage.toLowerCase());
  }
  return bases;
}

/** Replaces images by reference; what is not in the map stays. */
export function replaceBaseImages(dockerfile: string, replacements: ReadonlyMap<string, string>): string {
  const lines = dockerfile.split("\n");
  for (const base of findBaseImages(dockerfile).reverse()) {
    const other = replacements.get(base.reference);
    if (other !== undefined) lines.splice(base.from, base.to - base.from, base.rewrite(other));
  }
  return lines.join("\n");
}

/** What only BuildKit can do, in words; empty where the classic builder will do. */
export function needsOfBuildKit(dockerfile: string): string[] {
  const needs = new Set<string>();
  for (const { text } of instructionsOf(dockerfile)) {
    const flag = /^(?:RUN|COPY|ADD)\s+(?:--\S+\s+)*?--(mount|network|security|link|chmod|parents|exclude)\b/i.exec(
      text,
    );
    if (flag !== null) needs.add(`${text.split(/\s/, 1)[0]?.toUpperCase()} --${flag[1]?.toLowerCase()}`);
    if (hereDocument.test(text)) needs.add("here-documents");
  }
  return [...needs];
}

export const hereDocument = /^(?:RUN|COPY|ADD)\b.*<<-?["']?[A-Za-z_]\w*/im;

/** Without comments, each on one line; lines of here-documents are passed over. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.split("\n").map((line) => line.replace(/\r$/, ""));
  const continuation = /^#\s*escape\s*=\s*(`)/im.test(lines.slice(0, 3).join("\n")) ? "`" : "\\";
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const from = at;
    let text = "";
    let more = true;
    while (more && at < lines.length) {
      const line = lines[at] ?? "";
      at += 1;
      const skipped = /^\s*#/.test(line) || (text !== "" && line.trim() === "");
      if (skipped) {
        more = text !== "";
        continue;
      }
      more = line.trimEnd().endsWith(continuation);
      text += more ? `${line.trimEnd().slice(0, -1)} ` : line;
    }
    if (text.trim() !== "") instructions.push({ text: text.trim(), from, to: at });
    at += linesOfHereDocuments(text, lines, at);
  }
  return instructions;
}

/** How many lines from `at` on belong to here-documents that `text` begins. */
function linesOfHereDocuments(text: string, lines: readonly string[], at: number): number {
  if (!hereDocument.test(text.trim())) return 0;
  let end = at;
  for (const [, dash, word = ""] of text.matchAll(/<<(-?)["']?([A-Za-z_]\w*)["']?/g)) {
    const closes = (line: string) => (dash === "-" ? line.replace(/^\t+/, "") : line) === word;
    const found = lines.findIndex((line, index) => index >= end && closes(line));
    if (found === -1) return end - at;
    end = found + 1;
  }
  return end - at;
}

function readArguments(text: string, variables: Map<string, string>): void {
  for (const [, name = "", value] of text.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)) {
    if (value !== undefined) variables.set(name, fillIn(value.replace(/^(["'])(.*)\1$/, "$2"), variables));
  }
}

function fillIn(text: string, variables: ReadonlyMap<string, string>): string {
  return text
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(
      /\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/g,
      (_all, braced: string | undefined, operator: string | undefined, word: string | undefined, bare: string) => {
        const value = variables.get(braced ?? bare);
        if (operator === ":-" || operator === "-") return value === undefined || value === "" ? (word ?? "") : value;
        if (operator === ":+" || operator === "+") return value === undefined || value === "" ? "" : (word ?? "");
        return value ?? "";
      },
    );
}
