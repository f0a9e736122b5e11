import { expect, test } from "vitest";
import { probeCloud } from "../../../src/sandboxes/cloud/probe.ts";
import { type CloudTrouble, cloudRetry } from "../../../src/sandboxes/cloud/retry.ts";

const signal = new AbortController().signal;

/** A service that answers so, in turn; undefined: well. */
function serviceOf(...answers: ReadonlyArray<CloudTrouble | undefined>) {
  let asked = 0;
  const troubleOf = (error: unknown) => (error as Error).cause as CloudTrouble;
  return {
    asked: () => asked,
    call: async <T>(
      what: string,
      run: (limit: AbortSignal) => Promise<T>,
      options: Omit<Parameters<typeof cloudRetry>[1], "what" | "service" | "troubleOf">,
    ) => await cloudRetry(run, { what, service: "Cloud", troubleOf, ...options }),
    async look() {
      const trouble = answers[asked];
      asked += 1;
      if (trouble !== undefined) throw new Error("trouble", { cause: trouble });
    },
  };
}

test("a service that fails once answers, and one that refuses for now does at once", async () => {
  const once = serviceOf({ kind: "passing" });
  await probeCloud(once, { signal });
  const busy = serviceOf({ kind: "rate-limited", retryAfterMs: 60_000 });
  await probeCloud(busy, { signal });
  expect([once.asked(), busy.asked()]).toEqual([2, 1]);
});

test("one that fails three times in a row does not, and a key that is refused is the config's fault", async () => {
  const down = serviceOf({ kind: "passing" }, { kind: "passing" }, { kind: "passing" });
  await expect(probeCloud(down, { signal })).rejects.toMatchObject({ code: "cloud-call-failed" });
  const refused = serviceOf({ kind: "key" });
  await expect(probeCloud(refused, { signal })).rejects.toMatchObject({ fault: "config", code: "cloud-key-refused" });
  expect([down.asked(), refused.asked()]).toEqual([3, 1]);
});
