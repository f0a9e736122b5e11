// doctor asks the services of sandboxes that the config names: stand-ins of both, by their official SDKs.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CheckResult } from "../../src/engine/checks/check.ts";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import { cloudNames, openCloudStandIn } from "../helpers/cloud/open-test-cloud.ts";

const keyOf = { e2b: "E2B_API_KEY", daytona: "DAYTONA_API_KEY" } as const;
/** Where an engine would be asked for, there is none. */
const noEngine = { DOCKER_HOST: "tcp://127.0.0.1:1" };

async function examine(scene: CliScene, env: Readonly<Record<string, string>>) {
  const { exitCode, stdout, stderr } = await scene.run(["doctor", "--json"], { env: { ...noEngine, ...env } });
  const { checks } = JSON.parse(stdout) as { checks: CheckResult[] };
  return { exitCode, printed: `${stdout}${stderr}`, of: (name: string) => checks.find((check) => check.name === name) };
}

test.each(cloudNames)(
  "%s: a good key, a bad one, and a service that can't be reached",
  async (name) => {
    await using cloud = await openCloudStandIn(name);
    await using scene = await openCliScene();
    const config = ["benchmark: terminal-bench", "dataset: starter", "agent_model: rehearsal/starter"];
    await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\nenv_provider: ${name}\n`);
    const key = cloud.env[keyOf[name]] ?? "";

    const good = await examine(scene, cloud.env);
    expect(good.of(name)).toEqual({
      ...{ name, status: "ok" },
      detail: "takes the key, 0 sandboxes of ours; not there: compose, GPU, allowed hosts",
    });
    // Nothing that the config names runs on an engine.
    expect([good.of("engine")?.status, good.exitCode]).toEqual(["warn", 0]);

    const bad = await examine(scene, { ...cloud.env, [keyOf[name]]: `${key.slice(0, -4)}0000` });
    expect(bad.of(name)).toMatchObject({ status: "missing", detail: "refuses the key" });

    await cloud[Symbol.asyncDispose]();
    const gone = await examine(scene, cloud.env);
    expect(gone.of(name)).toMatchObject({
      status: "missing",
      detail: expect.stringMatching(/^does not answer: .*ECONNREFUSED/),
    });
    expect([bad.exitCode, gone.exitCode]).toEqual([2, 2]);
    for (const { printed } of [good, bad, gone]) expect(printed).not.toContain(key.slice(0, -4));
  },
  300_000,
);
