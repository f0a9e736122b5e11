// Runs tests/test.sh on the state that is left, in place. Tests and reward folder are new at that moment: what the
// agent put in their places is gone. The exit code is ignored, as Harbor ignores it; the reward file decides.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Verification } from "../../core/benchmark.ts";
import { harnessErrorOf } from "../../core/fault.ts";
import type { Session } from "../../core/sandbox.ts";
import { packFolder, readTar } from "../../lib/tar-folder.ts";
import type { TerminalTask } from "./load-task.ts";
import { parseReward } from "./reward.ts";

const outputTail = 4000;
const rewardFolderLimit = 8 * 1024 * 1024;

export async function verifyTask(
  task: TerminalTask,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<Verification> {
  // A name the agent can't have prepared anything for.
  const staging = `tests-${randomBytes(8).toString("hex")}`;
  await session.putArchive("/", packFolder(join(task.folder, "tests"), { prefix: staging }), { signal });
  const run = await session.exec(["sh", "-c", script(staging)], {
    signal,
    timeoutMs: task.verifierTimeoutMs,
    env: task.toml.verifier.env,
    user: String(task.toml.verifier.user ?? "root"),
  });
  const files = await readRewardFolder(session, signal);
  const output = tail(files.get("test-stdout.txt")?.toString("utf8") ?? `${run.stdout}${run.stderr}`);
  const { reward, problem } = parseReward({
    json: files.get("reward.json")?.toString("utf8"),
    txt: files.get("reward.txt")?.toString("utf8"),
  });
  const notes = [
    ...(run.timedOut ? [`verifier: stopped after ${task.verifierTimeoutMs / 1000} s`] : []),
    ...(problem === undefined ? [] : [`verifier: ${problem}`]),
  ];
  return { reward, output, notes, timedOut: run.timedOut };
}

function script(staging: string): string {
  return [
    "rm -rf /tests /logs/verifier",
    `mkdir -p /logs/verifier /logs/agent /logs/artifacts && mv /${staging} /tests && chmod +x /tests/test.sh`,
    "(/tests/test.sh) > /logs/verifier/test-stdout.txt 2>&1",
  ].join("\n");
}

async function readRewardFolder(session: Session, signal: AbortSignal): Promise<Map<string, Buffer>> {
  try {
    const archive = await session.getArchive("/logs/verifier", { signal });
    const files = await readTar(archive, { maxBytes: rewardFolderLimit });
    return new Map([...files].map(([path, content]) => [path.replace(/^[^/]*\//, ""), content] as const));
  } catch (error) {
    // No folder, or one too large to be read: no reward, which is the verifier's doing or the agent's.
    if (harnessErrorOf(error)?.fault === "task") return new Map();
    throw error;
  }
}

function tail(text: string): string {
  return text.length <= outputTail ? text : `…${text.slice(-outputTail)}`;
}
