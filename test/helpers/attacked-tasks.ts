// The tasks that are attacked, and a verifier as Harbor's is: nothing is made new for it.

import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseReward } from "../../src/benchmarks/terminal-bench/verification/reward.ts";
import type { Session } from "../../src/core/session.ts";
import { packFolder } from "../../src/lib/tar-folder.ts";
import type { AttackedTask } from "./verification-attacks.ts";

const phrase = "zq81-kk02-9x";

/** A while goes by, as it does in a verifier that has more to look at: attacks that race it win, also on a busy machine. */
function testScript(task: AttackedTask): string {
  return `#!${task === "login" ? "/bin/bash -l" : "/bin/sh"}
expected=${phrase}
sleep 1.5
[ "$(cat /app/result 2>/dev/null)" = "$expected" ] && reward=1 || reward=0
echo $reward > /logs/verifier/reward.txt
`;
}

/** `folder` gets a folder a task. */
export async function writeAttackedTasks(folder: string): Promise<void> {
  for (const task of ["plain", "login", "slow"] as const) {
    await writeTask(join(folder, task), {
      "task.toml": `schema_version = "1.4"\n[agent]\ntimeout_sec = ${task === "slow" ? 8 : 60}\n[environment]\nnetwork_mode = "no-network"\nworkdir = "/app"\n`,
      "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\nCOPY phrase /app/phrase\n",
      "environment/phrase": `${phrase}\n`,
      "tests/test.sh": testScript(task),
      "solution/solve.sh": "#!/bin/sh\ncp /app/phrase /app/result\n",
    });
  }
}

export async function writeTask(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries({ "instruction.md": "Do it.\n", ...files })) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    if (name.endsWith(".sh")) await chmod(file, 0o755);
  }
}

/** Tests go over what is there; the reward is read by whoever follows links, as through a mounted folder. */
export async function verifyAsHarbor(
  session: Session,
  { tests, timeoutMs, signal }: { tests: string; timeoutMs: number; signal: AbortSignal },
): Promise<number | null> {
  await session.exec("mkdir -p /tests", { signal });
  await session.putArchive("/", packFolder(tests, { prefix: "tests" }), { signal });
  const run = "(/tests/test.sh) > /logs/verifier/test-stdout.txt 2>&1";
  const { timedOut } = await session.exec(run, { signal, timeoutMs });
  if (timedOut) return null;
  const read = async (name: string) => {
    const { exitCode, stdout } = await session.exec(["cat", `/logs/verifier/${name}`], { signal });
    return exitCode === 0 ? stdout : undefined;
  };
  const files = { json: await read("reward.json"), txt: await read("reward.txt") };
  return parseReward(files, { rewardKey: null }).reward;
}
