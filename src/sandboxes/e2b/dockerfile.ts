// A Dockerfile as E2B can build it: its builder knows commands and copies, one image to begin with, and runs a login
// shell. So each instruction becomes a command that restores what the shell changed and switches to the user itself, and
// what is copied travels as an archive. Stages become templates of their own.

import { HarnessError } from "../../core/fault.ts";
import { boxFolder } from "../cloud/spool-folder.ts";
import { findBaseImages, type Instruction, instructionsOf, needsOfBuildKit } from "../dockerfile.ts";
import { doubleQuoted, jsonList, pairsOf, quoted } from "../dockerfile-words.ts";
import { emptyState, factsStep, inState, runStep, type StageState } from "./stage.ts";

export type StageBase = { kind: "image"; reference: string } | { kind: "stage"; index: number };

/** Where files come from; `paths` as the Dockerfile names them. */
export interface PlannedCopy {
  from: { kind: "context" } | StageBase;
  paths: readonly string[];
}

export type PlannedStep =
  | { kind: "run"; command: string }
  /** One archive for each path is at `archiveOf` before; the command unpacks them. */
  | { kind: "copy"; copy: PlannedCopy; commandFor: (archives: readonly CopiedArchive[]) => string };

export interface CopiedArchive {
  /** In the image that is built. */
  path: string;
  /** The first part of its entries. */
  top: string;
  folder: boolean;
}

export interface PlannedStage {
  name: string;
  base: StageBase;
  steps: PlannedStep[];
}

export interface BuildPlan {
  stages: PlannedStage[];
  /** Index of the one that is wanted. */
  wanted: number;
  notes: string[];
}

const passedOver = new Set(["EXPOSE", "LABEL", "MAINTAINER", "STOPSIGNAL", "VOLUME", "CMD", "HEALTHCHECK"]);
const understood = new Set(["FROM", "RUN", "COPY", "ADD", "WORKDIR", "USER", "ENV", "ARG", ...passedOver]);

/** Throws config "image-unsupported", by instruction. */
export function planBuild(
  dockerfile: string,
  { name, args, target }: { name: string; args: Readonly<Record<string, string>>; target?: string | undefined },
): BuildPlan {
  const refuse = (what: string) => unsupported(name, what);
  const instructions = instructionsOf(dockerfile).map(withoutSecrets);
  const text = instructions.map((instruction) => instruction.text).join("\n");
  const needs = needsOfBuildKit(text).filter((need) => !/--chmod$/.test(need));
  if (needs.length > 0) throw refuse(needs.join(", "));
  const bases = findBaseImages(dockerfile);
  const stages: PlannedStage[] = [];
  const notes = new Set<string>();
  const headArgs: Array<[string, string]> = [];
  let state: StageState | undefined;
  const byName = (reference: string): StageBase => {
    const index = stages.findLastIndex(
      (stage, at) => stage.name === reference.toLowerCase() || String(at) === reference,
    );
    return index === -1 ? { kind: "image", reference } : { kind: "stage", index };
  };
  const states: StageState[] = [];
  for (const instruction of instructions) {
    const keyword = /^\S+/.exec(instruction.text)?.[0].toUpperCase() ?? "";
    const rest = instruction.text.slice(keyword.length).trim();
    // Nothing of an image is started there but what is asked for.
    if (keyword === "ENTRYPOINT" && /^\[\s*\]$/.test(rest)) continue;
    if (!understood.has(keyword)) throw refuse(keyword);
    if (keyword === "FROM") {
      const base = bases.find(({ from }) => from === instruction.from)?.reference;
      const [, written = "", as = ""] = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      if (written === "scratch") throw refuse("FROM scratch");
      const from: StageBase = base === undefined ? byName(written) : { kind: "image", reference: base };
      const inherited = from.kind === "stage" ? states[from.index] : undefined;
      state =
        inherited === undefined
          ? emptyState()
          : { ...inherited, unmade: [...inherited.unmade], env: [...inherited.env], args: [] };
      states.push(state);
      stages.push({ name: as.toLowerCase(), base: from, steps: [] });
      continue;
    }
    if (state === undefined) {
      if (keyword === "ARG") headArgs.push(...pairsOf(rest, refuse));
      continue;
    }
    const steps = stages.at(-1)?.steps ?? [];
    if (passedOver.has(keyword)) {
      if (keyword !== "LABEL" && keyword !== "MAINTAINER")
        notes.add(`${keyword} of its Dockerfile does nothing on E2B`);
    } else if (keyword === "ENV") state.env.push(...pairsOf(rest, refuse));
    else if (keyword === "ARG") state.args.push(...argumentsOf(rest, { args, headArgs, refuse }));
    else if (keyword === "USER") state.user = rest;
    else if (keyword === "WORKDIR") {
      state.workdir = rest.startsWith("/") ? rest : `${state.workdir.replace(/\/$/, "")}/${rest}`;
      state.unmade.push([state.workdir, state.user]);
    } else {
      const now = { ...state };
      state.unmade = [];
      if (keyword === "RUN") steps.push({ kind: "run", command: runStep(now, rest) });
      else steps.push(copyStep(instruction, rest, now, { byName, refuse }));
    }
  }
  if (stages.length === 0) throw refuse("no FROM");
  const found =
    target === undefined ? stages.length - 1 : stages.findIndex(({ name: own }) => own === target.toLowerCase());
  if (found === -1) throw refuse(`no stage ${target}`);
  for (const [index, stage] of stages.entries()) {
    const end = states[index] ?? emptyState();
    if (index === found) stage.steps.push({ kind: "run", command: factsStep(end) });
    else if (end.unmade.length > 0) stage.steps.push({ kind: "run", command: inState({ ...end, user: "" }, "true") });
  }
  return { stages, wanted: found, notes: [...notes] };
}

