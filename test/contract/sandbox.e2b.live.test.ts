// The contract at the real service, for whoever has an account: npm run test:e2b with E2B_API_KEY. It costs some minutes
// of about fifteen small sandboxes.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { openE2bProvider } from "../../src/sandboxes/e2b.ts";
import { openOwner } from "../../src/sandboxes/owner.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
  name: "e2b, the real service",
  async setup() {
    const apiKey = process.env["E2B_API_KEY"];
    if (apiKey === undefined || apiKey === "") throw new Error("E2B_API_KEY is not set: this runs at the real service");
    await using undo = new AsyncDisposableStack();
    const stateFolder = await mkdtemp(join(tmpdir(), "auto-harness-state-"));
    undo.defer(() => rm(stateFolder, { recursive: true, force: true }));
    const owner = undo.use(await openOwner({ stateFolder }));
    const provider = await openE2bProvider({ owner, say: (line) => console.error(line), apiKey });
    const owned = undo.move();
    return {
      provider,
      image: { kind: "image", reference: "debian:bookworm-slim" },
      owner: owner.id,
      async close() {
        const { removed } = await provider.sweep({ signal: AbortSignal.timeout(120_000), owner: owner.id });
        await owned.disposeAsync();
        console.error(provider.usage());
        expect([removed, provider.failedCleanups]).toEqual([0, 0]);
      },
    };
  },
});
