// Jobs whose provider of boxes goes away in the middle and comes back: real boxes of this machine behind a door that can
// be shut, and a watch whose time does not pass.

import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import type { Sandbox, SandboxProvider } from "../../../src/core/sandbox.ts";
import type { TrialRecord } from "../../../src/core/trial.ts";
import type { JobOptions } from "../../../src/trials/job.ts";
import { ProviderWatch } from "../../../src/trials/provider-watch.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import { type Deed, fakeTask } from "../../helpers/fake-benchmark.ts";
import { type FakeTrials, type FakeTrialsOptions, jobLog, openFakeTrials, plansOf } from "../../helpers/fake-trials.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const tasks = ["alpha", "beta", "gamma", "delta"].map((id) => fakeTask(id));

function unreachable(): HarnessError {
  return new HarnessError({ fault: "infrastructure", code: "engine-call-failed", message: "connect ECONNREFUSED" });
}

/** A box whose files can't be reached from the moment when it is `broken`. */
function breakable(box: Sandbox, broken: () => boolean): Sandbox {
  const { id, imageNotes, main, session } = box;
  const door = <T>(work: () => Promise<T>) => (broken() ? Promise.reject(unreachable()) : work());
  return {
    ...{ id, imageNotes, ...(main === undefined ? {} : { main }) },
    session: {
      exec: async (...given) => await door(async () => await session.exec(...given)),
      putArchive: async (...given) => await door(async () => await session.putArchive(...given)),
      getArchive: async (...given) => await door(async () => await session.getArchive(...given)),
      writeFile: async (...given) => await door(async () => await session.writeFile(...given)),
      readFile: async (...given) => await door(async () => await session.readFile(...given)),
    },
    [Symbol.asyncDispose]: async () => await box[Symbol.asyncDispose](),
  };
}

/** Its sleepers wake as soon as everybody else has had a turn. */
function quickClock() {
  let now = 0;
  return {
    now: () => now,
    async sleep(ms: number, { signal }: { signal: AbortSignal }) {
      await setImmediate();
      signal.throwIfAborted();
      now += ms;
    },
  };
}

interface Scene extends AsyncDisposable {
  trials: FakeTrials;
  said: string[];
  /** All boxes break, unless `boxes` is false, and nothing is answered until `looks` questions later. */
  lose(looks: number, options?: { boxes?: boolean }): void;
  run(
    options?: Partial<JobOptions>,
  ): Promise<{ records: Array<TrialRecord | undefined>; count: (type: string) => number }>;
}

