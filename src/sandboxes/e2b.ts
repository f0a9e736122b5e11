// Sandboxes at E2B: machines of their own, each of which may be given back at any time. docs/e2b.md has what maps.

import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { SandboxSpec } from "../core/sandbox.ts";
import { retry } from "../lib/retry.ts";
import { CloudMachines } from "./cloud/machines.ts";
import { CloudPace } from "./cloud/pace.ts";
import { type CloudProvider, cloudProvider, openCloudSandbox, requiredKey } from "./cloud/provider.ts";
import type { SpooledCommand } from "./cloud/spool.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import { type E2bSettings, loadE2bClient } from "./e2b/client.ts";
import type { ReadStageFiles } from "./e2b/copies.ts";
import { E2bImages, refuseE2bImage, sizeOf } from "./e2b/images.ts";
import { startMain } from "./e2b/main.ts";
import { type E2bBox, openE2bBox } from "./e2b/process.ts";
import { e2bService } from "./e2b/service.ts";
import type { Owner } from "./owner.ts";

export interface E2bProviderOptions extends E2bSettings {
  owner: Owner;
  say: (line: string) => void;
  /** Of one build of a template whose image says none, milliseconds; left out: ten minutes. */
  buildTimeoutMs?: number | undefined;
}

/** Throws config "sdk-missing". */
export async function openE2bProvider(options: E2bProviderOptions): Promise<CloudProvider> {
  const { owner, say } = options;
  const client = await loadE2bClient(options);
  const service = e2bService(client);
  const machines = new CloudMachines({ service, owner, say, pace: new CloudPace() });
  const openBox = (sandbox: E2bBox["sandbox"], closed: AbortSignal) => {
    const box = openE2bBox(client, sandbox, closed);
    return { box, startMain: (command: SpooledCommand) => startMain(box, command) };
  };
  const readStageFiles: ReadStageFiles = async (reference, path, file, signal) => {
    const labels = { owner: owner.id, job: "build", trial: "build", role: "service" } as const;
    const spec: SandboxSpec = {
      image: { kind: "image", reference },
      labels,
      network: "none",
      profile: "task",
      limits: {},
    };
    const read = async () => {
      await using sandbox = await openCloudSandbox({ machines, openBox, say }, spec, { reference, notes: [] }, signal);
      await pipeline(await sandbox.session.getArchive(path, { signal }), createWriteStream(file), { signal });
    };
    // Many trials wait for it: one sandbox that is lost must not cost each of them an execution.
    await retry(read, { signal, isTransient: (error) => harnessErrorOf(error)?.code === "sandbox-gone" });
  };
  const images = new E2bImages(client, readStageFiles, { timeoutMs: options.buildTimeoutMs });
  return cloudProvider({
    ...{ name: "e2b", called: { title: "E2B", place: "a machine" }, machines, service, owner, openBox, say },
    refuse({ network, limits }) {
      refuseNetwork(network);
      sizeOf(limits);
    },
    refuseImage: refuseE2bImage,
    async imageFor({ image, limits }, signal) {
      const size = sizeOf(limits);
      const prepared = await images.prepare(image, size, { signal });
      return { ...prepared, forget: () => images.forget(image, size) };
    },
    prepareImage: async (source, { limits = {}, ...options }) => await images.prepare(source, sizeOf(limits), options),
  });
}

/** Its filter of names lets look-ups of any name out, and knows two ports only: that is no promise to keep. */
function refuseNetwork(network: SandboxSpec["network"]): void {
  if (network === "none" || network === "open") return;
  const what = network === "internal" ? "network of a sandbox and its siblings" : "list of allowed hosts";
  const message = `E2B has no ${what} that holds.`;
  throw new HarnessError({ fault: "config", code: "network-unsupported", message });
}

export const e2bSandboxProvider = defineSandboxProvider({
  name: "e2b",
  options: z.strictObject({}),
  key: "E2B_API_KEY",
  lacks: "compose, GPU, allowed hosts",
  async open(_options, context) {
    const { owner, say, variable = () => undefined } = context;
    const apiKey = requiredKey("e2b", "E2B_API_KEY", context);
    return await openE2bProvider({
      ...{ owner, say, apiKey, domain: variable("E2B_DOMAIN") },
      ...{ apiUrl: variable("E2B_API_URL"), sandboxUrl: variable("E2B_SANDBOX_URL") },
    });
  },
});
