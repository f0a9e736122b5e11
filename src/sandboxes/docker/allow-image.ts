// The image of the proxy: its program bundled on the host, as those of agents' boxes are.

import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { boxBundle } from "../../channel/box-bundle.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import { digestFolder } from "../../lib/digest-folder.ts";

const name = "allow-proxy";
const root = fileURLToPath(new URL("../../../", import.meta.url));
/** `.ts` in a clone, `.js` in an installed package. */
const entry = (program: string) =>
  fileURLToPath(new URL(`./allow-proxy/${program}${extname(import.meta.url)}`, import.meta.url));

export const proxyCommand = ["node", "--max-old-space-size=96", "/opt/allow-proxy/main.js"] as const;
export const tryWaysOutCommand = ["node", "/opt/allow-proxy/try-ways-out.js"] as const;

/** Built once per state of its sources, like every image. */
export async function prepareAllowProxyImage(
  prepare: (source: ImageSource, options: { signal: AbortSignal }) => Promise<PreparedImage>,
  { signal }: { signal: AbortSignal },
): Promise<PreparedImage> {
  const context = await mkdtemp(join(tmpdir(), `auto-harness-${name}-`));
  try {
    const { build } = await import("esbuild");
    const program = join(context, "program");
    await mkdir(program);
    await copyFile(join(root, "images", name, "Dockerfile"), join(context, "Dockerfile"));
    await build({
      ...{ ...boxBundle, absWorkingDir: root, outdir: program },
      entryPoints: { main: entry("main"), "try-ways-out": entry("try-ways-out") },
    });
    await writeFile(join(program, "package.json"), '{ "type": "module" }\n');
    return await prepare({ kind: "build", name, context, digest: await digestFolder(context) }, { signal });
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}
