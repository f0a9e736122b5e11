// What the driver in tau2's container says, as far as the host reads it: everything is picked by name, so that nothing
// else can pass. The driver speaks the frames of docs/channel.md; this is protocol 1.

import { z } from "zod";

export const protocol = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const session = z.object({ session: z.string() });

export const readyParams = z.object({
  protocol: z.number(),
  package: z.string().max(200),
  version: z.string().max(200),
  domain: z.string().max(200),
  data: z.record(z.string(), hash),
  dataHash: hash,
  guidelinesHash: hash,
  tasks: z.number().int(),
});
export const refusedParams = z.object({ code: z.string().max(200), message: z.string() });

const functionTool = z.object({
  type: z.literal("function"),
  function: z.object({
    name: z.string(),
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
    strict: z.boolean().optional(),
  }),
});
const historyMessage = z.object({ role: z.enum(["assistant", "user"]), content: z.string() });
const turnMessage = z.discriminatedUnion("role", [
  z.object({ role: z.literal("user"), content: z.string() }),
  z.object({
    role: z.literal("tool"),
    toolCallId: z.string(),
    content: z
      .string()
      .nullable()
      .transform((text) => text ?? ""),
    error: z.boolean(),
  }),
]);

export const openParams = session.extend({
  policy: z.string(),
  tools: z.array(functionTool),
  history: z.array(historyMessage),
  seed: z.number().int(),
});
export const turnParams = session.extend({ seq: z.number().int().min(1), messages: z.array(turnMessage).min(1) });
export const closeParams = session.extend({ termination: z.string().max(100).nullish() });
export const modelParams = session.extend({ method: z.literal("POST"), path: z.literal("/v1/chat/completions") });

export const runResult = z.object({
  status: z.enum(["ended", "agent-fault", "infrastructure"]),
  reward: z.number().min(0).max(1).nullable(),
  termination: z.string().max(100).nullable(),
  endedBy: z.enum(["user", "agent", "limit"]).nullable(),
  basis: z.array(z.string().max(100)).max(20),
  parts: z.record(z.string().max(100), z.number()),
  steps: z.number().int().min(0),
  error: z.string().nullable(),
});

const toolCall = z.object({ id: z.string(), name: z.string(), arguments: z.record(z.string(), z.unknown()) });
const conversationMessage = z.object({
  role: z.enum(["assistant", "user", "tool"]),
  content: z.string().nullable(),
  turn: z.number().int(),
  toolCalls: z.array(toolCall).optional(),
  requestor: z.enum(["assistant", "user"]).optional(),
  toolCallId: z.string().optional(),
  error: z.boolean().optional(),
});
export const conversation = z.array(conversationMessage).max(100_000);

export const description = z.object({
  domain: z.string(),
  base: z.array(
    z.object({
      id: z.string(),
      split: z.enum(["train", "test"]),
      basis: z.array(z.string()),
      writes: z.boolean(),
      userTools: z.boolean(),
    }),
  ),
});

export type Ready = z.output<typeof readyParams>;
export type Opening = Omit<z.output<typeof openParams>, "session">;
export type TurnMessage = z.output<typeof turnMessage>;
export type RunResult = z.output<typeof runResult>;
export type ConversationMessage = z.output<typeof conversationMessage>;
