// The example workflows' steps with the inputs that are committed: each is green without a key, and only the check needs
// an engine.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { keyNames } from "../../src/config/variables.ts";
import { runStep } from "../helpers/actions-runner.ts";
import { openCliScene } from "../helpers/cli-scene.ts";

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
