// Daytona's SDK, loaded when the provider is opened and bound to the key and the addresses that it was given.

import type { Daytona, Image } from "@daytona/sdk";
import { HarnessError } from "../../core/fault.ts";
import type { CloudService } from "../cloud/machines.ts";
import { cloudRetry } from "../cloud/retry.ts";
import { troubleOf } from "./trouble.ts";

export interface DaytonaSettings {
  apiKey: string;
  /** Default: the public service's. */
  apiUrl?: string | undefined;
  /** The region that sandboxes run in; default: the account's. */
  target?: string | undefined;
}

export interface DaytonaClient {
  readonly daytona: Daytona;
  readonly Image: typeof Image;
  /** With retries; throws what cloudRetry does. */
  readonly call: CloudService<never>["call"];
  /** What a snapshot's build has printed so far. Rejects with whatever went wrong. */
  buildLog(name: string, signal: AbortSignal): Promise<string>;
}

export const serviceName = "Daytona";

/** Of one request, whatever waits for it. */
const requestMs = 180_000;

/** Throws config "sdk-missing". */
export async function loadDaytonaClient({ apiKey, apiUrl, target }: DaytonaSettings): Promise<DaytonaClient> {
  const sdk = await import("@daytona/sdk").catch((cause: unknown) => {
    const message =
      "The package @daytona/sdk can't be loaded; install it beside auto-harness: npm install @daytona/sdk@0.216.0";
    throw new HarnessError({ fault: "config", code: "sdk-missing", message, cause });
  });
  const daytona = new sdk.Daytona({
    ...{ apiKey, requestTimeoutMs: requestMs },
    // Its other way is a socket of events that outlives what it is opened for.
    useDeprecatedPolling: true,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(target === undefined ? {} : { target }),
  });
  return {
    daytona,
    Image: sdk.Image,
    // The SDK's own follower of a log ends the process when its connection breaks.
    async buildLog(name, signal) {
      const { id } = await daytona.snapshot.get(name);
      const { data } = await daytona.snapshot["snapshotsApi"].getSnapshotBuildLogsUrl(id);
      const headers = { Authorization: `Bearer ${apiKey}` };
      const response = await fetch(`${data.url}?follow=false`, { headers, signal });
      return response.ok ? await response.text() : "";
    },
    call: async (what, run, options) => await cloudRetry(run, { what, service: serviceName, troubleOf, ...options }),
  };
}
