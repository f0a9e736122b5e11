import { z } from "zod";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";

const toolCall = z.object({ function: z.object({ name: z.string(), arguments: z.string() }) });
const completion = z.object({
  choices: z.tuple(
    [
      z.object({
        message: z.object({ content: z.string().nullish(), tool_calls: z.array(toolCall).nullish() }),
      }),
    ],
    z.unknown(),
  ),
});

/** Whether a completion holds what tau2 can take for a user's turn: words, or calls whose arguments are objects. */
export function isUsableAnswer(bytes: Uint8Array): boolean {
  const { data } = completion.safeParse(jsonOrUndefined(Buffer.from(bytes).toString("utf8")));
  if (data === undefined) return false;
  const { content, tool_calls: calls } = data.choices[0].message;
  if (calls == null || calls.length === 0) return (content ?? "").trim() !== "";
  return calls.every((call) => isObject(jsonOrUndefined(call.function.arguments)));
}

function isObject(value: unknown): boolean {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
