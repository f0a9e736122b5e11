import { describe, expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { type KnownService, serviceCheck } from "../../../src/engine/checks/sandbox-service.ts";
import { debianRoot, signal } from "./engine-fakes.ts";

const secret = "e2b_secret";

const known: KnownService = {
  ...{ name: "e2b", key: "E2B_API_KEY", keySet: true, neededBy: ["env_provider e2b"], ways: [] },
  lacks: "compose, GPU",
  ask: async () => ({ alive: 0, left: 0 }),
};

async function check(part: Partial<KnownService>, limitMs?: number) {
  const scene = {
    ...{ signal, facts: debianRoot, keys: [], engine: { why: "none", named: false } },
    run: async () => ({ exitCode: 127, stdout: "", stderr: "" }),
    registry: async () => ({ reachable: false, why: "no engine" }) as const,
  };
  return await serviceCheck({ ...known, ...part }, limitMs)(scene);
}

function failing(fault: "config" | "infrastructure", code: string, message: string, cause?: unknown) {
  return async () => Promise.reject(new HarnessError({ fault, code, message, cause }));
}

describe("a service of sandboxes", () => {
  test("that takes the key says how many of ours are there, and what can't be had", async () => {
    expect(await check({})).toEqual({
      ...{ name: "e2b", status: "ok", detail: "takes the key, 0 sandboxes of ours; not there: compose, GPU" },
    });
  });

  test("with sandboxes of dead runs says what removes them", async () => {
    expect(await check({ ask: async () => ({ alive: 3, left: 2 }) })).toEqual({
      ...{ name: "e2b", status: "warn", todo: "npx auto-harness sweep" },
      detail: "takes the key, 5 sandboxes of ours, 2 left by dead runs; not there: compose, GPU",
    });
  });

  test("without its key is missing where the config names it", async () => {
    expect(await check({ keySet: false })).toEqual({
      ...{ name: "e2b", status: "missing", detail: "E2B_API_KEY is not set, for env_provider e2b" },
      todo: "put E2B_API_KEY=… into .env, or into the environment",
    });
  });

  test("that refuses the key is named without a word of it", async () => {
    const ask = failing("config", "cloud-key-refused", `E2B refused ${secret}`, new Error(`no such key: ${secret}`));
    const result = await check({ ask });
    expect(result).toMatchObject({ status: "missing", detail: "refuses the key" });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  test("whose package is not installed says how it is", async () => {
    const message = "The package e2b can't be loaded; install it beside auto-harness: npm install e2b";
    expect(await check({ ask: failing("config", "sdk-missing", message) })).toMatchObject({
      ...{ status: "missing", detail: "its package is not there" },
      todo: "install it beside auto-harness: npm install e2b",
    });
  });

  test("that can't be reached says why, and what may be in the way", async () => {
    const cause = new Error("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:1") });
    const ask = failing("infrastructure", "cloud-call-failed", "E2B could not answer, tried 3 times", cause);
    expect(await check({ ask, ways: ["HTTPS_PROXY", "E2B_API_URL"] })).toEqual({
      ...{ name: "e2b", status: "missing", detail: "does not answer: connect ECONNREFUSED 127.0.0.1:1" },
      todo: "look at the way to it, and at HTTPS_PROXY, E2B_API_URL",
    });
    expect((await check({ ask })).todo).toContain("is a proxy needed");
  });

  test("that says nothing at all does so within the check's time, and is a warning where nobody needs it", async () => {
    const ask = () => new Promise<never>(() => undefined);
    expect(await check({ ask, neededBy: [] }, 20)).toMatchObject({
      ...{ status: "warn", detail: "no answer within 0.02 s" },
    });
  });
});
