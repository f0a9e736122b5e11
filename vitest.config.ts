import { defineConfig } from "vitest/config";

const shared = { environment: "node" as const, restoreMocks: true };

/** unit and contract on fakes need no engine; docker does, and brings it up if none answers. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "fast",
          include: ["test/*.test.ts", "test/unit/**/*.test.ts", "test/contract/**/*.fake.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "docker",
          include: ["test/integration/**/*.test.ts", "test/contract/**/*.docker.test.ts", "test/e2e/**/*.test.ts"],
          globalSetup: ["test/helpers/docker-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 600_000,
          // Two at a time: many wait for the engine, or for time to pass.
          maxWorkers: 2,
        },
      },
    ],
  },
});
