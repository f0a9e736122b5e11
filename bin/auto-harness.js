#!/usr/bin/env node
// Plain JavaScript for any Node: finds a Node that can run this program, or says in one line what to do.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

const wanted = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
// A packed tarball carries dist/ (Node strips no types below node_modules); a clone runs its sources.
const source = join(root, "src", "cli.ts");
const entry = existsSync(source) ? source : join(root, "dist", "cli.js");

/** The `node` package's binary; undefined where it is not installed, null where its install script did not run. */
function pinnedNode() {
  try {
    const folder = dirname(nodeModule.createRequire(import.meta.url).resolve("node/package.json"));
    const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(binary) ? binary : null;
  } catch {
    return undefined;
  }
}

function refuse(message) {
  process.stderr.write(`auto-harness: ${message}\n`);
  process.exitCode = 2;
}

if (Number(process.versions.node.split(".")[0]) >= wanted) {
  // Left alone, the heap grows to several times of what is in use before it is looked through: with 200 trials at once
  // some 200 MB of what nobody needs any more (docs/benchmarks.md, cloud-scale).
  setFlagsFromString("--heap-growing-percent=35");
  // Sources whose types are stripped once are not stripped at every start: half the time, and 20 MB less. Where the
  // folder can't be written, nothing is kept.
  nodeModule.enableCompileCache?.(join(root, "node_modules", ".cache", "auto-harness"));
  const { main } = await import(entry);
  await main(process.argv.slice(2));
} else {
  const binary = pinnedNode();
  if (binary === null) {
    refuse(
      `needs Node >= ${wanted}, this is ${process.version}, and the pinned one was not installed (npm ci --ignore-scripts?): run \`npm rebuild node\``,
    );
  } else if (binary === undefined) {
    refuse(`needs Node >= ${wanted}, this is ${process.version}: install it, or run \`npm ci\` here, which brings one`);
  } else {
    // A small young generation keeps a host that mostly waits some 20 MB smaller (docs/benchmarks.md).
    const args = ["--max-semi-space-size=4", fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const child = spawn(binary, args, { stdio: "inherit" });
    // A terminal's Ctrl-C reaches the child by itself; signals sent to this process alone are handed on.
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    process.on("SIGINT", () => {});
    child.on("error", (error) => refuse(`${binary} can't be started: ${error.message}`));
    child.on("exit", (code, signal) => {
      process.exitCode =
        signal === null ? (code ?? 70) : 128 + (signal === "SIGINT" ? 2 : signal === "SIGKILL" ? 9 : 15);
    });
  }
}
