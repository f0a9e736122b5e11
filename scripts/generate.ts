// `npm run generate` writes what is derived from the config's schema; with --check it only lists what is stale.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { configTables } from "../src/commands/config-tables.ts";
import { generateFiles } from "../src/config/generate.ts";
import { writeAtomic } from "../src/lib/write-atomic.ts";

const check = process.argv.includes("--check");
const locate = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): Promise<string | null> =>
  readFile(locate(path), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });

const stale: string[] = [];
for (const { path, content } of await generateFiles({ tables: configTables, read })) {
  if ((await read(path)) === content) continue;
  stale.push(path);
  if (!check) await writeAtomic(locate(path), content);
}

for (const path of stale) console.log(check ? `stale: ${path}` : `written: ${path}`);
if (check && stale.length > 0) {
  console.log("Run `npm run generate` and commit the result.");
  process.exitCode = 1;
}
