// The engine of these tests by two longer ways: what a local one does, a remote one does too.

import { expect } from "vitest";
import { findEngine } from "../../src/engine/find-engine.ts";
import { makeCertificates, openEngineProxy } from "../helpers/engine-proxy.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { openSshEngine } from "../helpers/ssh-engine.ts";
import { describeSandboxContract, type SandboxContractSetup } from "./sandbox-contract.ts";

async function setupAt(
  env: Readonly<Record<string, string>>,
  close: () => Promise<void>,
): Promise<SandboxContractSetup> {
  const opened = await openTestDocker({ address: await findEngine({ env: { ...process.env, ...env } }) });
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

describeSandboxContract({
  name: "docker over ssh",
  async setup() {
    const far = await openSshEngine();
    return await setupAt(far.env, async () => await far[Symbol.asyncDispose]());
  },
});

describeSandboxContract({
  name: "docker over TLS",
  async setup() {
    const certificates = await makeCertificates();
    const proxy = await openEngineProxy(certificates);
    const env = { DOCKER_HOST: proxy.address, DOCKER_CERT_PATH: certificates.folder, DOCKER_TLS_VERIFY: "1" };
    return await setupAt(env, async () => {
      await proxy[Symbol.asyncDispose]();
      await certificates[Symbol.asyncDispose]();
    });
  },
});
