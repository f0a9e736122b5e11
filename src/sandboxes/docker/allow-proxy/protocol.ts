// What host and proxy say to each other: a line of JSON each, over the proxy's standard streams.

import { z } from "zod";

export const proxyPorts = { proxy: 3128, tls: 443, http: 80, dns: 53 } as const;

/** A network that the proxy serves, told by the proxy's own address on it. */
const servedNetwork = z.strictObject({
  address: z.string(),
  subnet: z.string(),
  /** null: whatever is public. */
  allow: z.array(z.string()).nullable(),
});
export type ServedNetwork = z.output<typeof servedNetwork>;

export const request = z.discriminatedUnion("do", [
  /** Cuts what the network has open. */
  z.strictObject({ id: z.number(), do: z.literal("serve"), network: servedNetwork }),
  z.strictObject({ id: z.number(), do: z.literal("forget"), address: z.string() }),
  z.strictObject({ id: z.number(), do: z.literal("uses"), address: z.string() }),
]);
export type ProxyRequest = z.output<typeof request>;

export const networkUse = z.strictObject({
  host: z.string().max(300),
  port: z.number().nullable(),
  refused: z.string().max(200).nullable(),
  count: z.number(),
  bytes: z.number(),
});

/** `id` 0 is the first, unasked: the proxy listens; `forwarding` is what its kernel says of packets for others. */
export const answer = z.union([
  z.strictObject({ id: z.literal(0), forwarding: z.string() }),
  z.strictObject({ id: z.number(), uses: z.array(networkUse).max(1000).default([]) }),
]);
export type ProxyAnswer = z.output<typeof answer>;