/** The host's secrets reach no build there, and what BuildKit is not given it does not mount, unless it is required. */
function withoutSecrets(instruction: Instruction): Instruction {
  const [, keyword, flags = "", rest] = /^(RUN)\s+((?:--\S+\s+)+)(.*)$/is.exec(instruction.text) ?? [];
  if (keyword === undefined) return instruction;
  const isSecret = (flag: string) => /^--mount=type=secret\b/.test(flag) && !/,required(?:=true|,|$)/.test(flag);
  const others = flags.split(/\s+/).filter((flag) => flag !== "" && !isSecret(flag));
  return { ...instruction, text: [keyword, ...others, rest].join(" ") };
}

function copyStep(
  { text }: Instruction,
  rest: string,
  state: StageState,
  { byName, refuse }: { byName: (reference: string) => StageBase; refuse: (what: string) => HarnessError },
): PlannedStep {
  const flags = new Map<string, string>();
  let words = rest;
  for (
    let flag = /^--([a-z]+)(?:=(\S+))?\s+/.exec(words);
    flag !== null;
    flag = /^--([a-z]+)(?:=(\S+))?\s+/.exec(words)
  ) {
    flags.set(flag[1] ?? "", flag[2] ?? "");
    words = words.slice(flag[0].length);
  }
  const other = [...flags.keys()].find((name) => !["from", "chown", "chmod"].includes(name));
  if (other !== undefined) throw refuse(`${text.split(/\s/, 1)[0]} --${other}`);
  const list = jsonList(words) ?? words.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const target = list.at(-1) ?? "";
  const paths = list.slice(0, -1);
  if (paths.length === 0) throw refuse(text);
  for (const path of paths) {
    if (/^ADD\b/i.test(text) && /^(?:https?:|git@)|\.(?:tar|tgz|tar\.\w+|zip)$/i.test(path))
      throw refuse(`ADD ${path}`);
    if (path.includes("$")) throw refuse(`a variable in what is copied: ${path}`);
  }
  const from = flags.get("from");
  const { workdir } = state;
  const absolute = target.startsWith("/") ? target : `${workdir.replace(/\/$/, "")}/${target}`;
  return {
    kind: "copy",
    copy: { from: from === undefined ? { kind: "context" } : byName(from), paths },
    commandFor: (archives) => {
      const into = archives.length > 1 || /\/\.?$/.test(target) || target === ".";
      const own = [
        ...(flags.has("chown") ? [`chown -R ${quoted(flags.get("chown") ?? "")} "$stage"/*`] : []),
        ...(flags.has("chmod") ? [`chmod -R ${quoted(flags.get("chmod") ?? "")} "$stage"/*`] : []),
      ];
      const script = archives.map(({ path, top, folder }) =>
        [
          `stage=$(mktemp -d ${boxFolder}/copy.XXXXXX)`,
          `tar -xpf ${quoted(path)} --numeric-owner -C "$stage"`,
          ...own,
          folder ? mergeFolder(top, absolute) : placeFile(top, absolute, into),
          `rm -rf "$stage" ${quoted(path)}`,
        ].join(" && "),
      );
      return inState({ ...state, user: "" }, `/bin/sh -c ${quoted(script.join(" && "))}`);
    },
  };
}

function mergeFolder(top: string, target: string): string {
  const to = doubleQuoted(target);
  return `mkdir -p ${to} && cp -a "$stage"/${quoted(top)}/. ${to}/`;
}

function placeFile(top: string, target: string, into: boolean): string {
  const to = doubleQuoted(target);
  const file = `"$stage"/${quoted(top)}`;
  if (into) return `mkdir -p ${to} && cp -a ${file} ${to}/`;
  return `mkdir -p "$(dirname ${to})" && { if [ -d ${to} ]; then cp -a ${file} ${to}/; else cp -a ${file} ${to}; fi; }`;
}

function argumentsOf(
  rest: string,
  context: {
    args: Readonly<Record<string, string>>;
    headArgs: ReadonlyArray<[string, string]>;
    refuse: (what: string) => HarnessError;
  },
): Array<[string, string]> {
  const [, name = "", hasDefault] = /^(\w+)(=)?/.exec(rest) ?? [];
  const given = context.args[name];
  if (given !== undefined) return [[name, quoted(given)]];
  if (hasDefault !== undefined) return pairsOf(rest, context.refuse);
  return context.headArgs.filter(([own]) => own === name);
}

export function unsupported(name: string, what: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "image-unsupported",
    message: `E2B can't build the image of ${name}: its Dockerfile uses ${what}.`,
    context: { name, what },
  });
}
