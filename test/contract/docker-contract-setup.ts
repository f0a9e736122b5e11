import { expect } from "vitest";
import { openTestDocker, type TestDockerOptions } from "../helpers/open-test-docker.ts";
import type { SandboxContractSetup } from "./sandbox-contract.ts";

/** The provider over an engine; whoever closes it sees that nothing was left. `close` ends what leads to the engine. */
export async function dockerContractSetup(
  options: TestDockerOptions = {},
  close: () => Promise<void> = async () => undefined,
): Promise<SandboxContractSetup> {
  const opened = await openTestDocker(options);
  return {
    provider: opened.provider,
    image: { kind: "image", reference: "debian:bookworm-slim" },
    owner: opened.owner.id,
    async close() {
      const left = await opened.leftovers();
      await opened[Symbol.asyncDispose]();
      await close();
      expect([left, opened.provider.failedCleanups]).toEqual([[], 0]);
    },
  };
}
