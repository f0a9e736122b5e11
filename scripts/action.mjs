// What action.yml runs. Plain JavaScript for any Node: it says so where Node is too old. Anybody may run it, with the
// inputs as INPUT_… in the environment: `INPUT_COMMAND=compare INPUT_A=a.jsonl INPUT_B=b.jsonl node scripts/action.mjs`.
//   node scripts/action.mjs lock   the digest of the lock file, for a cache's key
//   node scripts/action.mjs        installs the project once, then does what the inputs say; where DAYTONA_API_KEY is
//                                  set, Daytona's SDK too, which the project itself does not bring along

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { GITHUB_OUTPUT: outputFile, DAYTONA_API_KEY: daytonaKey } = process.env;

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
} else if (daytonaKey && !installDaytona()) {
  console.error(`Daytona's SDK could not be installed: \`npm install\` failed in ${root}`);
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
  return existsSync(join(root, "node_modules", ".package-lock.json")) || npm("ci");
}

/** As the lock file has it, where it is among the tools for development; nothing is written there. */
function installDaytona() {
  const name = "@daytona/sdk";
  if (existsSync(join(root, "node_modules", name))) return true;
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // It warns that the package is no tool for development any more, which is what is asked of it.
  return npm("install", "--no-save", "--save-prod", "--loglevel=error", `${name}@${devDependencies[name]}`);
}

/** Keys are not npm's business. */
function npm(...command) {
  const args = [...command, "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.endsWith("_API_KEY")));
  return spawnSync("npm", args, { cwd: root, stdio: "inherit", env }).status === 0;
}
