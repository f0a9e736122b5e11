import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pack } from "tar-fs";
import { hasProgram } from "../apt.ts";
import { defineBaseImage, isSuite, type MakeKit, standInLabel } from "./maker.ts";

const npmMajor = 11;
const processors: Readonly<Record<string, string>> = { x64: "x64", arm64: "arm64" };

export const node = defineBaseImage({
  name: "node",
  spellings: ["node:MAJOR[.MINOR.PATCH][-bookworm|-trixie][-slim]"],
  plan(tag) {
    const [, version = "", suite = "bookworm", slim = ""] =
      /^(\d+(?:\.\d+){0,2})(?:-([a-z]{5,}))?(-slim)?$/.exec(tag) ?? [];
    if (version === "" || !isSuite(suite)) return undefined;
    return {
      base: slim === "" ? `buildpack-deps:${suite}` : `debian:${suite}-slim`,
      make: (kit, target, base) => makeNode(kit, target, { official: `node:${tag}`, version, base }),
    };
  },
});

async function makeNode(
  kit: MakeKit,
  target: string,
  { official, version, base }: { official: string; version: string; base: string },
): Promise<void> {
  const { docker, signal, facts, run, log, scratch } = kit;
  const processor = processors[facts.processor];
  if (processor === undefined) throw new Error(`npm has no package of Node for ${facts.processor}`);
  if (!(await hasProgram("npm", signal, run))) throw new Error("npm is needed to fetch Node, and is not on the PATH");

  const packs = join(scratch, "packs");
  const local = join(scratch, "context", "local");
  const modules = join(local, "lib", "node_modules", "npm");
  await mkdir(packs, { recursive: true });
  await mkdir(modules, { recursive: true });
  const fetch = async (name: string) => {
    const { stdout } = await log.command(["npm", "pack", "--loglevel=error", "--fetch-retries=1", name], {
      cwd: packs,
    });
    return join(packs, stdout.trim().split("\n").at(-1) ?? "");
  };
  const nodePack = await fetch(`node-linux-${processor}@${version}`);
  const npmPack = await fetch(`npm@${npmMajor}`);
  const parts = ["package/bin", "package/include", "package/LICENSE"];
  await log.command(["tar", "-xzf", nodePack, "-C", local, "--strip-components=1", ...parts]);
  await log.command(["tar", "-xzf", npmPack, "-C", modules, "--strip-components=1"]);
  await log.command(["sh", "-ec", arrange], { cwd: local });
  const { stdout } = await log.command([join(local, "bin", "node"), "-p", "process.versions.node"]);
  const lines = [
    `FROM ${base}`,
    "COPY local /usr/local",
    "RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node && npm --version",
    `ENV NODE_VERSION=${stdout.trim()}`,
    `LABEL ${standInLabel}="${official}"`,
    'CMD ["node"]',
  ];
  await writeFile(join(scratch, "context", "Dockerfile"), `${lines.join("\n")}\n`);
  const context = Readable.from(pack(join(scratch, "context")));
  const stream = await docker.buildImage(context, {
    t: target,
    networkmode: "none",
    forcerm: true,
    abortSignal: signal,
  });
  for await (const chunk of stream) log.line(String(chunk).trim());
  await docker.getImage(target).inspect();
}

/** The places and links of the official image. */
const arrange = `
chmod 755 bin/node lib/node_modules/npm/bin/*.js
mkdir -p share/doc/node
mv LICENSE share/doc/node/
ln -s ../lib/node_modules/npm/bin/npm-cli.js bin/npm
ln -s ../lib/node_modules/npm/bin/npx-cli.js bin/npx
ln -s node bin/nodejs
`;
