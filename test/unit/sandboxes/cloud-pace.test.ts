import { describe, expect, test } from "vitest";
import { CloudPace } from "../../../src/sandboxes/cloud/pace.ts";
import { virtualClock } from "../../helpers/virtual-clock.ts";

interface Service {
  /** Starts in any second; more are refused. */
  perSecond: number;
  /** How long a start takes, and a refusal. */
  startMs: number;
  refusalMs: number;
}

const usual: Service = { perSecond: Number.POSITIVE_INFINITY, startMs: 1_000, refusalMs: 100 };
const forever = new AbortController().signal;

/** As many starts as are wanted, each tried until it is not refused. */
async function start(count: number, service: Service, hosts = 1) {
  const clock = virtualClock();
  const paces = Array.from({ length: hosts }, () => new CloudPace(clock));
  const allowed: number[] = [];
  const refusals: number[] = [];
  const asked: number[] = [];
  const one = async (pace: CloudPace) => {
    for (;;) {
      const turn = await pace.turn(forever);
      asked.push(clock.now());
      if (allowed.filter((at) => at > clock.now() - 1_000).length < service.perSecond) {
        allowed.push(clock.now());
        await clock.sleep(service.startMs, { signal: forever });
        pace.accepted();
        return;
      }
      await clock.sleep(service.refusalMs, { signal: forever });
      refusals.push(clock.now());
      pace.refused(turn);
    }
  };
  await clock.run(Promise.all(Array.from({ length: count }, (_, i) => one(paces[i % hosts] as CloudPace))));
  return { ms: clock.now(), refusals, asked };
}

describe("the pace of starts", () => {
  test("a service that refuses nothing is asked as fast as a host can go on, and not all at once", async () => {
    const { ms, asked } = await start(400, usual);
    expect(ms).toBeLessThan((400 / 150) * 1_000 + 1_000);
    expect(asked.filter((at) => at === 0)).toHaveLength(20);
    expect(asked.filter((at) => at < 1_000).length).toBeLessThanOrEqual(170);
  });

  test.each([5, 20, 100])(
    "one that allows %i a second is used to four fifths, and refuses little",
    async (perSecond) => {
      const count = Math.min(1_500, perSecond * 60);
      const { ms, refusals } = await start(count, { ...usual, perSecond });
      // Beside the rest after the first storm and the last start itself.
      expect(ms).toBeLessThan((1.25 * count * 1_000) / perSecond + 2_000);
      // The first storm is what shows the limit.
      const afterwards = refusals.filter((at) => at > 2_000);
      expect(afterwards.length).toBeLessThan(0.15 * count);
    },
  );

  test("refusals that come seconds late don't lower the pace once each", async () => {
    const count = 600;
    const { ms } = await start(count, { ...usual, perSecond: 10, refusalMs: 3_000 });
    expect(ms).toBeLessThan((1.3 * count * 1_000) / 10 + 5_000);
  });

  test("a storm of refusals is followed by silence, and then by no more than was let through", async () => {
    const { asked, refusals } = await start(60, { ...usual, perSecond: 5 });
    const last = Math.max(...refusals.filter((at) => at < 500));
    expect(asked.filter((at) => at > last && at < last + 1_000)).toEqual([]);
    const second = asked.filter((at) => at >= last + 1_000 && at < last + 2_000);
    expect(second.length).toBeGreaterThan(0);
    expect(second.length).toBeLessThanOrEqual(6);
  });

  test("several hosts at one account share what it allows", async () => {
    const { ms } = await start(600, { ...usual, perSecond: 20 }, 3);
    expect(600 / (ms / 1_000)).toBeGreaterThan(0.6 * 20);
  });

  test("nothing is let go before the time that a refusal names", async () => {
    const clock = virtualClock();
    const pace = new CloudPace(clock);
    pace.refused(await pace.turn(forever), 30_000);
    await clock.run(pace.turn(forever));
    expect(clock.now()).toBeGreaterThan(30_000);
  });

  test("who is aborted leaves the queue, and the others keep their order", async () => {
    const clock = virtualClock();
    const pace = new CloudPace(clock);
    pace.refused(await pace.turn(forever));
    const controller = new AbortController();
    const order: string[] = [];
    const first = pace.turn(forever).then(() => order.push("first"));
    const second = pace.turn(controller.signal);
    const third = pace.turn(forever).then(() => order.push("third"));
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    await expect(pace.turn(controller.signal)).rejects.toBe(reason);
    await clock.run(Promise.all([first, third]));
    expect(order).toEqual(["first", "third"]);
  });

  test("a queue that everybody has left leaves no timer behind", async () => {
    const pace = new CloudPace();
    pace.refused(await pace.turn(forever), 30_000);
    const controller = new AbortController();
    const waiting = pace.turn(controller.signal);
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    expect(timers()).toBe(before - 1);
  });
});
