import { expect } from "vitest";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
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
