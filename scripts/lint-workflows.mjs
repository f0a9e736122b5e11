// Lints .github/workflows with actionlint, where that or Go is at hand; else it says so in one line and lints nothing.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "1.7.12";
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules", ".cache", "auto-harness", `actionlint-${version}`);

/** Its path; builds it once where there is a Go, in under a minute. null: it can't be had, which is said. */
export function readyLinter() {
  const built = join(folder, "actionlint");
  const there = onPath("actionlint") ?? (existsSync(built) ? built : null);
  if (there !== null) return there;
  const go = onPath("go") ?? "/usr/local/go/bin/go";
  if (existsSync(go) && build(go)) return built;
  console.log(`workflows are not linted: neither actionlint nor a Go that can build ${version} is here`);
  return null;
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((one) => join(one, name)).find((file) => existsSync(file));
}

function build(go) {
  const { status } = spawnSync(go, ["install", `github.com/rhysd/actionlint/cmd/actionlint@v${version}`], {
    cwd: root,
    env: { ...process.env, GOBIN: folder, GOFLAGS: "-buildvcs=false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const actionlint = readyLinter();
  if (actionlint !== null) {
    // Our steps are single commands: there is no shell text for shellcheck.
    const { status } = spawnSync(actionlint, ["-shellcheck=", "-pyflakes="], { cwd: root, stdio: "inherit" });
    process.exitCode = status ?? 1;
  }
}
