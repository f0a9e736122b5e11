import { copyFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contextByDigest } from "../../channel/context-by-digest.ts";
import type { ImageSource } from "../../core/sandbox.ts";

/** The environment's process as a box's main one: the protocol has descriptors 3 and 4 to itself. */
export const environmentCommand = ["sh", "-c", "exec node /opt/bird/main.js 3>&1 1>&2 4<&0 0</dev/null"] as const;

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** `.ts` in a clone, `.js` in an installed package. */
const entry = (name: string) =>
  fileURLToPath(new URL(`./environment/${name}${extname(import.meta.url)}`, import.meta.url));

/** Bundles the environment's process, with all that it needs, into a build context. */
export async function birdEnvironmentImage({
  cacheFolder,
  signal,
}: {
  /** Where contexts are kept between starts. */
  cacheFolder: string;
  signal: AbortSignal;
}): Promise<ImageSource> {
  const name = "bird-environment";
  const { build } = await import("esbuild");
  return await contextByDigest(name, {
    cacheFolder,
    fill: async (folder) => {
      await copyFile(join(root, "images", name, "Dockerfile"), join(folder, "Dockerfile"));
      const target = join(folder, "environment");
      await build({
        ...{
          absWorkingDir: root,
          entryPoints: { main: entry("main"), forward: entry("forward") },
          outdir: target,
          bundle: true,
          logLevel: "silent",
        },
        ...{ format: "esm", platform: "node", target: "node24", legalComments: "none", minifyWhitespace: true },
        // An optional part of pg that nobody asks for.
        external: ["pg-native"],
        // pg is CommonJS inside and asks for Node's modules with require.
        banner: {
          js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
        },
      });
      signal.throwIfAborted();
      await writeFile(join(target, "package.json"), '{ "type": "module" }\n');
    },
  });
}
