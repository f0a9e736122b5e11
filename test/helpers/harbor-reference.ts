// Harbor itself (test/fixtures/harbor-reference), in a box of a test's own: its viewer, and its models of what it reads.

import { fileURLToPath } from "node:url";
import { openEnvironment } from "../../src/config/env.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { packFolder } from "../../src/lib/tar-folder.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";

const context = fileURLToPath(new URL("../fixtures/harbor-reference/", import.meta.url));

export async function harborImage(): Promise<ImageSource> {
  return { kind: "build", name: "harbor-reference", context, digest: await digestFolder(context) };
}

/** An engine whose builds get the host's secrets: Harbor's packages come from an index. */
export async function openHarborDocker(): Promise<TestDocker> {
  const { buildSecrets } = await openEnvironment({ file: "" });
  return await openTestDocker({ secrets: buildSecrets });
}

export interface HarborView {
  /** The status and the parsed body of a GET of each path, by path. */
  get(paths: readonly string[]): Promise<Readonly<Record<string, { status: number; body: unknown }>>>;
  /** What Harbor's own model of a trajectory says of each `agent/trajectory.json`; "" where it accepts it. */
  refusals(): Promise<string>;
}

/** `harbor view` on a copy of a folder of jobs, without any network but its own loopback. */
export async function openHarborView(
  docker: TestDocker,
  folder: string,
  { signal }: { signal: AbortSignal },
): Promise<HarborView & AsyncDisposable> {
  await using undo = new AsyncDisposableStack();
  const box: Sandbox = undo.use(
    await docker.provider.open(
      docker.specOf({ image: await harborImage(), main: { command: ["sleep", "infinity"], attach: false } }),
      { signal },
    ),
  );
  const { session } = box;
  await session.putArchive("/", packFolder(folder, { prefix: "jobs" }), { signal });
  const view = `harbor view /jobs --jobs --port ${port} >/tmp/view.log 2>&1 &`;
  await session.exec(["sh", "-c", view], { signal });
  const run = async (program: string, args: readonly string[]) => {
    const { exitCode, stdout, stderr } = await session.exec(["python", "-c", program, ...args], { signal });
    if (exitCode !== 0) throw new Error(`${program.trim().split("\n")[0]} exited ${exitCode}: ${stderr}`);
    return stdout;
  };
  await run(waitUntilUp, []);
  const owned = undo.move();
  return {
    get: async (paths) => JSON.parse(await run(getPaths, paths)),
    refusals: async () => await run(validateTrajectories, []),
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

const port = 8080;

const waitUntilUp = `
import time, urllib.request
for attempt in range(600):
    try:
        urllib.request.urlopen("http://127.0.0.1:${port}/api/health").read()
        break
    except OSError:
        time.sleep(0.1)
else:
    raise SystemExit(open("/tmp/view.log").read())
`;

const getPaths = `
import json, sys, urllib.error, urllib.request
answers = {}
for path in sys.argv[1:]:
    try:
        with urllib.request.urlopen("http://127.0.0.1:${port}" + path) as answer:
            answers[path] = {"status": answer.status, "body": json.loads(answer.read())}
    except urllib.error.HTTPError as error:
        answers[path] = {"status": error.code, "body": error.read().decode()}
print(json.dumps(answers))
`;

const validateTrajectories = `
import pathlib
from harbor.models.trajectories import Trajectory
for file in sorted(pathlib.Path("/jobs").glob("*/*/agent/trajectory.json")):
    try:
        Trajectory.model_validate_json(file.read_text())
    except ValueError as error:
        print(file, error)
`;
