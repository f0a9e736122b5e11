// Two providers as one: each box is where its role belongs, and nothing of either is lost.

import { expect, test } from "vitest";
import type { SandboxProvider, SandboxRole, SandboxSpec } from "../../../src/core/sandbox.ts";
import { placedProvider } from "../../../src/sandboxes/placed-provider.ts";
import { keyPartsOf } from "../../../src/trials/trial-context.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { openFakeTrials, plansOf } from "../../helpers/fake-trials.ts";

const signal = new AbortController().signal;
const image = { kind: "image", reference: "debian" } as const;

const specOf = (role: SandboxRole): SandboxSpec => ({
  ...{ image, network: "none", profile: "agent", limits: {} },
  labels: { owner: "owner", job: "job", trial: "trial", role },
});

/** Says which side was asked. */
function side(name: string, own: Partial<SandboxProvider> = {}) {
  return Object.assign(openFakeProvider(), {
    name,
    prepareImage: async () => ({ reference: name, built: false, notes: [] }),
    ...own,
  });
}

test("boxes, images and refusals are those of the side that the role belongs to", async () => {
  const [tasks, agents] = [side("here"), side("there", { refusalOf: async () => "not there" })];
  const placed = placedProvider({ tasks, agents });
  const where = async (role: SandboxRole) => {
    await using _box = await placed.open(specOf(role), { signal });
    const { reference } = await placed.prepareImage(image, { signal, role });
    const refusal = await placed.refusalOf?.(specOf(role), { role });
    return [tasks.live.size, agents.live.size, reference, refusal];
  };
  expect({
    task: await where("task"),
    service: await where("service"),
    agent: await where("agent"),
    "coding-agent": await where("coding-agent"),
  }).toEqual({
    task: [1, 0, "here", null],
    service: [1, 0, "here", null],
    agent: [0, 1, "there", "not there"],
    "coding-agent": [0, 1, "there", "not there"],
  });
  expect([(await placed.prepareImage(image, { signal })).reference, await placed.refusalOf?.(specOf("agent"))]).toEqual(
    ["here", null],
  );
});

test("what only one side can do is offered for tasks alone", () => {
  const project = { openProject: () => Promise.reject(new Error("opened")) };
  const [able, unable] = [side("able", project), side("unable")];
  expect(placedProvider({ tasks: able, agents: unable }).openProject).toBe(able.openProject);
  expect(placedProvider({ tasks: unable, agents: able }).openProject).toBeUndefined();
});

test("a sweep goes over both sides, and over the second one where the first one fails", async () => {
  const [tasks, agents] = [side("here"), side("there")];
  const placed = placedProvider({ tasks, agents });
  for (const role of ["task", "agent", "coding-agent"] as const) await placed.open(specOf(role), { signal });
  expect(await placed.sweep({ signal })).toEqual({ removed: 0, alive: 3 });
  expect(await placed.sweep({ signal, owner: "owner" })).toEqual({ removed: 3, alive: 0 });

  await agents.open(specOf("agent"), { signal });
  const failing = side("failing", { sweep: () => Promise.reject(new Error("no engine")) });
  const half = placedProvider({ tasks: failing, agents });
  await expect(half.sweep({ signal, owner: "owner" })).rejects.toThrow("no engine");
  expect(agents.live.size).toBe(0);
});

test("where the agent's box is stands in a candidate's key, only where it is apart, and in no oracle's", async () => {
  await using trials = await openFakeTrials();
  const [plan] = plansOf([fakeTask("alpha")]);
  if (plan === undefined) throw new Error("no plan");
  const partsWith = (provider: SandboxProvider, agent = plan.agent) =>
    keyPartsOf({ ...plan, agent }, { ...trials.context, provider }, "images");
  const placed = placedProvider({ tasks: side("here"), agents: side("there") });
  const alone = partsWith(side("here"));
  expect(partsWith(placed)).toEqual({ ...alone, agentProvider: "there" });
  expect(Object.keys(alone)).not.toContain("agentProvider");
  expect(Object.keys(partsWith(placed, { kind: "oracle" }))).not.toContain("agentProvider");
});
