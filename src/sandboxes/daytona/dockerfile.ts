// A Dockerfile as Daytona's SDK takes it: a file in a folder with what it copies, without arguments or a wanted stage,
// so both are written into it; and with what we have to know of the image at its end.

import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { spoolRoot } from "../cloud/spool.ts";

type Build = Extract<ImageSource, { kind: "build" }>;

/** Whom the image runs as and where, for commands that say neither (cloud/sandbox.ts). The API's own run as root. */
const facts = `
RUN printf 'user=%s:%s\\nworkdir=%s\\n' "$(id -u)" "$(id -g)" "$PWD" >/tmp/.auto-harness-image
USER root
RUN mkdir -p ${spoolRoot} && chmod 700 ${spoolRoot} && mv /tmp/.auto-harness-image ${spoolRoot}/image
`;

/** Throws config "image-unsupported" where a part can't be had. */
export function daytonaDockerfile(dockerfile: string, source: Pick<Build, "name" | "args" | "target">): string {
  const { name, args = {}, target } = source;
  const local = /^\s*ADD\s+(?:--\S+\s+)*(?!https?:|git)[^\n]*/im.exec(dockerfile);
  if (local !== null) {
    throw unsupported(name, `"${local[0].trim()}": its SDK sends what COPY names, not what ADD does; write COPY`);
  }
  const wanted = target === undefined ? dockerfile : untilStage(dockerfile, target, name);
  const withArguments = Object.entries(args).reduce(
    (text, [argument, value]) =>
      text.replaceAll(
        new RegExp(`^([ \\t]*ARG[ \\t]+)${escaped(argument)}(?:=.*)?$`, "gim"),
        (_all, head: string) => `${head}${argument}=${JSON.stringify(value)}`,
      ),
    wanted,
  );
  return `${withArguments.trimEnd()}\n${facts}`;
}

export function daytonaDockerfileOf(reference: string): string {
  return `FROM ${reference}\n${facts}`;
}

function untilStage(dockerfile: string, target: string, name: string): string {
  const lines = dockerfile.split("\n");
  const froms = lines.flatMap((line, at) => (/^\s*FROM\s/i.test(line) ? [at] : []));
  const index = froms.findIndex(
    (at, number) =>
      String(number) === target ||
      /\sAS\s+(\S+)\s*$/i.exec(lines[at] ?? "")?.[1]?.toLowerCase() === target.toLowerCase(),
  );
  if (index < 0) throw unsupported(name, `there is no stage ${target}`);
  return lines.slice(0, froms[index + 1] ?? lines.length).join("\n");
}

function escaped(word: string): string {
  return word.replaceAll(/[^\w]/g, "\\$&");
}

function unsupported(name: string, what: string): HarnessError {
  const message = `Daytona can't build the image of ${name}: ${what}.`;
  return new HarnessError({ fault: "config", code: "image-unsupported", message, context: { name } });
}
