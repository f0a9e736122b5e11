// What goes wrong at a cloud, each with a rate of its own, drawn from a seed.

import { seededRandom } from "../../../src/lib/seeded-random.ts";

export interface CloudFaultRates {
  /** Of requests: refused with 429 and Retry-After, nothing done. */
  rateLimited: number;
  /** Of requests: refused with 500, 502 or 503, nothing done. */
  serverError: number;
  /** Of requests: done, and the connection breaks before the answer. Of streams: broken in the middle. */
  dropped: number;
  /** Of image builds: never ends. */
  wedgedBuild: number;
  /** Of sandboxes: gone within their first seconds. */
  lostSandbox: number;
  /** Of answers with times in them: an hour off, either way. */
  clockSkew: number;
}

export type CloudFault = keyof CloudFaultRates;

export interface CloudFaults {
  /** May be changed at any time. */
  rates: CloudFaultRates;
  readonly count: Record<CloudFault, number>;
  /** Draws, and counts what hits. */
  hits(fault: CloudFault): boolean;
  /** 0 up to 1. */
  random(): number;
}

export const noFaults: CloudFaultRates = {
  rateLimited: 0,
  serverError: 0,
  dropped: 0,
  wedgedBuild: 0,
  lostSandbox: 0,
  clockSkew: 0,
};

export function cloudFaults(seed: string, rates: Partial<CloudFaultRates> = {}): CloudFaults {
  const random = seededRandom(seed);
  const count = { ...noFaults };
  const faults: CloudFaults = {
    rates: { ...noFaults, ...rates },
    count,
    random,
    hits(fault) {
      // One that is off draws nothing, so that switching it changes no other's luck.
      const hit = faults.rates[fault] > 0 && random() < faults.rates[fault];
      if (hit) count[fault] += 1;
      return hit;
    },
  };
  return faults;
}
