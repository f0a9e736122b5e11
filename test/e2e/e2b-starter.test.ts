// Bundled tasks with every box at E2B, through the official SDK and a stand-in of the service: the same rewards as on
// Docker, and nothing left there.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import { type E2bStandIn, openE2bStandIn } from "../helpers/cloud/e2b-stand-in.ts";

const starter = join(import.meta.dirname, "../../datasets/starter");
const tasks = ["repair-c-build", "serve-inventory-api", "shared-folder-permissions"];

let scene: CliScene;
let cloud: E2bStandIn;
let env: Record<string, string>;

beforeAll(async () => {
  [scene, cloud] = [await openCliScene(), await openE2bStandIn()];
  for (const id of tasks) await cp(join(starter, id), join(scene.folder, "tasks", id), { recursive: true });
  const config = [
    "benchmark: terminal-bench",
    "dataset: ./tasks",
    "agent_model: rehearsal/starter",
    "env_provider: e2b",
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);
  // Where an engine would be asked for, there is none.
  env = {
    E2B_API_KEY: cloud.apiKey,
    E2B_API_URL: cloud.url,
    E2B_SANDBOX_URL: cloud.url,
    DOCKER_HOST: "tcp://127.0.0.1:1",
  };
});

afterAll(async () => {
  const left = cloud?.sandboxes();
  await scene?.[Symbol.asyncDispose]();
  await cloud?.[Symbol.asyncDispose]();
  expect([left, await cloud?.leftovers()]).toEqual([[], []]);
});

test("without a key nothing begins", async () => {
  const { exitCode, stderr } = await scene.run(["benchmark", "--agent", "nop"], { env: { E2B_API_KEY: undefined } });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("env_provider: e2b needs E2B_API_KEY, in the environment or in .env.");
});

/** What the service will bill. */
const used = /^e2b: \d+ sandboxes, \d\.\d\d hours, \d\.\d\d processor-hours, \d\.\d\d GiB-hours$/;

function lastLines(stdout: string): string[] {
  return stdout.trimEnd().split("\n").slice(-2);
}

test("oracle and nop earn what they earn on Docker, and each image is built once", async () => {
  const oracle = await scene.run(["benchmark", "--agent", "oracle"], { env });
  expect({ ...oracle, stdout: lastLines(oracle.stdout) }).toMatchObject({
    ...{ exitCode: 0, stderr: "" },
    stdout: ["oracle: 3/3", expect.stringMatching(used)],
  });
  const builds = cloud.templates.builds;
  const nop = await scene.run(["benchmark", "--agent", "nop"], { env });
  expect({ ...nop, stdout: lastLines(nop.stdout) }).toMatchObject({
    ...{ exitCode: 0, stderr: "" },
    stdout: ["nop: 0/3", expect.stringMatching(used)],
  });
  expect(cloud.templates.builds).toBe(builds);
  // The first time their images are built.
}, 600_000);
