import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { LoopEvent } from "../../../src/loop/experiment.ts";
import { PauseWatch } from "../../../src/loop/pause-watch.ts";
import { runLoop } from "../../../src/loop/run-loop.ts";
import { layout } from "../../../src/workspace/layout.ts";
import { pause, pausedSince, resume } from "../../../src/workspace/pause-file.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

test("a pause is kept in a file until it is ended, and paused again it stays as it began", async () => {
  await using folder = await temporaryFolder();
  const host = { pauseFile: join(folder.path, "paused.json") };
  expect(await pausedSince(host)).toBeNull();
  expect(await resume(host)).toBeNull();
  const since = await pause(host, new Date("2026-01-02T03:04:05Z"));
  expect(await pause(host, new Date("2026-01-02T04:00:00Z"))).toBe(since);
  expect(await readFile(host.pauseFile, "utf8")).toBe('{"version":1,"since":"2026-01-02T03:04:05.000Z"}\n');
  expect(await resume(host)).toBe("2026-01-02T03:04:05.000Z");
  expect(await pausedSince(host)).toBeNull();
});

test("a loop that is paused in the middle of a step ends its trials, begins none, and goes on when it is resumed", async () => {
  await using experiment = await openFakeExperiment({
    settings: { iterations: 1, concurrency: 2 },
    async propose({ tree }) {
      await writeFile(join(tree, "agent/agent.ts"), agentSource({ ...firstDeeds, "task-f": 1 }));
      return { summary: "better" };
    },
  });
  const split = await prepared(experiment);
  const { host } = experiment.layout;
  const said: string[] = [];
  const watch = new PauseWatch(host, (text) => said.push(text));
  const paused = Promise.withResolvers<void>();
  const seen: LoopEvent[] = [];
  const going = runLoop(
    {
      ...experiment,
      hold: async (options) => await watch.pass(options),
      onEvent(event) {
        seen.push(event);
        experiment.onEvent(event);
        // From another process, as soon as the test split has begun.
        if (event.type !== "trial-start" || event.step !== "test" || said.length > 0) return;
        void pause(host).then(() => paused.resolve());
      },
    },
    { split, strip, signal: new AbortController().signal },
  );
  await paused.promise;
  await vi.waitFor(() => expect(said.length).toBe(1), { timeout: 20_000 });
  expect(said[0]).toMatch(/^paused since 20\S+Z: .*`auto-harness resume` goes on$/);
  const count = (type: string) => seen.filter((event) => event.type === type).length;
  await vi.waitFor(() => expect(count("trial-end")).toBe(count("trial-start")), { timeout: 20_000 });
  const ended = count("trial-end");
  const kept = experiment.context.journal.trials().length;
  expect(count("iteration-end")).toBe(0);
  await resume(host);
  const { iterations } = await going;
  expect(iterations).toMatchObject([{ verdict: { verdict: "accepted" } }]);
  expect(said[1]).toBe("resumed");
  expect(count("trial-end")).toBeGreaterThan(ended);
  expect(experiment.context.journal.trials().length).toBeGreaterThan(kept);
  // Nothing that ended before or in the pause was run again.
  const tests = experiment.ran().filter((line) => line.startsWith("test "));
  expect(new Set(tests).size).toBe(tests.length);
});

test("a loop that begins while it is paused says so and waits; an interruption ends the waiting", async () => {
  await using experiment = await openFakeExperiment({ settings: { iterations: 1 } });
  const split = await prepared(experiment);
  await pause(experiment.layout.host);
  const interruption = new AbortController();
  const watch = new PauseWatch(experiment.layout.host, () => interruption.abort(new Error("interrupted")));
  const hold = async (options: { signal: AbortSignal }) => await watch.pass(options);
  const { signal } = interruption;
  await expect(runLoop({ ...experiment, hold }, { split, strip, signal })).rejects.toThrow();
  expect(experiment.ran()).toEqual([]);
  expect(await pausedSince(experiment.layout.host)).not.toBeNull();
});

test("the pause of an experiment stands beside its journal", () => {
  expect(layout({ root: "/clone", experiment: "main" }).host.pauseFile).toBe("/clone/.runs/main/paused.json");
});
