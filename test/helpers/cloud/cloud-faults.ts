// What goes wrong at a cloud, each with a rate of its own, drawn from a seed.

import { seededRandom } from "../../../src/lib/seeded-random.ts";

export interface CloudFaultRates {
  /** Of requests: refused with 429 and Retry-After, nothing done. */
  rateLimited: number;
  /** Of requests: refused with 500, 502 or 503, nothing done. */
  serverError: number;
  /** Of requests: the connection breaks before anything is done. */
  cut: number;
  /** Of requests: done, and the connection breaks before the answer. Of streams: broken in the middle. */
  dropped: number;
  /** Of image builds: begins some seconds late. */
  slowBuild: number;
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
  cut: 0,
  dropped: 0,
  slowBuild: 0,
  wedgedBuild: 0,
  lostSandbox: 0,
  clockSkew: 0,
};

/** How late a slow build begins. */
export const slowBuildMs = 5_000;

export function cloudFaults(seed: string, rates: Partial<CloudFaultRates> = {}): CloudFaults {
  const random = seededRandom(seed);
  const count = { ...noFaults };
  // One of its own for each, so that whether the third build is wedged doesn't depend on how many requests came before.
  const draws = Object.fromEntries(Object.keys(noFaults).map((fault) => [fault, seededRandom(`${seed} ${fault}`)]));
  const faults: CloudFaults = {
    rates: { ...noFaults, ...rates },
    count,
    random,
    hits(fault) {
      const hit = faults.rates[fault] > 0 && (draws[fault]?.() ?? 1) < faults.rates[fault];
      if (hit) count[fault] += 1;
      return hit;
    },
  };
  return faults;
}
