// A night at a service that fails at every tenth call in each of its ways: the same rewards, nothing lost, nothing left.
// E2B_STORM_TRIALS sets how many trials there are; half of them are oracle's, half nop's.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";
import { openE2bStandIn } from "../helpers/cloud/e2b-stand-in.ts";

const rate = 0.1;
const tasks = Number(process.env["E2B_STORM_TRIALS"] ?? 24) / 2;
const rates = { rateLimited: rate, serverError: rate, dropped: rate, lostSandbox: rate, clockSkew: rate };

test("every tenth call fails in each way, and rewards are what they are without", async () => {
  await using cloud = await openE2bStandIn({ seed: "storm", rates });
  await using scene = await openCliScene();
  for (let number = 1; number <= tasks; number += 1) await writeTask(join(scene.folder, "tasks", `n${number}`), number);
  const config = [
    ...["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter", "env_provider: e2b"],
    ...["max_concurrency: 8", ""],
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), config.join("\n"));
  const env = { E2B_API_KEY: cloud.apiKey, E2B_API_URL: cloud.url, E2B_SANDBOX_URL: cloud.url };
  const run = async (agent: string) => {
    const { stdout, exitCode } = await scene.run(["benchmark", "--agent", agent], { env, timeoutMs: 1_700_000 });
    return { exitCode, last: stdout.trimEnd().split("\n").at(-2) };
  };
  expect(await run("oracle")).toEqual({ exitCode: 0, last: `oracle: ${tasks}/${tasks}` });
  expect(await run("nop")).toEqual({ exitCode: 0, last: `nop: 0/${tasks}` });
  const { rateLimited, serverError, dropped, lostSandbox, clockSkew } = cloud.faults.count;
  expect(Math.min(rateLimited, serverError, dropped, lostSandbox, clockSkew)).toBeGreaterThan(0);
  expect([cloud.sandboxes(), await cloud.leftovers()]).toEqual([[], []]);
}, 1_800_000);

async function writeTask(folder: string, number: number): Promise<void> {
  const files = {
    "instruction.md": `Write ${number} to /app/answer.\n`,
    "task.toml": `schema_version = "1.4"\n[task]\nname = "storm/n${number}"\n[environment]\nnetwork_mode = "no-network"\n`,
    "rehearsal.toml": `[[steps]]\nrun = "echo ${number} > /app/answer"\n`,
    "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\n",
    "solution/solve.sh": `#!/bin/sh\necho ${number} > /app/answer\n`,
    "tests/test.sh": `#!/bin/sh\nmkdir -p /logs/verifier\ncase "$(cat /app/answer)" in ${number}) echo 1;; *) echo 0;; esac > /logs/verifier/reward.txt\n`,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
