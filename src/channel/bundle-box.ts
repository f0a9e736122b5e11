import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { boxBundle, requireBanner } from "./box-bundle.ts";

export interface BundleBoxOptions {
  /** The folder whose node_modules, or a parent's, hold the packages. */
  root: string;
  channelFolder: string;
  /** Of our sources: ".ts" or ".js". */
  extension: string;
  /** Import specifiers that the candidate may use. */
  packages: readonly string[];
  /** Interfaces of box/ that need these packages, by name. */
  interfaces: readonly string[];
  /** Specifier → absolute path of a file that stands in for it. */
  entries: Readonly<Record<string, string>>;
  /** Gets runtime/main.js, runtime/warm.js, and packages/ with packages.json and interfaces.json (name → file). */
  target: string;
}

/** Bundles our runtime, and the packages together so that they share their classes. */
export async function bundleBox(options: BundleBoxOptions): Promise<void> {
  const { root, channelFolder, extension, packages, target } = options;
  const { build } = await import("esbuild");
  const common = { absWorkingDir: root, ...boxBundle } as const;
  const source = (name: string): string => join(channelFolder, "box", `${name}${extension}`);
  await build({
    ...common,
    entryPoints: { main: source("main"), warm: source("warm") },
    outdir: join(target, "runtime"),
  });
  const files = Object.fromEntries(packages.map((name) => [name, fileName(name)]));
  const interfaces = Object.fromEntries(options.interfaces.map((name) => [name, `interface-${name}.js`]));
  const inputs = [
    ...packages.map((name) => [stem(fileName(name)), name]),
    ...Object.entries(interfaces).map(([name, file]) => [stem(file), source(name)]),
  ];
  await build({
    ...common,
    banner: requireBanner,
    alias: options.entries,
    entryPoints: Object.fromEntries(inputs),
    splitting: true,
    chunkNames: "shared-[hash]",
    outdir: join(target, "packages"),
  });
  for (const [name, value] of Object.entries({ packages: files, interfaces })) {
    await writeFile(join(target, "packages", `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
  }
  for (const folder of ["runtime", "packages"]) {
    await writeFile(join(target, folder, "package.json"), '{ "type": "module" }\n');
  }
}

function stem(file: string): string {
  return file.replace(/\.js$/, "");
}

function fileName(specifier: string): string {
  return `${specifier.replace(/^@/, "").replaceAll("/", "-")}.js`;
}
