// The two ends of most animals: refused by the file guard at no cost, or a session that left nothing to judge.

import { expect } from "vitest";
import type { BoxedSession } from "./zoo-boxed.ts";

type Look = (seen: BoxedSession) => Promise<void> | void;

/** Refused by the file guard with exactly this detail; no trial was run, the person's files are as they were. */
export function refusedFor(detail: string, further: Look = () => undefined): Look {
  return async (seen) => {
    const refused = { verdict: "rejected", reason: "forbidden-file", detail, runs: 0 };
    expect(seen.record.verdict).toMatchObject(refused);
    await nothingElse(seen);
    await further(seen);
  };
}

/** The session ended in order and had left agent.ts as it was: what was tried besides came to nothing. */
export function noEdit(further: Look): Look {
  return async (seen) => {
    expect(seen.record.verdict).toMatchObject({ verdict: "rejected", reason: "no-edit", runs: 0 });
    await nothingElse(seen);
    await further(seen);
  };
}

async function nothingElse({ scene, before, leftovers }: BoxedSession): Promise<void> {
  const { experiment } = scene;
  expect(await experiment.read("agent/agent.ts")).toBe(before.agent);
  expect(await experiment.read("workspace/results.tsv")).toBe(before.results);
  expect(experiment.context.journal.trials({ step: "test" })).toEqual([]);
  expect(leftovers).toEqual([]);
}
