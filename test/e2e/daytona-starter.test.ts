// Bundled tasks with every box at Daytona, through the official SDK and a stand-in of the service: the same rewards as on
// Docker, and nothing left there.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";
import { openDaytonaStandIn } from "../helpers/cloud/daytona-stand-in.ts";

const starter = join(import.meta.dirname, "../../datasets/starter");
const tasks = ["repair-c-build", "shared-folder-permissions"];

test("oracle and nop earn what they earn on Docker, each image is built once, and nothing is left", async () => {
  await using scene = await openCliScene();
  await using cloud = await openDaytonaStandIn();
  for (const id of tasks) await cp(join(starter, id), join(scene.folder, "tasks", id), { recursive: true });
  const config = ["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter"];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${[...config, "env_provider: daytona"].join("\n")}\n`);
  // Where an engine would be asked for, there is none.
  const engine = { DOCKER_HOST: "tcp://127.0.0.1:1" };
  const env = { ...engine, DAYTONA_API_KEY: cloud.apiKey, DAYTONA_API_URL: cloud.url, DAYTONA_TARGET: "here" };
  const last = async (agent: string) => {
    const { exitCode, stdout, stderr } = await scene.run(["benchmark", "--agent", agent], { env });
    return { exitCode, stderr, last: stdout.trimEnd().split("\n").at(-2) };
  };
  expect(await last("oracle")).toEqual({ exitCode: 0, stderr: "", last: "oracle: 2/2" });
  const { builds } = cloud.snapshots;
  expect(await last("nop")).toEqual({ exitCode: 0, stderr: "", last: "nop: 0/2" });
  expect([cloud.snapshots.builds, cloud.sandboxes()]).toEqual([builds, []]);
  // The first time their images are built.
}, 600_000);
