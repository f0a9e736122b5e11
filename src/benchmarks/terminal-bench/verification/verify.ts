// Runs tests/test.sh on the state that is left, in place. Tests and reward folder are new at that moment: what the
// agent put in their places is gone. The exit code is ignored, as Harbor ignores it; the reward file decides.

import { randomBytes } from "node:crypto";
import { HarnessError, harnessErrorOf } from "../../../core/fault.ts";
import type { ExecResult, Session } from "../../../core/session.ts";
import type { Verification } from "../../../core/verification.ts";
import { packFolder, readTar } from "../../../lib/tar-folder.ts";
import { parseReward } from "./reward.ts";
import type { VerifierSpec } from "./verifier-spec.ts";

const outputTail = 4000;
const rewardFolderLimit = 8 * 1024 * 1024;

/** A folder of the box that holds the tests until they are put in their place; null: there are none. */
export type StagedTests = string | null;

/** Throws infrastructure faults only. */
export async function stageTests(
  { tests }: Pick<VerifierSpec, "tests">,
  session: Pick<Session, "putArchive">,
  { signal }: { signal: AbortSignal },
): Promise<StagedTests> {
  if (tests.length === 0) return null;
  // A name the agent can't have prepared anything for.
  const staging = `tests-${randomBytes(8).toString("hex")}`;
  for (const folder of tests) {
    try {
      await session.putArchive("/", packFolder(folder, { prefix: staging }), { signal });
    } catch (error) {
      throw harnessErrorOf(error)?.fault === "task" ? notStaged(error) : error;
    }
  }
  return staging;
}

/** There is a `/` in every box: one that denies it is broken. */
function notStaged(cause: unknown): HarnessError {
  const message = `The tests could not be put into the task's box: ${harnessErrorOf(cause)?.message}`;
  return new HarnessError({ fault: "infrastructure", code: "box-broken", message, cause });
}

/** `staged`: they are there already. Throws infrastructure faults only. */
export async function verifyTask(
  spec: VerifierSpec,
  session: Session,
  { signal, staged }: { signal: AbortSignal; staged?: StagedTests | undefined },
): Promise<Verification> {
  const staging = staged === undefined ? await stageTests(spec, session, { signal }) : staged;
  const run = await runTests(spec, staging, session, { signal });
  const files = await readRewardFolder(session, signal);
  const output = tail(files.get("test-stdout.txt")?.toString("utf8") ?? `${run.stdout}${run.stderr}`);
  const { reward, rewards, problem } = parseReward(
    { json: files.get("reward.json")?.toString("utf8"), txt: files.get("reward.txt")?.toString("utf8") },
    { rewardKey: spec.rewardKey },
  );
  const notes = [
    ...(run.timedOut ? [`verifier: stopped after ${spec.timeoutMs / 1000} s`] : []),
    ...(problem === undefined ? [] : [`verifier: ${problem}`]),
  ];
  return { reward, ...(rewards === undefined ? {} : { rewards }), output, notes, timedOut: run.timedOut };
}

/** Only root can put tests in their place; where the verifier is somebody else, that takes a command of its own. */
async function runTests(
  { user, env, timeoutMs }: VerifierSpec,
  staging: StagedTests,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<ExecResult> {
  const place = placing(staging);
  const as = user === undefined ? {} : { user };
  if (user === undefined || user === "root" || user === "0") {
    const script = `[ "$(id -u)" = 0 ] || exit ${notRoot}\n${place}\n${testRun}\nexit 0`;
    const run = await session.exec(["sh", "-c", script], { signal, timeoutMs, env, ...as });
    if (run.exitCode !== notRoot) return run;
  }
  await session.exec(["sh", "-c", place], { signal, timeoutMs, user: "root" });
  return await session.exec(["sh", "-c", testRun], { signal, timeoutMs, env, ...as });
}

const notRoot = 97;
const testRun = "(/tests/test.sh) > /logs/verifier/test-stdout.txt 2>&1";

function placing(staging: StagedTests): string {
  return [
    staging === null ? "rm -rf /logs/verifier" : "rm -rf /tests /logs/verifier",
    "mkdir -p /logs/verifier /logs/agent /logs/artifacts && chmod 777 /logs/verifier",
    ...(staging === null ? [] : [`mv /${staging} /tests`]),
    "chmod +x /tests/test.sh",
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
