// A benchmark by its name in the table, or by the path of a person's own file, which runs in this process as ours do.

import { registerHooks } from "node:module";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { benchmarks } from "../benchmarks/index.ts";
import type { Benchmark } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import { exists } from "../lib/exists.ts";

/** `name`: as the config has it; paths are relative to `root`. Throws config "benchmark-missing", "benchmark-invalid". */
export async function findBenchmark(name: string, root: string): Promise<Benchmark> {
  const known = benchmarks[name as keyof typeof benchmarks];
  if (known !== undefined) return known;
  const file = resolve(root, name);
  if (!(await exists(file))) throw refused("benchmark-missing", `benchmark: there is no file ${file}`);
  giveOurNames();
  let module: Record<string, unknown>;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (cause) {
    throw refused("benchmark-invalid", `benchmark: ${file} can't be loaded: ${cause}`, cause);
  }
  const parsed = ownBenchmark.safeParse(module["benchmark"]);
  if (!parsed.success) {
    const problems = z.prettifyError(parsed.error).replaceAll("\n", "\n  ");
    throw refused(
      "benchmark-invalid",
      `benchmark: ${file} must export \`benchmark\`, made with defineBenchmark:\n  ${problems}`,
    );
  }
  return module["benchmark"] as Benchmark;
}

const needed = (what: string) =>
  z.custom<unknown>((value) => typeof value === "function", { error: `expected a function: ${what}` });

/** What can be told of a benchmark before it is used; the rest is core/benchmark.ts. */
const ownBenchmark = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "expected lower-case letters, digits and -")
    .refine((name) => !Object.hasOwn(benchmarks, name), "is the name of a benchmark that comes with auto-harness"),
  options: z.custom<unknown>((value) => value instanceof z.ZodObject, { error: "expected z.strictObject({…}) of zod" }),
  agentImage: z.enum(["agent", "agent-bird"]),
  simulatesUser: z.boolean(),
  ownBox: z.boolean(),
  load: needed("(options, context) => tasks"),
  images: needed("(task) => images"),
  open: needed("(task, context) => a trial's environment"),
});

const ourFolder = fileURLToPath(new URL("../", import.meta.url));
/** The same modules as here: a class of another copy would not be known. */
const ours: Readonly<Record<string, string>> = {
  "auto-harness": new URL(import.meta.url.endsWith(".ts") ? "../index.ts" : "../index.js", import.meta.url).href,
  zod: import.meta.resolve("zod"),
};
let given = false;

function giveOurNames(): void {
  if (given) return;
  given = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const url = Object.hasOwn(ours, specifier) && isTheirs(context.parentURL) ? ours[specifier] : undefined;
      return url === undefined ? nextResolve(specifier, context) : nextResolve(url, context);
    },
  });
}

/** Neither ours nor a package's. */
function isTheirs(url: string | undefined): boolean {
  if (url?.startsWith("file:") !== true) return false;
  const path = fileURLToPath(url);
  return relative(ourFolder, path).startsWith("..") && !path.includes("/node_modules/");
}

function refused(code: string, message: string, cause?: unknown): HarnessError {
  return new HarnessError({ fault: "config", code, message, cause });
}
