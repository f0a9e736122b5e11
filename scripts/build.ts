// dist/ for the packed tarball: Node strips no types below node_modules. The box's runtime is bundled from there too.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCommand } from "../src/lib/run-command.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const { exitCode, stdout, stderr } = await runCommand(["tsc", "-p", "tsconfig.build.json"], {
  cwd: root,
  signal: AbortSignal.timeout(300_000),
});
if (exitCode !== 0) {
  process.stderr.write(stdout + stderr);
  process.exitCode = 1;
}
