import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { runLoop } from "../../../src/loop/run-loop.ts";
import { ProviderWatch } from "../../../src/trials/provider-watch.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 120_000 });

const signal = new AbortController().signal;
const boxLost = new HarnessError({ fault: "infrastructure", code: "coding-box-lost", message: "it is gone" });

/** `looks`: how many questions it leaves without an answer once it is lost. */
async function openScene(looks: number) {
  let [sessions, left] = [0, 0];
  const experiment = await openFakeExperiment({
    settings: { iterations: 1 },
    async propose({ tree }) {
      sessions += 1;
      if (sessions === 1) {
        left = looks;
        throw boxLost;
      }
      await writeFile(join(tree, "agent/agent.ts"), agentSource({ ...firstDeeds, "task-f": 1 }));
      return { summary: "better" };
    },
  });
  let now = 0;
  experiment.context.watch = new ProviderWatch({
    ...{ outageMs: 600_000, exhausted: () => null, onWait: () => undefined },
    provider: {
      name: "docker",
      async probe() {
        left -= 1;
        if (left >= 0) throw boxLost;
      },
    },
    clock: {
      now: () => now,
      async sleep(ms, options) {
        await setImmediate();
        options.signal.throwIfAborted();
        now += ms;
      },
    },
  });
  return { experiment, sessions: () => sessions };
}

test("a coding agent's session that was lost with the provider begins anew, and is no failure of the coding agent", async () => {
  const { experiment, sessions } = await openScene(4);
  await using _experiment = experiment;
  const { iterations } = await runLoop(experiment, { split: await prepared(experiment), strip, signal });
  expect(iterations).toMatchObject([{ phase: "done", summary: "better", verdict: { verdict: "accepted" } }]);
  expect(sessions()).toBe(2);
});

test("one whose box alone was lost has failed, as before", async () => {
  const { experiment, sessions } = await openScene(0);
  await using _experiment = experiment;
  const { iterations } = await runLoop(experiment, { split: await prepared(experiment), strip, signal });
  expect(iterations).toMatchObject([{ verdict: { verdict: "rejected", reason: "coding-agent-failed" } }]);
  expect(sessions()).toBe(1);
});

test("a provider that stays away ends the loop with the iteration as it was, to be gone on with", async () => {
  const { experiment, sessions } = await openScene(1000);
  await using _experiment = experiment;
  const split = await prepared(experiment);
  const head = await experiment.lineage.head();
  await expect(runLoop(experiment, { split, strip, signal })).rejects.toMatchObject({ code: "provider-lost" });
  expect([await experiment.lineage.head(), sessions()]).toEqual([head, 1]);
  delete experiment.context.watch;
  const { iterations } = await runLoop(experiment, { split, strip, signal });
  expect(iterations).toMatchObject([{ iteration: 1, verdict: { verdict: "accepted" } }]);
});
