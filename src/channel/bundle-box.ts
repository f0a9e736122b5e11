import { writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface BundleBoxOptions {
  /** The folder whose node_modules, or a parent's, hold the packages. */
  root: string;
  channelFolder: string;
  /** Of our sources: ".ts" or ".js". */
  extension: string;
  /** Import specifiers that the candidate may use. */
  packages: readonly string[];
  /** Gets runtime/main.js, runtime/warm.js, and packages/ with packages.json (specifier → file). */
  target: string;
}

/** Bundles our runtime, and the packages together so that they share their classes. */
export async function bundleBox({ root, channelFolder, extension, packages, target }: BundleBoxOptions): Promise<void> {
  const { build } = await import("esbuild");
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    legalComments: "none",
    // Names stay readable in stacks; paths of this machine, which stand in comments, go.
    minifyWhitespace: true,
    logLevel: "silent",
  } as const;
  const runtime = (name: string): string => join(channelFolder, "box", `${name}${extension}`);
  await build({
    ...common,
    entryPoints: { main: runtime("main"), warm: runtime("warm") },
    outdir: join(target, "runtime"),
  });
  const files = Object.fromEntries(packages.map((name) => [name, fileName(name)]));
  await build({
    ...common,
    // Packages that are CommonJS inside ask for Node's modules with require.
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    entryPoints: Object.fromEntries(packages.map((name) => [fileName(name).replace(/\.js$/, ""), name])),
    splitting: true,
    chunkNames: "shared-[hash]",
    outdir: join(target, "packages"),
  });
  await writeFile(join(target, "packages", "packages.json"), `${JSON.stringify(files, null, 2)}\n`);
  for (const folder of ["runtime", "packages"]) {
    await writeFile(join(target, folder, "package.json"), '{ "type": "module" }\n');
  }
}

function fileName(specifier: string): string {
  return `${specifier.replace(/^@/, "").replaceAll("/", "-")}.js`;
}
