// The example workflows' steps with the inputs that are committed: each is green without a key, and only the check needs
// an engine. The page's step of a night at a cloud needs the cloud's key alone.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { keyNames } from "../../src/config/variables.ts";
import { runStep } from "../helpers/actions-runner.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { openE2bStandIn } from "../helpers/cloud/e2b-stand-in.ts";
import { writePlannedTasks } from "../helpers/planned-tasks.ts";

const root = join(import.meta.dirname, "../..");

const example = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          uses: z.string(),
          with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
        }),
      ),
    }),
  ),
});

async function inputsOf(name: string): Promise<Record<string, string>> {
  const file = join(root, `.github/workflows/example-${name}.yml`);
  const { jobs } = example.parse(parse(await readFile(file, "utf8")));
  const [ours] = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses === "./"));
  return Object.fromEntries(Object.entries(ours?.with ?? {}).map(([key, value]) => [key, String(value)]));
}

const step = z.object({ with: z.record(z.string(), z.unknown()), env: z.record(z.string(), z.string()) });

/** Of the page's step that has this key. */
async function pageInputs(key: string): Promise<Record<string, string>> {
  const page = await readFile(join(root, "docs/github-actions.md"), "utf8");
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]): unknown => parse(text));
  const [found] = blocks.flatMap((one) => z.array(step).safeParse(one).data ?? []).filter(({ env }) => key in env);
  return Object.fromEntries(Object.entries(found?.with ?? {}).map(([name, value]) => [name, String(value)]));
}

test.each([
  ["check", {}, /^\d+ of \d+ tasks admitted$/],
  ["compare", { DOCKER_HOST: "tcp://127.0.0.1:1" }, / passed: | not failed: /],
  ["replay", { DOCKER_HOST: "tcp://127.0.0.1:1" }, /^the night came out as recorded: /],
])(
  "the example of %s is green",
  async (name, env, headline) => {
    await using scene = await openCliScene();
    const noKeys = Object.fromEntries(keyNames.map((key) => [key, undefined]));
    const inputs = await inputsOf(name);
    const step = await runStep({ workspace: root, inputs, env: { ...scene.env, ...noKeys, ...env } });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "passed", headline: expect.stringMatching(headline) },
    });
    expect(step.commands.filter(({ name: level }) => level === "error")).toEqual([]);
    expect(await scene.leftovers()).toEqual([]);
  },
  300_000,
);

test("the page's night at a cloud runs without an engine, and shows the key to nobody", async () => {
  await using scene = await openCliScene();
  await using cloud = await openE2bStandIn();
  await writePlannedTasks(join(scene.folder, "tasks"));
  const config = [
    ...["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter", "coding_agent: rehearsal"],
    ...["gate: strict-seed", "final_report: false", "pre_screen: false", "iterations: 1", "env_provider: e2b"],
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);
  const env = {
    ...{ ...scene.env, DOCKER_HOST: "tcp://127.0.0.1:1" },
    ...{ E2B_API_KEY: cloud.apiKey, E2B_API_URL: cloud.url, E2B_SANDBOX_URL: cloud.url },
  };
  const ran = await runStep({ workspace: scene.folder, inputs: await pageInputs("E2B_API_KEY"), env });
  expect(ran).toMatchObject({
    exitCode: 0,
    outputs: { verdict: "passed", headline: expect.stringMatching(/^1 iteration, 1 accepted; /) },
  });
  expect(ran.log).toMatch(/^e2b: \d+ sandboxes, /m);
  expect(JSON.stringify(ran)).not.toContain(cloud.apiKey);
  expect([cloud.sandboxes(), await scene.leftovers()]).toEqual([[], []]);
}, 600_000);
