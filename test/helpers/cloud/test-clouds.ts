// Both stand-ins, for tests that want the same of each.

import type { Sandbox, SandboxSpec } from "../../../src/core/sandbox.ts";
import type { CloudProvider } from "../../../src/sandboxes/cloud/provider.ts";
import type { CloudContainers } from "./cloud-containers.ts";
import type { CloudFaults } from "./cloud-faults.ts";
import { openTestDaytona } from "./open-test-daytona.ts";
import { openTestE2b } from "./open-test-e2b.ts";

export interface TestCloud extends AsyncDisposable {
  provider: CloudProvider;
  owner: { id: string };
  cloud: { faults: CloudFaults };
}

export const testClouds: ReadonlyArray<
  [name: string, open: (options?: { containers?: CloudContainers }) => Promise<TestCloud>]
> = [
  ["E2B", openTestE2b],
  ["Daytona", openTestDaytona],
];

/** A task's box of Debian, without a network. */
export async function openDebianBox(
  { provider, owner }: TestCloud,
  { signal, ...extra }: { signal: AbortSignal } & Partial<SandboxSpec>,
): Promise<Sandbox> {
  const labels = { owner: owner.id, job: "test", trial: "one", role: "task" } as const;
  const image = { kind: "image", reference: "debian:bookworm-slim" } as const;
  return await provider.open({ image, labels, network: "none", profile: "task", limits: {}, ...extra }, { signal });
}
