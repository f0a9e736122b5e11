// One call of the model that plays the user.

import { z } from "zod";
import { HarnessError } from "../../../../core/fault.ts";

/** A Chat Completions request, as the gateway takes it. */
export interface UserModelBody {
  model: string;
  messages: Array<{ role: "user"; content: string }>;
  temperature: 0;
  max_tokens: number;
}

/** What the model made of a prompt: a text, or a refusal that may lie in the prompt. */
export type ModelReply = { text: string } | { refused: string };

const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** Statuses that may be the prompt's doing: refused as a bad request, too long, unfit. */
const promptStatuses: ReadonlySet<unknown> = new Set([400, 413, 422]);

/**
 * Calls once; the gateway has retried already. `call` rejects with an error that has a numeric `status` where the
 * endpoint answered. Throws infrastructure "user-model-failed" unless the failure may lie in the prompt, and the
 * signal's reason.
 */
export async function callUserModel(
  call: (body: UserModelBody) => Promise<unknown>,
  body: UserModelBody,
  { signal }: { signal: AbortSignal },
): Promise<ModelReply> {
  let answer: unknown;
  try {
    answer = await call(body);
  } catch (error) {
    signal.throwIfAborted();
    if (promptStatuses.has(statusOf(error))) return { refused: `answered with status ${statusOf(error)}` };
    throw userModelFailed(error instanceof Error ? error.message : String(error), error);
  }
  const parsed = completion.safeParse(answer);
  if (!parsed.success) throw userModelFailed("it answered with something else than a completion");
  const [choice] = parsed.data.choices;
  const text = choice?.message.content?.trim() ?? "";
  return text === "" ? { refused: `said nothing (finish reason ${choice?.finish_reason ?? "none"})` } : { text };
}

export function userModelFailed(why: string, cause?: unknown): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "user-model-failed",
    message: `the model that plays the user failed: ${why}`,
    cause,
  });
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  return error.status;
}
