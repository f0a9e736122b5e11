// A Dockerfile as Daytona's API takes it: its text alone, without arguments or a wanted stage, so both are written into
// it; and with what we have to know of the image at its end.

import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { boxFolder, makeBoxFolder } from "../cloud/spool-folder.ts";
import { type Instruction, instructionsOf } from "../dockerfile.ts";
import { takenBy } from "./copies.ts";

type Build = Extract<ImageSource, { kind: "build" }>;

/** Whom the image runs as and where, for commands that say neither (cloud/sandbox.ts). The API's own run as root. */
const facts = `
RUN printf 'user=%s:%s\\nworkdir=%s\\n' "$(id -u)" "$(id -g)" "$PWD" >/tmp/.auto-harness-image
USER root
RUN ${makeBoxFolder} && mv /tmp/.auto-harness-image ${boxFolder}/image
`;

/** What Docker fetches itself. */
const remote = /^(?:(?:https?|git|ssh):\/\/|git@|github\.com\/)/i;

/** Throws config "image-unsupported" where a part can't be had. */
export function daytonaDockerfile(dockerfile: string, source: Pick<Build, "name" | "args" | "target">): string {
  const { name, args = {}, target } = source;
  const wanted = target === undefined ? dockerfile : untilStage(dockerfile, target, name);
  const broken = Object.keys(args).find((argument) => args[argument]?.includes("\n"));
  if (broken !== undefined) throw unsupported(name, `its argument ${broken} has more than one line`);
  const instructions = instructionsOf(wanted);
  for (const { text } of instructions) {
    const taken = takenBy(text);
    if (taken?.by === "ADD" && !taken.sources.every((path) => remote.test(path))) {
      throw unsupported(name, `"${text}": only what COPY names is sent there; write COPY`);
    }
  }
  return `${withArguments(wanted, instructions, args).trimEnd()}\n${facts}`;
}

export function daytonaDockerfileOf(reference: string): string {
  return `FROM ${reference}\n${facts}`;
}

function untilStage(dockerfile: string, target: string, name: string): string {
  const stages = instructionsOf(dockerfile).filter(({ text }) => /^FROM\s/i.test(text));
  const index = stages.findIndex(
    ({ text }, number) =>
      String(number) === target || /\sAS\s+(\S+)$/i.exec(text)?.[1]?.toLowerCase() === target.toLowerCase(),
  );
  if (index < 0) throw unsupported(name, `there is no stage ${target}`);
  const lines = dockerfile.split("\n");
  return lines.slice(0, stages[index + 1]?.from ?? lines.length).join("\n");
}

function withArguments(
  dockerfile: string,
  instructions: readonly Instruction[],
  args: Readonly<Record<string, string>>,
): string {
  const lines = dockerfile.split("\n");
  for (const { text, from, to } of instructions.toReversed()) {
    const declared = /^ARG\s+(.*)$/is.exec(text)?.[1]?.match(/\w+(?:=(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])*)?/g);
    const nameOf = (one: string) => one.split("=", 1)[0] ?? "";
    if (declared?.some((one) => Object.hasOwn(args, nameOf(one))) !== true) continue;
    const given = declared.map((one) => `ARG ${Object.hasOwn(args, nameOf(one)) ? pairOf(nameOf(one), args) : one}`);
    lines.splice(from, to - from, ...given);
  }
  return lines.join("\n");
}

function pairOf(name: string, args: Readonly<Record<string, string>>): string {
  return `${name}="${(args[name] ?? "").replaceAll(/["\\$]/g, "\\$&")}"`;
}

export function unsupported(name: string, what: string): HarnessError {
  const message = `Daytona can't build the image of ${name}: ${what}.`;
  return new HarnessError({ fault: "config", code: "image-unsupported", message, context: { name } });
}
