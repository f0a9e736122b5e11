// Through the official SDK: at the stand-in, or with TEST_DAYTONA=real at the account of DAYTONA_API_KEY.

import { expect } from "vitest";
import { openRealDaytona, openTestDaytona } from "../helpers/cloud/open-test-daytona.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
  name: "daytona",
  async setup() {
    // No promise goes by the service's clock: each of its answers is an hour off.
    const opened =
      process.env["TEST_DAYTONA"] === "real"
        ? await openRealDaytona()
        : await openTestDaytona({ rates: { clockSkew: 1 } });
    return {
      provider: opened.provider,
      image: { kind: "image", reference: "debian:bookworm-slim" },
      owner: opened.owner.id,
      async close() {
        const left = await opened.provider.sweep({ signal: AbortSignal.timeout(60_000), owner: opened.owner.id });
        await opened[Symbol.asyncDispose]();
        expect([left, opened.provider.failedCleanups]).toEqual([{ removed: 0, alive: 0 }, 0]);
      },
    };
  },
});
