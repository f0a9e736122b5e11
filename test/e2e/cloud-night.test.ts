// A short night on bundled tasks with every box on Docker, at E2B and at Daytona, the two through their official SDKs and
// stand-ins: the same rewards and verdicts, each image built once, and nothing left. All 24 tasks, by command:
// node scripts/cloud-night.ts

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CloudNight, openCloudNight } from "../helpers/cloud/cloud-night.ts";
import { cloudNames } from "../helpers/cloud/open-test-cloud.ts";
import type { CliResult } from "../helpers/run-cli.ts";

/** A build, a service that is left running, users and modes, and one that the agent fails at. */
const tasks = ["repair-c-build", "serve-inventory-api", "shared-folder-permissions", "cron-move-jobs"];
const config = [
  ...["gate: strict-seed", "train_fraction: 0.5", "iterations: 1", "final_report: false", "max_concurrency: 4"],
];
const providers = ["docker", ...cloudNames] as const;

const nights = new Map<string, { night: CloudNight; result: CliResult }>();
const of = (provider: string) => {
  const found = nights.get(provider);
  if (found === undefined) throw new Error(`no night on ${provider}`);
  return found;
};

beforeAll(async () => {
  // At the same time: they wait more than they work.
  await Promise.all(
    providers.map(async (provider) => {
      const night = await openCloudNight({ provider, tasks, config });
      nights.set(provider, { night, result: await night.run(["start", "--plain"]) });
    }),
  );
  // The first time their images are built.
}, 900_000);

afterAll(async () => {
  const left = await Promise.all([...nights.values()].map(({ night }) => night.left()));
  for (const { night } of nights.values()) await night[Symbol.asyncDispose]();
  expect(left.flat()).toEqual([]);
});

/** What the service will bill. */
const used = (cloud: string) =>
  new RegExp(
    `^${cloud}: \\d+ sandboxes, \\d+\\.\\d\\d hours, \\d+\\.\\d\\d processor-hours, \\d+\\.\\d\\d GiB-hours`,
    "m",
  );

test("the night ends well on Docker, with a verdict and tasks of either reward", async () => {
  const { night, result } = of("docker");
  expect(result).toMatchObject({ exitCode: 0, stderr: "" });
  const { rewards, verdicts } = await night.told();
  expect(verdicts).toEqual([expect.stringMatching(/^(?:accepted|rejected) /)]);
  expect(new Set(Object.values(rewards))).toEqual(new Set([0, 1]));
});

describe.each(cloudNames)("at %s", (cloud) => {
  test("every trial has the reward that it has on Docker, and so has the night", async () => {
    const { night, result } = of(cloud);
    expect(result).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringMatching(used(cloud)) });
    expect(await night.told()).toEqual(await of("docker").night.told());
  });

  test("oracle and nop earn what they should, and no image is built again", async () => {
    const { night } = of(cloud);
    const builds = night.builds();
    for (const [agent, earned] of [
      ["oracle", tasks.length],
      ["nop", 0],
    ] as const) {
      const { stdout, ...end } = await night.run(["benchmark", "--agent", agent]);
      expect(end).toMatchObject({ exitCode: 0, stderr: "" });
      expect(stdout).toContain(`${agent}: ${earned}/${tasks.length}\n`);
      expect(stdout).toMatch(used(cloud));
    }
    expect(night.builds()).toBe(builds);
  });

  test("without a key nothing begins", async () => {
    const key = `${cloud.toUpperCase()}_API_KEY`;
    const { exitCode, stderr } = await of(cloud).night.run(["benchmark", "--agent", "nop"], { [key]: undefined });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`env_provider: ${cloud} needs ${key}, in the environment or in .env.`);
  });
});
