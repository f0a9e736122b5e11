// `npm test`: generated files fresh, lint, types, then vitest. Prints `N passed, N failed` last, each check counting one.
// Arguments go to vitest, and then the checks are left out: `npm run test:fast`, `npm run test:docker`.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readyLinter } from "./lint-workflows.mjs";

if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `tests need Node >= 24, this is ${process.version}: run \`npm ci\` (without --ignore-scripts), or \`npm rebuild node\``,
  );
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const given = process.argv.slice(2);
const fastOnly = given[0] === "--project" && given[1] === "fast";
// On a terminal it asks before it installs an engine; elsewhere it goes on and says so.
const engine = [
  "an engine answers and has the base images",
  ["node", "bin/auto-harness.js", "doctor", "--fix", "--images"],
];
const checks = [
  ["generated files are fresh", ["node", "scripts/generate.ts", "--check"]],
  ["lint and format", ["biome", "check", "--error-on-warnings", "."]],
  ["types", ["tsc"]],
  ...(given.length > 0 || readyLinter() === null ? [] : [["workflows", ["node", "scripts/lint-workflows.mjs"]]]),
];

let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of [...(given.length === 0 ? checks : []), ...(fastOnly ? [] : [engine])]) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
  status === 0 ? passed++ : failed++;
}

// One project after the other: what runs in containers is not to wait for the processors that unit tests take.
const all = [
  ["--project", "fast"],
  ["--project", "docker", "--project", "alone"],
];
const runs = given.length === 0 ? all : [given];
for (const args of runs) runVitest(args);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "auto-harness-test-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { status } = spawnSync("vitest", ["run", ...reporters, ...args], { stdio: "inherit" });
    const results = JSON.parse(readFileSync(report, "utf8"));
    passed += results.numPassedTests;
    const skipped = results.numPendingTests + results.numTodoTests;
    if (skipped > 0) console.log(`${skipped} skipped: a skipped test is a failure here, where Docker is promised`);
    failed += results.numFailedTests + skipped;
    // A file that can't be loaded, or an error outside any test, fails the run without a failed test.
    if (status !== 0 && results.numFailedTests === 0) failed += 1;
    if (results.numTotalTests === 0) failed += 1;
  } catch (error) {
    console.error(`vitest left no report: ${error instanceof Error ? error.message : error}`);
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
