// E2B's SDK, loaded when the provider is opened and bound to the key and the addresses that it was given.

import type { E2B } from "e2b";
import { HarnessError } from "../../core/fault.ts";
import { type CloudRetryOptions, cloudRetry } from "../cloud/retry.ts";
import { keepSdkOnHttp1 } from "./sdk-http.ts";
import { troubleOf } from "./trouble.ts";

export interface E2bSettings {
  apiKey: string;
  /** Default: the public service's. */
  domain?: string | undefined;
  apiUrl?: string | undefined;
  sandboxUrl?: string | undefined;
}

type CallOptions = { signal: AbortSignal } & Partial<
  Pick<CloudRetryOptions, "attempts" | "timeoutMs" | "longestWaitMs" | "onTrouble">
>;

export interface E2bClient {
  readonly Sandbox: E2B["Sandbox"];
  readonly Template: E2B["Template"];
  /** With retries; throws what cloudRetry does. */
  call<T>(what: string, run: (signal: AbortSignal) => Promise<T>, options: CallOptions): Promise<T>;
}

export const serviceName = "E2B";

/** Throws config "sdk-missing". */
export async function loadE2bClient({ apiKey, domain, apiUrl, sandboxUrl }: E2bSettings): Promise<E2bClient> {
  keepSdkOnHttp1();
  const sdk = await import("e2b").catch((cause: unknown) => {
    const message = "The package e2b can't be loaded; install it beside auto-harness: npm install e2b";
    throw new HarnessError({ fault: "config", code: "sdk-missing", message, cause });
  });
  const { Sandbox, Template } = new sdk.E2B({
    apiKey,
    debug: false,
    ...(domain === undefined ? {} : { domain }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(sandboxUrl === undefined ? {} : { sandboxUrl }),
  });
  return {
    Sandbox,
    Template,
    call: async (what, run, options) => await cloudRetry(run, { what, service: serviceName, troubleOf, ...options }),
  };
}
