// A watch over a provider that is scripted, in time that does not pass.

import { expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { ProviderWatch, type ProviderWatchOptions } from "../../../src/trials/provider-watch.ts";
import { virtualClock } from "../../helpers/virtual-clock.ts";

const minute = 60_000;
const signal = new AbortController().signal;

function fault(code: string, of: "infrastructure" | "config" = "infrastructure"): HarnessError {
  return new HarnessError({ fault: of, code, message: `${code} happened` });
}

const boxLost = fault("sandbox-gone");
const down = fault("cloud-call-failed");

/** `answers`: whether the provider does, at this time. */
function openScene(answers: (atMs: number) => boolean, options: Partial<ProviderWatchOptions> = {}) {
  const clock = virtualClock(Date.UTC(2026, 0, 1, 2, 13));
  const start = clock.now();
  const looks: number[] = [];
  const said: Array<{ atMs: number; text: string; since: string | null }> = [];
  const watch = new ProviderWatch({
    provider: {
      name: "e2b",
      async probe() {
        looks.push(clock.now() - start);
        if (!answers(clock.now() - start)) throw down;
      },
    },
    ...{ outageMs: 30 * minute, exhausted: () => null, clock },
    onWait: (text, since) => void said.push({ atMs: clock.now() - start, text, since }),
    ...options,
  });
  return {
    clock,
    watch,
    looks,
    said,
    atMs: () => clock.now() - start,
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  };
}

test("one box that is lost while the provider answers is that trial's own fault", async () => {
  using scene = openScene(() => true);
  using use = scene.watch.use();
  expect(await scene.clock.run(use.wasLost(boxLost, { signal }))).toBe(false);
  expect([scene.looks, scene.said, await scene.watch.ready({ signal })]).toEqual([[0], [], false]);
});

test("a lost provider is asked after waits that grow, said once, and what goes on is told when it serves again", async () => {
  using scene = openScene((atMs) => atMs > 4 * minute);
  using use = scene.watch.use();
  const failed = use.wasLost(boxLost, { signal });
  expect(await scene.clock.run(failed)).toBe(true);
  expect(await scene.clock.run(scene.watch.ready({ signal }))).toBe(true);
  expect(scene.looks.map((ms) => ms / 1000)).toEqual([0, 5, 15, 35, 75, 135, 195, 255]);
  expect(scene.said).toEqual([
    {
      atMs: 5000,
      text: expect.stringMatching(/^e2b does not answer since \d\d:\d\d \(cloud-call-failed happened\): nothing new/),
      since: "2026-01-01T02:13:00.000Z",
    },
    { atMs: 255_000, text: "e2b serves again after 4 min 15 s: going on", since: null },
  ]);
  // Whoever was under way then was lost with it, whenever that shows; whoever began later was not.
  expect(use.lostMs()).toBe(255_000);
  expect(await use.wasLost(boxLost, { signal })).toBe(true);
  await scene.clock.run(scene.clock.sleep(1, { signal }));
  using later = scene.watch.use();
  expect([await scene.clock.run(later.wasLost(boxLost, { signal })), later.lostMs()]).toEqual([false, 0]);
});

test("a loss is noticed while boxes are in use, before any of them fails", async () => {
  using scene = openScene((atMs) => atMs < minute || atMs > 2 * minute);
  using use = scene.watch.use();
  const before = scene.watch.epoch;
  await scene.clock.run(scene.clock.sleep(70_000, { signal }));
  expect(scene.watch.epoch).toBe(before + 1);
  expect(await scene.clock.run(scene.watch.ready({ signal }))).toBe(true);
  expect([use.lostMs(), scene.watch.epoch]).toEqual([75_000, before + 2]);
});

test("what passes by the first look again is not worth a line, and nobody in use is not asked for", async () => {
  using scene = openScene((atMs) => atMs > 1000);
  using use = scene.watch.use();
  expect(await scene.clock.run(use.wasLost(boxLost, { signal }))).toBe(true);
  expect(await scene.clock.run(scene.watch.ready({ signal }))).toBe(true);
  expect([scene.looks, scene.said]).toEqual([[0, 5000], []]);
  use[Symbol.dispose]();
  await scene.clock.run(scene.clock.sleep(minute, { signal }));
  expect(scene.looks).toEqual([0, 5000]);
});

test("after the limit it is given up with a fault that says so, and an answer takes that back", async () => {
  let answers = false;
  using scene = openScene(() => answers);
  using use = scene.watch.use();
  await scene.clock.run(use.wasLost(boxLost, { signal }));
  const waiting = scene.clock.run(scene.watch.ready({ signal }));
  await expect(waiting).rejects.toMatchObject({ fault: "infrastructure", code: "provider-lost" });
  expect(scene.watch.error?.message).toMatch(/waited for 30 min 00 s \(outage_minutes\).*the same command goes on/);
  expect(scene.atMs()).toBeGreaterThanOrEqual(30 * minute);
  expect(scene.said.length).toBe(1);
  await expect(scene.watch.ready({ signal })).rejects.toBe(scene.watch.error);
  answers = true;
  expect(await scene.watch.ready({ signal })).toBe(false);
});

test("an interruption ends the waiting, and so does a budget that is over", async () => {
  let exhausted: string | null = null;
  using scene = openScene(() => false, { exhausted: () => exhausted });
  using use = scene.watch.use();
  await scene.clock.run(use.wasLost(boxLost, { signal }));
  const interruption = new AbortController();
  const waiting = scene.watch.ready({ signal: interruption.signal });
  interruption.abort(new Error("interrupted"));
  await expect(waiting).rejects.toThrow("interrupted");
  const other = scene.watch.ready({ signal });
  exhausted = "8 hours are over";
  expect(await scene.clock.run(other)).toBe(true);
});

test("a service that answers and opens nothing lets one at a time try, and stands nobody's clock", async () => {
  using scene = openScene(() => true);
  using use = scene.watch.use();
  const refused = fault("cloud-rate-limited");
  const passed: number[] = [];
  const trial = async () => {
    expect(await use.wasLost(refused, { signal })).toBe(true);
    await scene.watch.ready({ signal });
    passed.push(scene.atMs());
  };
  const three = Promise.all([trial(), trial(), trial()]);
  await scene.clock.run(scene.clock.sleep(40_000, { signal }));
  expect(passed.map((ms) => ms / 1000)).toEqual([5, 15, 35]);
  expect(scene.said.map(({ text }) => text)).toEqual([expect.stringMatching(/^e2b opens no sandbox since/)]);
  await three;
  const fourth = trial();
  scene.watch.opened();
  await fourth;
  expect(scene.said.at(-1)).toMatchObject({ since: null });
  // A box that is lost meanwhile was one box.
  expect([use.lostMs(), await scene.clock.run(use.wasLost(boxLost, { signal }))]).toEqual([0, false]);
});

test("a key that is refused ends the waiting as the config fault that it is", async () => {
  const refused = fault("cloud-key-refused", "config");
  const provider = { name: "e2b", probe: async () => Promise.reject(refused) };
  using scene = openScene(() => true, { provider });
  using use = scene.watch.use();
  await expect(scene.clock.run(use.wasLost(boxLost, { signal }))).rejects.toBe(refused);
});

test("a provider that can't be asked is never waited for", async () => {
  using scene = openScene(() => false, { provider: { name: "old" } });
  using use = scene.watch.use();
  const lost = await Promise.all(
    ["sandbox-gone", "cloud-rate-limited"].map((code) => use.wasLost(fault(code), { signal })),
  );
  expect([lost, await scene.watch.ready({ signal })]).toEqual([[false, false], false]);
});
