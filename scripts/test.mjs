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
/** Each counts one. Said again at the end: what vitest prints of it is far up by then. */
const failures = [];
for (const [name, [command, ...args]] of [...(given.length === 0 ? checks : []), ...(fastOnly ? [] : [engine])]) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
  if (status === 0) passed++;
  else fail(name);
}

// One project after the other: what runs in containers is not to wait for the processors that unit tests take.
const all = [
  ["--project", "fast"],
  ["--project", "docker", "--project", "alone"],
];
const runs = given.length === 0 ? all : [given];
for (const args of runs) runVitest(args);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}\n`).join("")}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function fail(name, why = "") {
  const lines = why.split("\n").filter((line) => !line.includes("/node_modules/"));
  const indented = lines.slice(0, 12).map((line) => `\n      ${line}`);
  failures.push(`${name}${why === "" ? "" : indented.join("")}`);
}

function runVitest(args) {
  const before = failures.length;
  const folder = mkdtempSync(join(tmpdir(), "auto-harness-test-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./scripts/test-report.mjs"];
    const env = { ...process.env, AUTO_HARNESS_TEST_REPORT: file };
    const { status } = spawnSync("vitest", ["run", ...reporters, ...args], { stdio: "inherit", env });
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.passed;
    for (const { name, why } of report.failures) fail(name, why);
    if (status !== 0 && failures.length === before) fail(`vitest ${args.join(" ")}`, `ended with exit code ${status}`);
  } catch (error) {
    fail(`vitest ${args.join(" ")} left no report`, error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
