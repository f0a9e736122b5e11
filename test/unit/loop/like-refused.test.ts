// What a coding agent hears of an edit that was refused before, in one night's iterations.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { ProposeContext } from "../../../src/core/coding-agent.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import { firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const worse = { ...firstDeeds, "task-a": 0 };

async function edit({ tree }: ProposeContext, deeds: Readonly<Record<string, Deed>>, comment: string): Promise<void> {
  await writeFile(join(tree, "agent/agent.ts"), agentSource(deeds, comment));
}

test("is told of it before the benchmark's results, costs nothing at the gate, and is judged where it insists", async () => {
  const heard: string[] = [];
  const sessions = [
    async (context: ProposeContext) => {
      await edit(context, worse, "first");
      return { summary: "skip what is long" };
    },
    async (context: ProposeContext) => {
      await edit(context, worse, "the same in other words");
      heard.push(await context.commands.benchmark(["task-b"]), await context.commands.gate());
      return { summary: "once more" };
    },
    async (context: ProposeContext) => {
      await edit(context, worse, "and again");
      heard.push(await context.commands.gate({ again: true }));
      return { summary: "it was bad luck" };
    },
  ];
  await using experiment = await openFakeExperiment({
    settings: { gate: "default" },
    propose: async (context) => {
      const session = sessions[context.iteration - 1];
      if (session === undefined) throw new Error("no idea left");
      return await session(context);
    },
  });
  const split = await prepared(experiment);
  const { signal } = new AbortController();
  const go = async (iteration: number) =>
    await iterate(experiment, { iteration, split, unfinished: undefined, strip, signal });

  const first = await go(1);
  expect(first.verdict?.verdict).toBe("rejected");
  const said = `the same program as it-1, rejected (${first.verdict?.reason}): skip what is long`;

  experiment.ran();
  const second = await go(2);
  expect(second.verdict).toMatchObject({ verdict: "rejected", reason: "duplicate", runs: 0, costUsd: 0 });
  expect(heard[0]?.split("\n")[0]).toBe(`note: this is ${said}`);
  expect(heard[1]).toContain(`REJECTED (duplicate) (${said}; --again judges it all the same)`);
  expect(experiment.ran().filter((line) => !line.startsWith("train"))).toEqual([]);
  expect(await experiment.read("workspace/learnings.md")).toContain(`rejected: duplicate, ${said}`);

  const third = await go(3);
  expect(third.verdict?.reason).toBe(first.verdict?.reason);
  expect(third.verdict?.runs).toBeGreaterThan(0);
});

test("a decision that was cut off before it ended is no duplicate of itself", async () => {
  await using experiment = await openFakeExperiment({
    settings: { gate: "default", concurrency: 1 },
    propose: async (context) => {
      await edit(context, worse, "only once");
      return { summary: "once" };
    },
  });
  const split = await prepared(experiment);
  const stop = new AbortController();
  const { onEvent } = experiment;
  experiment.onEvent = (event) => {
    onEvent(event);
    if (event.type === "trial-end") stop.abort(new Error("killed"));
  };
  const begun = iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal: stop.signal });
  await expect(begun).rejects.toThrow("killed");
  experiment.onEvent = onEvent;
  const unfinished = experiment.context.journal.read("iteration/000001") as Awaited<ReturnType<typeof iterate>>;
  expect(unfinished.phase).toBe("gating");
  const { signal } = new AbortController();
  const record = await iterate(experiment, { iteration: 1, split, unfinished, strip, signal });
  expect(record.verdict?.reason).not.toBe("duplicate");
  expect(record.statement).toMatchObject({ fixes: [], again: false });
});
