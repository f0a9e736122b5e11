import { runCommand } from "../../src/lib/run-command.ts";

/** Docker is promised to this project: without an engine its tests fail here rather than skip. */
export async function setup(): Promise<void> {
  const result = await runCommand(["node", "bin/auto-harness.js", "doctor", "--fix", "--yes"], {
    signal: AbortSignal.timeout(900_000),
  });
  if (result.exitCode !== 0) throw new Error(`no engine for the Docker tests:\n${result.stdout}\n${result.stderr}`);
}
