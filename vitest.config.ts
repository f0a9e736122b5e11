import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/helpers/longest-first.ts";

const shared = { environment: "node" as const, restoreMocks: true, expect: { poll: { timeout: 20_000 } } };
const inContainers = {
  ...shared,
  globalSetup: ["test/helpers/docker-setup.ts"],
  testTimeout: 120_000,
  hookTimeout: 600_000,
};
/** Some of the bundled tasks go by the clock, and here they are to end the same way twice. */
const alone = ["test/e2e/rehearsal.test.ts"];

/**
 * unit and contract on fakes need no engine; docker and alone do, and bring it up if none answers. Groups run one after
 * the other.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: "fast",
          // Many start programs of ours, and the machine may be busy.
          ...{ testTimeout: 30_000, hookTimeout: 60_000 },
          // Many wait for one, which leaves half of a small machine idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ["test/*.test.ts", "test/unit/**/*.test.ts", "test/contract/**/*.fake.test.ts"],
        },
      },
      {
        test: {
          ...inContainers,
          name: "docker",
          include: ["test/integration/**/*.test.ts", "test/contract/**/*.docker.test.ts", "test/e2e/**/*.test.ts"],
          exclude: alone,
          // Many wait for the engine, or for time to pass.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Against a real account, by hand: docs/e2b.md.
        test: {
          ...shared,
          name: "e2b",
          include: ["test/contract/**/*.e2b.live.test.ts"],
          ...{ testTimeout: 300_000, hookTimeout: 900_000, maxWorkers: 1 },
        },
      },
      {
        test: { ...inContainers, name: "alone", include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
