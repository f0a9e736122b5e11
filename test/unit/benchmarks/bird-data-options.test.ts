import { expect, test } from "vitest";
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
