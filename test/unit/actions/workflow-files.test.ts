// action.yml and the workflows as they are committed: logic in scripts, least rights, nothing of others in a shell.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { argumentInputs, inputVariable, ownInputs } from "../../../src/actions/inputs.ts";
import { keyNames } from "../../../src/config/variables.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, ".github/workflows");

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});

const action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({ using: z.literal("composite"), steps: z.array(step) }),
});

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({ "timeout-minutes": z.number(), permissions: z.unknown().optional(), steps: z.array(step) }),
  ),
});

const theAction = action.parse(parse(readFileSync(join(root, "action.yml"), "utf8")));
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  return { name, text, ...workflow.parse(parse(text)) };
});
const stepsOf = ({ jobs }: Pick<(typeof workflows)[number], "jobs">) =>
  Object.values(jobs).flatMap(({ steps }) => steps);
const allSteps = [
  ...theAction.runs.steps.map((one) => ({ where: "action.yml", ...one })),
  ...workflows.flatMap((one) => stepsOf(one).map((each) => ({ where: one.name, ...each }))),
];

describe("the action", () => {
  test("hands every input that the script reads to it, and no other", () => {
    const read = [...ownInputs, ...Object.keys(argumentInputs)];
    // Node is set up before the script can run.
    expect(Object.keys(theAction.inputs).sort()).toEqual([...read, "node-version"].sort());
    const given = theAction.runs.steps.find(({ run }) => run?.startsWith("exec node"))?.env;
    expect(given).toEqual(Object.fromEntries(read.map((name) => [inputVariable(name), `\${{ inputs.${name} }}`])));
  });

  test("hands out what the script writes", () => {
    expect(Object.keys(theAction.outputs).sort()).toEqual([
      ...["exit-code", "folder", "headline", "json", "summary", "verdict"],
    ]);
    for (const [name, { value }] of Object.entries(theAction.outputs)) {
      expect(value).toBe(`\${{ steps.run.outputs.${name} }}`);
    }
  });
});

test("a step's shell runs one script of ours, and nothing is put into its text", () => {
  const runs = allSteps.flatMap(({ run, where }) => (run === undefined ? [] : [{ where, run }]));
  expect(runs).toHaveLength(3);
  for (const { run } of runs) {
    expect(run).toMatch(/^(?:\.ci\/run|(?:exec )?node "\$GITHUB_ACTION_PATH\/scripts\/[\w-]+\.mjs"(?: \w+)?)$/);
  }
});

test("every action of others is pinned by its full commit, with its version beside it", () => {
  const texts = [readFileSync(join(root, "action.yml"), "utf8"), ...workflows.map(({ text }) => text)];
  const uses = texts.flatMap((text) => [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, used = ""]) => used));
  expect(uses.length).toBeGreaterThan(5);
  expect(uses.filter((used) => used !== "./" && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))).toEqual(
    [],
  );
});

test("no action has two versions here", () => {
  const used = new Set(allSteps.flatMap(({ uses }) => (uses === undefined || uses === "./" ? [] : [uses])));
  expect([...used].map((one) => one.split("@")[0])).toHaveLength(
    new Set([...used].map((one) => one.split("@")[0])).size,
  );
});

describe("the page to copy from", () => {
  const page = readFileSync(join(root, "docs/github-actions.md"), "utf8");
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);

  test("has whole workflows, and steps, which give the action only inputs that it has", () => {
    expect(blocks).toHaveLength(5);
    const parsed: unknown[] = blocks.map((text) => parse(text));
    const steps = parsed.flatMap((one) =>
      Array.isArray(one) ? z.array(step).parse(one) : stepsOf(workflow.parse(one)),
    );
    const ours = steps.filter(({ uses }) => uses === "OWNER/auto-harness@v1");
    const commands = ours.map(({ with: given }) => given["command"]);
    expect(commands).toEqual(["check", "compare", "replay", "night", "night"]);
    const unknown = ours.flatMap(({ with: given }) => Object.keys(given)).filter((name) => !(name in theAction.inputs));
    expect(unknown).toEqual([]);
    // Keys are secrets of one step, by names that are taken out of what it prints.
    const variables = ours.flatMap(({ env }) => Object.entries(env));
    expect(variables.map(([name]) => name)).toEqual(["OPENAI_API_KEY", "OPENAI_API_KEY", "E2B_API_KEY"]);
    for (const [name, value] of variables) expect(value).toBe(`\${{ secrets.${name} }}`);
    expect(keyNames).toEqual(expect.arrayContaining(variables.map(([name]) => name)));
  });

  test("pins what this repository pins", () => {
    const ownPins = new Set(
      [...workflows.map(({ text }) => text), readFileSync(join(root, "action.yml"), "utf8")].flatMap(
        (text) => text.match(/[0-9a-f]{40} # v\S+/g) ?? [],
      ),
    );
    const pins = page.match(/[0-9a-f]{40} # v\S+/g) ?? [];
    expect(pins.length).toBeGreaterThan(3);
    expect(pins.filter((pin) => !ownPins.has(pin))).toEqual([]);
  });
});

describe.each(workflows.map((one) => [basename(one.name), one] as const))("%s", (_, one) => {
  test("may read the repository and nothing else", () => {
    expect(one.permissions).toEqual({ contents: "read" });
    expect(Object.values(one.jobs).filter(({ permissions }) => permissions !== undefined)).toEqual([]);
    const checkouts = stepsOf(one).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map(({ with: given }) => given["persist-credentials"])).toEqual([false]);
  });

  test("never runs a stranger's pull request with this repository's rights, and holds no secret", () => {
    expect(Object.keys(one.on)).not.toContain("pull_request_target");
    expect(Object.keys(one.on)).not.toContain("workflow_run");
    expect(one.text).not.toMatch(/secrets\./);
  });

  test("gives the action no input that it does not have", () => {
    const given = stepsOf(one).flatMap(({ uses, with: inputs }) => (uses === "./" ? Object.keys(inputs) : []));
    expect(given.filter((name) => !(name in theAction.inputs))).toEqual([]);
  });

  test("ends: a time limit, and one run at a time of a branch", () => {
    for (const job of Object.values(one.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(120);
    expect(one.concurrency.group).not.toBe("");
  });
});
