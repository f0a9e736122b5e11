// What the host asks, checked.

import { z } from "zod";

const session = z.string().min(1).max(200);

export const setUpParams = z.object({
  /** stack: where compose/bird-interact.yaml has it, with the password that lies in this container. */
  postgres: z.union([
    z.object({ host: z.string(), port: z.int().min(1).max(65_535), user: z.string(), password: z.string() }),
    z.literal("stack"),
  ]),
  patience: z.int().min(0).max(100),
  limits: z.enum(["enforced", "upstream"]).default("enforced"),
  clonePool: z.int().min(0).max(64).default(1),
  statementTimeoutMs: z.int().min(100).max(600_000).default(60_000),
  /** A tmpfs of 4 GB is what all sessions at once share. */
  maxGrowthMb: z.int().min(1).max(100_000).default(256),
  judgeTimeoutMs: z.int().min(100).max(600_000).default(30_000),
  promptVersion: z.enum(["v1", "v2"]).default("v2"),
});

export const openParams = z.object({
  session,
  instanceId: z.string(),
  mode: z.enum(["a-interact", "c-interact"]),
  /** The host knows which model plays the user; the name here is for the request's own sake. */
  user: z.object({ model: z.string() }).default({ model: "user" }),
});

export const toolParams = z.object({ session, name: z.string().max(200), args: z.record(z.string(), z.unknown()) });
export const turnParams = z.object({ session, response: z.string().max(1_000_000) });
export const sessionParams = z.object({ session });

export type SetUpParams = z.output<typeof setUpParams>;
