// The engine of these tests by two longer ways: what a local one does, a remote one does too.

import { findEngine } from "../../src/engine/find-engine.ts";
import { makeCertificates, openEngineProxy } from "../helpers/engine-proxy.ts";
import { openSshEngine } from "../helpers/ssh-engine.ts";
import { dockerContractSetup } from "./docker-contract-setup.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

async function setupAt(env: Readonly<Record<string, string>>, close: () => Promise<void>) {
  return await dockerContractSetup({ address: await findEngine({ env: { ...process.env, ...env } }) }, close);
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
