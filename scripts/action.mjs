// What action.yml runs. Plain JavaScript for any Node: it says so where Node is too old. Anybody may run it, with the
// inputs as INPUT_… in the environment: `INPUT_COMMAND=compare INPUT_A=a.jsonl INPUT_B=b.jsonl node scripts/action.mjs`.
//   node scripts/action.mjs lock   the digest of the lock file, for a cache's key
//   node scripts/action.mjs        installs the project once, then does what the inputs say

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { GITHUB_OUTPUT: outputFile } = process.env;

if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(`auto-harness needs Node >= 24, this is ${process.version}: set the input node-version to 24 or more`);
  process.exitCode = 2;
} else if (process.argv[2] === "lock") {
  const line = `lock=${createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")}\n`;
  if (outputFile) appendFileSync(outputFile, line);
  else process.stdout.write(line);
} else if (!install()) {
  console.error(`auto-harness could not be installed: \`npm ci\` failed in ${root}`);
  process.exitCode = 3;
} else {
  // The runner asks twice, and then kills.
  const [stop, leave] = [new AbortController(), new AbortController()];
  const asked = () => (stop.signal.aborted ? leave : stop).abort();
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, asked);
  const { runAction } = await import("../src/actions/run-action.ts");
  process.exitCode = await runAction({
    environment: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    signal: stop.signal,
    leave: leave.signal,
  });
}

/** Once for each copy of the project; no package's own scripts are run. */
function install() {
  if (existsSync(join(root, "node_modules", ".package-lock.json"))) return true;
  const args = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  return spawnSync("npm", args, { cwd: root, stdio: "inherit" }).status === 0;
}