async function openScene(
  options: FakeTrialsOptions & { outageMs?: number; onSaid?: () => void; deeds?: Readonly<Record<string, Deed>> } = {},
): Promise<Scene> {
  const { deeds = {} } = options;
  await using undo = new AsyncDisposableStack();
  let [left, generation] = [0, 0];
  const door = <T>(work: () => Promise<T>) => (left > 0 ? Promise.reject(unreachable()) : work());
  const wrap = (provider: SandboxProvider): SandboxProvider => ({
    ...provider,
    open: async (spec, given) =>
      await door(async () => {
        const born = generation;
        return breakable(await provider.open(spec, given), () => born !== generation);
      }),
    prepareImage: async (image, given) => await door(async () => await provider.prepareImage(image, given)),
    async probe() {
      if (left > 0) left -= 1;
      if (left > 0) throw unreachable();
    },
  });
  const trials = undo.use(await openFakeTrials({ wrap, ...options }));
  const said: string[] = [];
  const watch = undo.use(
    new ProviderWatch({
      ...{ provider: trials.context.provider, outageMs: options.outageMs ?? 1_800_000 },
      ...{ exhausted: () => trials.gateway.exhausted(), clock: quickClock() },
      onWait(text) {
        said.push(text);
        options.onSaid?.();
      },
    }),
  );
  trials.context.watch = watch;
  const owned = undo.move();
  return {
    ...{ trials, said },
    lose(looks, { boxes = true } = {}) {
      left = looks;
      if (boxes) generation += 1;
    },
    async run(jobOptions = {}) {
      const log = jobLog({ concurrency: 2, ...jobOptions });
      const { records } = await runJob(plansOf(tasks, { deeds }), trials.context, log.options);
      return { records, count: (type) => log.events.filter((event) => event.type === type).length };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Once, as soon as this task's agent works. */
function onceIn(id: string, work: () => Promise<void> | void): NonNullable<FakeTrialsOptions["onRun"]> {
  let done = false;
  return async (task) => {
    if (task.id !== id || done) return;
    done = true;
    await work();
  };
}

test("a provider that is lost in the middle costs no execution: what was under way is put back, and all is as without", async () => {
  const lose = () => scene.lose(5);
  await using scene = await openScene({ onRun: onceIn("beta", () => lose()) });
  const { records, count } = await scene.run();
  expect(records.map((record) => [record?.outcome, record?.attempts])).toEqual(
    tasks.map(() => [{ status: "scored", reward: 1 }, 1]),
  );
  expect([count("trial-retry"), count("trial-end")]).toEqual([0, 4]);
  expect(count("trial-put-back")).toBeGreaterThanOrEqual(1);
  expect(scene.said).toEqual([
    expect.stringMatching(/^fake does not answer since \d\d:\d\d \(connect ECONNREFUSED\)/),
    expect.stringMatching(/^fake serves again after .*: going on$/),
  ]);
  expect(records[1]?.notes).toEqual(["put back 1 time, where fake was lost"]);
  expect(scene.trials.journal.trials().length).toBe(4);
  expect(scene.trials.provider.live.size).toBe(0);
});

test("one box that is lost while its neighbours do well is an execution that counts, as before", async () => {
  const scene: { trials?: FakeTrials } = {};
  const breakOwn = async () => {
    for (const box of scene.trials?.provider.live ?? []) await box[Symbol.asyncDispose]();
  };
  await using opened = await openScene({ onRun: onceIn("beta", breakOwn) });
  scene.trials = opened.trials;
  const { records, count } = await opened.run({ concurrency: 1 });
  expect(records.map((record) => [record?.outcome, record?.attempts])).toContainEqual([
    { status: "scored", reward: 1 },
    2,
  ]);
  expect([count("trial-put-back"), opened.said]).toEqual([0, []]);
});

test("one that stays away ends the job by name, with nothing void, and the same job goes on when it is back", async () => {
  const lose = () => scene.lose(1000);
  await using scene = await openScene({ onRun: onceIn("beta", () => lose()), outageMs: 600_000 });
  await expect(scene.run()).rejects.toMatchObject({ fault: "infrastructure", code: "provider-lost" });
  const before = scene.trials.journal.trials();
  expect(before.every(({ outcome }) => outcome.status === "scored")).toBe(true);
  expect(scene.trials.provider.live.size).toBe(0);
  scene.lose(0);
  const { records } = await scene.run();
  expect(records.map((record) => record?.outcome.status)).toEqual(tasks.map(() => "scored"));
  expect(scene.trials.journal.trials().length).toBe(4);
});

test("an interruption ends the waiting", async () => {
  const interruption = new AbortController();
  const lose = () => scene.lose(Number.POSITIVE_INFINITY);
  await using scene = await openScene({
    onRun: onceIn("alpha", () => lose()),
    onSaid: () => interruption.abort(new Error("interrupted")),
  });
  await expect(scene.run({ signal: interruption.signal })).rejects.toThrow("interrupted");
  expect(scene.trials.provider.live.size).toBe(0);
});

test("an agent that ends badly while its provider is lost is run again, and what it does then counts", async () => {
  const onRun = onceIn("alpha", async () => {
    // Boxes live on: the service alone can't be reached.
    scene.lose(4, { boxes: false });
    await vi.waitUntil(() => scene.trials.context.watch?.epoch === 2, { interval: 5, timeout: 20_000 });
  });
  await using scene = await openScene({ onRun, deeds: { alpha: "crash" } });
  const { records, count } = await scene.run({ concurrency: 1 });
  expect(records[0]).toMatchObject({ outcome: { status: "scored", reward: 0 }, attempts: 1, usage: { calls: 2 } });
  expect([count("trial-put-back"), count("trial-retry")]).toEqual([1, 0]);
});

test("trials are planned by images as built, also where the provider is lost when a job begins", async () => {
  await using scene = await openScene();
  scene.lose(4);
  const { records } = await scene.run();
  expect(records.map((record) => record?.parts.environment)).toEqual(tasks.map(({ id }) => `fake/${id}`));
  expect(records.map((record) => record?.attempts)).toEqual([1, 1, 1, 1]);
});

test("a pause that was set while the provider was waited for holds when it serves again", async () => {
  await using scene = await openScene();
  const { watch } = scene.trials.context;
  scene.lose(4, { boxes: false });
  using use = watch?.use();
  expect(await use?.wasLost(unreachable(), { signal: new AbortController().signal })).toBe(true);
  const served: boolean[] = [];
  const hold = async () => void served.push(watch?.serves === true);
  await scene.run({ concurrency: 1, hold });
  // Before the wait and again after it; then before each other trial, and at the end.
  expect(served).toEqual([false, true, true, true, true, true]);
});
