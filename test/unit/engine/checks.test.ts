import { describe, expect, test } from "vitest";
import type { CheckResult, CheckScene } from "../../../src/engine/checks/check.ts";
import { judgeDisk } from "../../../src/engine/checks/disk.ts";
import { checks } from "../../../src/engine/checks/index.ts";
import { engineHelp } from "../../../src/engine/engine-help.ts";
import { runChecks } from "../../../src/engine/run-checks.ts";
import { showChecks } from "../../../src/engine/show-checks.ts";
import { debianRoot, signal } from "./engine-fakes.ts";

const mac = { ...debianRoot, platform: "darwin", root: false } as const;

function sceneWithout(part: Partial<CheckScene> = {}): CheckScene {
  return {
    signal,
    facts: debianRoot,
    run: async () => ({ exitCode: 127, stdout: "", stderr: "docker: not found" }),
    engine: { why: "no Docker engine: looked at a great many places ".repeat(5), named: false },
    keys: [
      { name: "ONE_KEY", set: true },
      { name: "OTHER_KEY", set: false },
    ],
    registry: async () => ({ reachable: false, why: "no engine" }),
    ...part,
  };
}

describe("checks", () => {
  test("on a bare machine only the engine is missing, with what to type", async () => {
    const results = await runChecks(sceneWithout());
    expect(results.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "Node ok",
      "engine missing",
      "compose warn",
      "buildx warn",
      "disk warn",
      "registry warn",
      "base images warn",
      "keys ok",
    ]);
    expect(results[1]?.todo).toBe("npx auto-harness doctor --fix");
    expect(results[7]?.detail).toBe("set: ONE_KEY; not set: OTHER_KEY");
  });

  test("a key that the config needs is missing by name, with what to type", async () => {
    const keyCheck = { keys: checks["keys"] ?? (() => Promise.reject(new Error("no such check"))) };
    const known = { name: "ONE_KEY", set: true, neededBy: ["user_model a"] };
    const run = async (part: Partial<CheckScene>) => (await runChecks(sceneWithout(part), keyCheck))[0];
    const needed = { name: "OTHER_KEY", set: false, neededBy: ["agent_model b"] };
    expect(await run({ keys: [known, needed] })).toEqual({
      ...{ name: "keys", status: "missing", detail: "OTHER_KEY is not set, for agent_model b" },
      todo: "put OTHER_KEY=… into .env, or into the environment",
    });
    const spare = { name: "OTHER_KEY", set: false, neededBy: [] };
    expect(await run({ keys: [known, spare] })).toEqual({
      ...{ name: "keys", status: "ok", detail: "set: ONE_KEY; the config needs ONE_KEY" },
    });
    expect(await run({ configProblem: "line 3: no such key" })).toMatchObject({
      ...{ status: "warn", detail: expect.stringContaining("which are needed is not known: line 3: no such key") },
    });
  });

  test("an engine that is named is not to be replaced", async () => {
    const scene = sceneWithout({ engine: { why: "does not run", named: true } });
    expect((await runChecks(scene))[1]?.todo).toContain("start that engine");
  });

  test("a check that hangs or throws is a warning, and the others are not held up", async () => {
    const results = await runChecks(
      sceneWithout(),
      {
        hangs: ({ signal: limited }) =>
          new Promise((_resolve, reject) => limited.addEventListener("abort", () => reject(limited.reason))),
        throws: () => Promise.reject(new Error("broken")),
        keys: checks["keys"] ?? (() => Promise.reject(new Error("no such check"))),
      },
      50,
    );
    expect(results.map(({ name, status, detail }) => ({ name, status, detail }))).toEqual([
      { name: "hangs", status: "warn", detail: "cannot be checked: no answer within 0.05 s" },
      { name: "throws", status: "warn", detail: "cannot be checked: broken" },
      { name: "keys", status: "ok", detail: "set: ONE_KEY; not set: OTHER_KEY" },
    ]);
  });

  test.each([
    [50, "ok"],
    [5, "warn"],
    [1, "missing"],
  ])("%i GiB free are %s", (free, status) => {
    expect(judgeDisk(free, "/data").status).toBe(status);
  });

  test("the worst case fits one screen of 24 lines and 100 columns", async () => {
    const scene = sceneWithout({ facts: mac });
    const results: CheckResult[] = (await runChecks(scene)).map((result) => ({
      ...result,
      todo: "x ".repeat(80),
      detail: `two\nlines ${result.detail}`,
    }));
    const lines = showChecks(results, engineHelp(mac));
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe("Missing: engine.");
  });

  test("nothing missing is said in a line", () => {
    const lines = showChecks([{ name: "Node", status: "ok", detail: "24.0.0", todo: "nothing" }]);
    expect(lines).toEqual(["  ok       Node         24.0.0", "", "Everything that is needed is there."]);
  });
});
