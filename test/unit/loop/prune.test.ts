// Accepted edits that are taken out again, by the default gate's rules of a removal.

import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { mergeTexts as merge } from "../../../src/lineage/merge-texts.ts";
import { prunableEdits } from "../../../src/loop/prunable-edits.ts";
import { type PruneResult, prune } from "../../../src/loop/prune.ts";
import { readResults } from "../../../src/workspace/results-tsv.ts";
import type { Split } from "../../../src/workspace/split.ts";
import {
  type FakeExperiment,
  firstDeeds,
  openFakeExperiment,
  prepared,
  taskIds,
} from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 120_000 });

type Deeds = Readonly<Record<string, number>>;

/** Each deed on a line of its own, so that edits of several do not conflict. */
function source(deeds: Deeds): string {
  const lines = [...taskIds, "spare"].map((id) => `  ${JSON.stringify(id)}: ${deeds[id] ?? 0}`);
  return `export const deeds: Record<string, unknown> = {\n${lines.join(",\n\n\n")}\n};\n`;
}

const first = firstDeeds as Deeds;

interface Pruned extends AsyncDisposable {
  experiment: FakeExperiment;
  split: Split;
  /** Test tasks that the first agent fails. */
  failed: readonly [string, string];
  /** The edit as if the gate had accepted it. */
  accept(deeds: Deeds): Promise<string>;
  prune(signal?: AbortSignal): Promise<PruneResult>;
  agent(): Promise<string>;
}

async function openPruned(): Promise<Pruned> {
  const settings = { gate: "default", concurrency: 1 } as const;
  const experiment = await openFakeExperiment({ settings });
  await experiment.write("agent/agent.ts", source(first));
  const split = await prepared(experiment);
  const [one, other] = split.test.filter((id) => first[id] === undefined);
  if (one === undefined || other === undefined) throw new Error("the test split has no two failed tasks");
  return {
    ...{ experiment, split, failed: [one, other] },
    async accept(deeds) {
      await experiment.write("agent/agent.ts", source(deeds));
      const agentSource = source(deeds);
      return (await experiment.lineage.record({ agentSource, message: "an edit", accepted: true })).short;
    },
    prune: async (signal = new AbortController().signal) => await prune(experiment, { split, strip, merge, signal }),
    agent: async () => await experiment.read("agent/agent.ts"),
    [Symbol.asyncDispose]: async () => await experiment[Symbol.asyncDispose](),
  };
}

test("an edit that nothing misses is taken out of the middle, and those that are missed stay", async () => {
  await using scene = await openPruned();
  const [one, other] = scene.failed;
  const useful = await scene.accept({ ...first, [one]: 1 });
  const useless = await scene.accept({ ...first, [one]: 1, spare: 1 });
  const newest = await scene.accept({ ...first, [one]: 1, spare: 1, [other]: 1 });
  const { edits, stopped } = await scene.prune();
  expect(stopped).toBeNull();
  expect(edits.map(({ edit, outcome, why }) => [edit, outcome, why])).toEqual([
    [newest, "kept", "harm"],
    [useless, "removed", "no-worse"],
    [useful, "kept", "harm"],
  ]);
  expect(await scene.agent()).toBe(source({ ...first, [one]: 1, [other]: 1 }));
  const rows = await readResults(scene.experiment.layout.resultsFile);
  expect(rows.map(({ valScore }) => valScore)).toEqual(["0.5000", "1.0000"]);
  expect(edits[1]?.verdict).toMatchObject({ decision: "prune-2", verdict: "accepted", valScore: 1 });
  expect((await scene.experiment.lineage.head())?.short).toBe(rows.at(-1)?.commit);

  // Neither the removal nor what it removed is an edit any more, and what was judged is not judged again.
  scene.experiment.ran();
  const again = await scene.prune();
  expect(again.edits.map(({ edit }) => edit)).toEqual([newest, useful]);
  const judgedOnce = again.edits.find(({ edit }) => edit === useful);
  expect(judgedOnce).toMatchObject({ outcome: "skipped", why: "judged before (prune-3)" });
});

test("what a later edit has changed too, and what is gone already, is skipped by name and costs nothing", async () => {
  await using scene = await openPruned();
  const [one] = scene.failed;
  const overwritten = await scene.accept({ ...first, spare: 1 });
  const later = await scene.accept({ ...first, spare: 2 });
  const undone = await scene.accept({ ...first, [one]: 1, spare: 2 });
  const undoing = await scene.accept({ ...first, spare: 2 });
  const { journal } = scene.experiment.context;
  const signal = new AbortController().signal;
  const edits = await prunableEdits({ lineage: scene.experiment.lineage, journal }, { strip, merge, signal });
  expect(edits.map(({ short, added, removed, without }) => [short, added, removed, without])).toEqual([
    [undoing, 1, 1, expect.objectContaining({ source: source({ ...first, [one]: 1, spare: 2 }) })],
    [undone, 1, 1, { skipped: "nothing of it is left in the incumbent" }],
    [later, 1, 1, expect.objectContaining({ source: source({ ...first, spare: 1 }) })],
    [overwritten, 1, 1, { skipped: "a later edit changed the same lines" }],
  ]);
  expect(scene.experiment.ran()).toEqual([]);
});

test("a removal that is cut off goes on where it was and ends the same", async () => {
  await using scene = await openPruned();
  await scene.accept({ ...first, spare: 1 });
  const cut = new AbortController();
  const { onEvent } = scene.experiment;
  let seen = 0;
  scene.experiment.onEvent = (event) => {
    onEvent(event);
    // In the fresh run after the verdict.
    if (event.type === "trial-end" && event.step === "score" && ++seen === 6) cut.abort(new Error("cut off"));
  };
  await expect(scene.prune(cut.signal)).rejects.toThrow("cut off");
  scene.experiment.ran();
  const { edits } = await scene.prune();
  expect(edits).toMatchObject([{ outcome: "removed", why: "no-worse", verdict: { decision: "prune-1" } }]);
  expect(scene.experiment.ran().filter((line) => line.startsWith("test"))).toEqual([]);
  expect(await scene.agent()).toBe(source(first));
  expect(await scene.prune()).toEqual({ edits: [], stopped: null });
});
