import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { defaultStack, stackCommand, stackFile, stackTags } from "../../../src/benchmarks/bird-interact/bird-stack.ts";
import { birdPlaces, datasetFolder } from "../../../src/benchmarks/bird-interact/data/places.ts";
import { birdOptions, notesOf } from "../../../src/benchmarks/bird-interact/options.ts";

test("the defaults are the original's, and nothing of them needs a note", () => {
  const options = birdOptions.parse({});
  expect(options).toEqual({
    mode: "a-interact",
    dataset: "lite",
    patience: 3,
    per_task_timeout: 1800,
    limits: "enforced",
    prompt_version: "v2",
  });
  expect(notesOf(options)).toEqual([]);
});

test("every key of the original that changes nothing has a line that says why", () => {
  const needless = {
    system_agent_port: 6100,
    user_sim_port: 6101,
    db_env_port: 6102,
    pg_host: "localhost",
    pg_port: 1,
  };
  const notes = notesOf(birdOptions.parse({ ...needless, pg_user: "root", pg_password: "hunter22" }));
  for (const key of Object.keys({ ...needless, pg_user: 0, pg_password: 0 })) {
    expect(notes.filter((line) => line.includes(key))).toHaveLength(1);
  }
  expect(notes.join()).not.toContain("hunter22");
});

test("with a stack by hand the port of Postgres is used, and its host still is not", () => {
  const options = birdOptions.parse({ bird_stack: "auto-harness-bird", pg_host: "localhost", pg_port: 5432 });
  expect(notesOf(options)).toEqual([
    "pg_host is not needed: Postgres runs in a container of the stack auto-harness-bird, on a network without a way out.",
  ]);
  expect(birdOptions.safeParse({ bird_stack: "My Stack" }).error?.issues[0]?.message).toMatch(/compose project's name/);
});

test("the line that starts a stack names what differs from the compose file's own defaults", () => {
  const line = (keys: object) => stackCommand(birdOptions.parse(keys), "compose/bird-interact.yaml");
  expect(line({})).toBe("docker compose -f compose/bird-interact.yaml up -d --wait");
  expect(line({ bird_stack: "auto-harness-bird" })).toBe(line({}));
  expect(line({ dataset: "synthetic", bird_stack: "mine", pg_port: 5433 })).toBe(
    "BIRD_DATASET=synthetic BIRD_PG_PORT=5433 docker compose -f compose/bird-interact.yaml -p mine --profile ports up -d --wait",
  );
});

test("the compose file names the services and images that a run looks for", async () => {
  const { services, name } = parse(await readFile(stackFile, "utf8"), { merge: true });
  expect(name).toBe(defaultStack);
  for (const [service, { repo, tag }] of Object.entries(stackTags("lite"))) {
    expect(services[service].image.replace(/\$\{BIRD_DATASET:-(\w+)\}/, "$1")).toBe(`${repo}:${tag}`);
    expect(services[service]).toMatchObject({ pull_policy: "never", read_only: true, cap_drop: ["ALL"] });
  }
});

test("what makes scores incomparable, or is not needed with our own dataset, is said", () => {
  expect(notesOf(birdOptions.parse({ limits: "upstream" }))).toEqual([expect.stringContaining("limits: upstream")]);
  expect(notesOf(birdOptions.parse({ dataset: "synthetic", bird_repo: "x", bird_python_bin: "y" }))).toHaveLength(2);
});

test("the dataset is ours, the person's, or where it is fetched to", () => {
  const context = { root: "/home/x", places: birdPlaces("/state") };
  expect(datasetFolder(birdOptions.parse({ dataset: "synthetic" }), context)).toMatch(/datasets\/bird-synthetic$/);
  expect(datasetFolder(birdOptions.parse({ bird_data_path: "../lite" }), context)).toBe("/home/lite");
  expect(datasetFolder(birdOptions.parse({ dataset: "full" }), context)).toBe("/state/bird/bird-interact-full");
});
