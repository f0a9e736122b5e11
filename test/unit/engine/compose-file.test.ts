// compose.yaml and images/loop against the rest of the project.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { environmentVariables } from "../../../src/config/variables.ts";
import { loopBaseImage, projectBaseImages } from "../../../src/engine/base-images.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Service {
  image?: string;
  profiles?: string[];
  build?: { args: Record<string, string | null> };
  environment?: Record<string, string | null>;
  volumes?: string[];
}

async function services(path: string): Promise<Record<string, Service>> {
  return (parse(await readFile(join(root, path), "utf8"), { merge: true }) as { services: Record<string, Service> })
    .services;
}

test("the loop's container is given every variable that there is, but where state is kept", async () => {
  const { loop } = await services("compose.yaml");
  const handed = Object.keys(loop?.environment ?? {});
  const wanted = environmentVariables.map(({ name }) => name).filter((name) => name !== "AUTO_HARNESS_RUNS");
  expect(handed).toEqual(expect.arrayContaining(wanted));
  // By name only: no value stands in the file.
  expect(Object.values(loop?.environment ?? {}).filter((value) => value !== null)).toEqual([]);
});

test("the base image of compose and of the Dockerfile is one that doctor --fix --images makes", async () => {
  const { loop } = await services("compose.yaml");
  expect(loop?.build?.args["BASE_IMAGE"]).toBe(`\${AUTO_HARNESS_BASE_IMAGE:-${loopBaseImage}}`);
  expect(await readFile(join(root, "images/loop/Dockerfile"), "utf8")).toContain(`\nARG BASE_IMAGE=${loopBaseImage}\n`);
  expect(projectBaseImages).toContain(loopBaseImage);
});

test("only the loop holds the engine's socket, and nothing else starts beside it", async () => {
  const own = await services("compose.yaml");
  expect(Object.keys(own)).toEqual(["loop"]);
  expect(own["loop"]?.volumes?.filter((volume) => volume.includes("docker.sock")).length).toBe(1);
  const bird = await services("compose/bird-interact.yaml");
  expect(JSON.stringify(bird)).not.toContain("docker.sock");
  const profiles = await services("compose/bird-profile.yaml");
  for (const [name, { profiles: stated }] of Object.entries(bird)) {
    expect([name, stated ?? profiles[name]?.profiles]).not.toEqual([name, undefined]);
  }
});
