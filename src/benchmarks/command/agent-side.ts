// What a program's image holds beside the program where the agent runs in it: Node, the runtime that serves the model's
// endpoint and starts the program, and the packages that an agent may import.

import { appendFile, cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { agentImage } from "../../channel/agent-image.ts";
import { bundleCodingRuntime } from "../../channel/coding-image.ts";
import { exists } from "../../lib/exists.ts";

const home = "/opt/auto-harness";
/** Below the build context: a name that no author has. */
const part = ".auto-harness";

export const agentSide = {
  node: `${home}/node`,
  main: `exec ${home}/node ${home}/runtime/coding-main.js "$PWD" 3>&1 1>&2 4<&0 0</dev/null`,
  agentFile: "/agent/agent.mjs",
} as const;

/** Puts it into a build context. */
export async function addAgentSide(
  context: string,
  options: { cacheFolder: string; signal: AbortSignal },
): Promise<void> {
  const image = await agentImage(options);
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const target = join(context, part);
  await cp(join(image.context, "packages"), join(target, "packages"), { recursive: true });
  await bundleCodingRuntime(join(target, "runtime"));
  const files = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(target, "packages", "packages.json"), "utf8")));
  await addModules(join(target, "node_modules"), files);
  // An author may let in by name what the build needs, and nothing else.
  const ignore = join(context, ".dockerignore");
  if (await exists(ignore)) await appendFile(ignore, `\n!${part}\n!${part}/**\n`);
}

/** A Dockerfile whose last stage gets it; needs glibc and a shell there. */
export function withAgentSide(dockerfile: string): string {
  const first = /^[ \t]*FROM\s/im.exec(dockerfile)?.index ?? 0;
  const stage = "FROM node:24-bookworm-slim AS auto-harness-node\n\n";
  return `${dockerfile.slice(0, first)}${stage}${dockerfile.slice(first).trimEnd()}
USER root
COPY --from=auto-harness-node /usr/local/bin/node ${home}/node
COPY ${part}/runtime ${home}/runtime
COPY ${part}/packages ${home}/packages
COPY ${part}/node_modules /agent/node_modules
`;
}

/** Specifier → file of packages/. A link's module is the file it leads to, so that packages share their classes. */
async function addModules(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const exportsOf = new Map<string, Record<string, string>>();
  for (const [specifier, file] of Object.entries(files)) {
    const depth = specifier.startsWith("@") ? 2 : 1;
    const name = specifier.split("/", depth).join("/");
    exportsOf.set(name, { ...exportsOf.get(name), [`.${specifier.slice(name.length)}`]: `./${file}` });
    const link = join(folder, name, file);
    await mkdir(dirname(link), { recursive: true });
    await symlink(`${home}/packages/${file}`, link);
  }
  for (const [name, exports] of exportsOf) {
    await writeFile(join(folder, name, "package.json"), `${JSON.stringify({ name, type: "module", exports })}\n`);
  }
}
