import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Tasks in Harbor's format whose own work takes no time. They share an image that is its base and a folder. */
export async function writeTinyTasks(folder: string, count: number): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const task = join(folder, `tiny-${String(index).padStart(2, "0")}`);
    for (const [path, text] of Object.entries(filesOf(index))) {
      const file = join(task, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      if (path.endsWith(".sh")) await chmod(file, 0o755);
    }
  }
}

function filesOf(index: number): Record<string, string> {
  const command = `echo ${index} > /app/answer`;
  const toml = ['schema_version = "1.4"', "", "[agent]", "timeout_sec = 120", "", "[verifier]", "timeout_sec = 60", ""];
  return {
    "task.toml": `${[...toml, "[environment]", 'network_mode = "no-network"', 'workdir = "/app"'].join("\n")}\n`,
    "instruction.md": `Run this command:\n\n    ${command}\n`,
    "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\n",
    "solution/solve.sh": `#!/bin/sh\n${command}\n`,
    "tests/test.sh": `#!/bin/sh
mkdir -p /logs/verifier
if [ "$(cat /app/answer)" = ${index} ]; then echo 1; else echo 0; fi > /logs/verifier/reward.txt
`,
  };
}

/** The command that a tiny task's instruction asks for; throws where there is none. */
export function commandOf(instruction: string): string {
  const command = /^ {4}(.+)$/m.exec(instruction)?.[1];
  if (command === undefined) throw new Error(`no command in the instruction: ${instruction}`);
  return command;
}
