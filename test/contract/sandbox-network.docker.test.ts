import { expect } from "vitest";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { describeNetworkContract } from "./sandbox-network.ts";

describeNetworkContract({
  name: "docker",
  async setup() {
    const opened = await openTestDocker();
    return {
      provider: opened.provider,
      image: { kind: "image", reference: "debian:bookworm-slim" },
      owner: opened.owner.id,
      async close() {
        const left = await opened.leftovers();
        await opened[Symbol.asyncDispose]();
        expect([left, opened.provider.failedCleanups]).toEqual([[], 0]);
      },
    };
  },
});
