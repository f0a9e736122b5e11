import { expect } from "vitest";
import { openTestE2b } from "../helpers/cloud/open-test-e2b.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
  name: "e2b",
  async setup() {
    // No promise goes by the service's clock: each of its answers is an hour off.
    const opened = await openTestE2b({ rates: { clockSkew: 1 } });
    return {
      provider: opened.provider,
      image: { kind: "image", reference: "debian:bookworm-slim" },
      owner: opened.owner.id,
      async close() {
        const left = opened.cloud.sandboxes();
        await opened[Symbol.asyncDispose]();
        expect([left, opened.provider.failedCleanups, await opened.cloud.leftovers()]).toEqual([[], 0, []]);
      },
    };
  },
});
