// A cloud by its name, with a provider at a stand-in of its own: what both of them have.

import type { CloudProvider } from "../../../src/sandboxes/cloud/provider.ts";
import type { OpenOwner } from "../../../src/sandboxes/owner.ts";
import type { CloudFaultRates, CloudFaults } from "./cloud-faults.ts";
import { type DaytonaStandIn, openDaytonaStandIn } from "./daytona-stand-in.ts";
import { type E2bStandIn, openE2bStandIn } from "./e2b-stand-in.ts";
import { openTestDaytona } from "./open-test-daytona.ts";
import { openTestE2b } from "./open-test-e2b.ts";

export type CloudName = "e2b" | "daytona";

export const cloudNames: readonly CloudName[] = ["e2b", "daytona"];

export interface CloudStandIn extends AsyncDisposable {
  readonly url: string;
  readonly faults: CloudFaults;
  /** So far, by method and path. */
  readonly requests: ReadonlyMap<string, number>;
  /** Of images, so far. */
  builds(): number;
  /** Ids of the sandboxes that live. */
  sandboxes(): string[];
  /** Names of containers and networks that are left on the engine. */
  leftovers(): Promise<string[]>;
  /** What leads a command there. */
  readonly env: Readonly<Record<string, string>>;
}

export interface TestCloud extends AsyncDisposable {
  provider: CloudProvider;
  owner: OpenOwner;
  /** What the provider said. */
  said: string[];
  cloud: CloudStandIn;
}

interface Options {
  seed?: string;
  rates?: Partial<CloudFaultRates>;
}

/** A provider of an owner of its own, through the official SDK, at a stand-in of its own. */
export async function openTestCloud(
  name: CloudName,
  { seed, rates, buildTimeoutMs }: Required<Options> & { buildTimeoutMs: number },
): Promise<TestCloud> {
  if (name === "e2b") {
    const opened = await openTestE2b({ seed, rates, buildTimeoutMs });
    return { ...opened, cloud: e2b(opened.cloud) };
  }
  const opened = await openTestDaytona({ seed, rates });
  return { ...opened, cloud: daytona(opened.cloud) };
}

export async function openCloudStandIn(name: CloudName, options: Options = {}): Promise<CloudStandIn> {
  return name === "e2b" ? e2b(await openE2bStandIn(options)) : daytona(await openDaytonaStandIn(options));
}

function e2b(cloud: E2bStandIn): CloudStandIn {
  const env = { E2B_API_KEY: cloud.apiKey, E2B_API_URL: cloud.url, E2B_SANDBOX_URL: cloud.url };
  return { ...cloud, env, builds: () => cloud.templates.builds };
}

function daytona(cloud: DaytonaStandIn): CloudStandIn {
  const env = { DAYTONA_API_KEY: cloud.apiKey, DAYTONA_API_URL: cloud.url, DAYTONA_TARGET: "here" };
  return { ...cloud, env, builds: () => cloud.snapshots.builds };
}
