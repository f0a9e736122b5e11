import { join } from "node:path";
import { expect, test } from "vitest";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";

test("what is kept of the bundled tasks' oracles is of these tasks: else run `auto-harness check starter --write`", async () => {
  const tasks = await terminalBench.load(terminalBench.options.parse({}), {
    root: join(import.meta.dirname, "../../.."),
    cacheFolder: "nowhere",
    say: () => undefined,
    wanted: () => true,
    signal: new AbortController().signal,
  });
  expect(tasks.filter(({ oracleFacts }) => oracleFacts === undefined).map(({ id }) => id)).toEqual([]);
});
