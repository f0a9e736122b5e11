// The texts the simulated user's model is given. Two packs fit: our own, and the one read from the pinned upstream.

import { z } from "zod";

/** What stands in a template for the values; the names are those of the published templates. */
const placeholders = {
  question: "[[clarification_Q]]",
  ambiguities: "[[amb_json]]",
  clauses: "[[SQL_Glot]]",
  schema: "[[DB_schema]]",
  choice: "[[Action]]",
  clearQuery: "[[clear_query]]",
  gold: "[[GT_SQL]]",
} as const;

export type PromptValue = keyof typeof placeholders;

function template(...needed: PromptValue[]) {
  return z
    .string()
    .max(100_000)
    .superRefine((text, { addIssue }) => {
      for (const name of needed) {
        if (!text.includes(placeholders[name])) addIssue(`${placeholders[name]} is nowhere in the template`);
      }
    });
}

const prompts = z.strictObject({
  /** First call: which kind of question it is. */
  choose: template("question", "ambiguities", "clauses"),
  /** Second call: the user's words. */
  answer: template("question", "ambiguities", "clauses", "schema", "choice", "clearQuery", "gold"),
});

export const promptPack = z.strictObject({
  /** `own`, or `upstream@<commit>`. */
  name: z.string().min(1).max(200),
  versions: z.strictObject({ v1: prompts, v2: prompts }),
});

export type PromptPack = z.output<typeof promptPack>;
export type PromptVersion = keyof PromptPack["versions"];

/** Fills in one pass: what a value holds is never taken for a placeholder, so no question can quote the gold. */
export function fillTemplate(text: string, values: Readonly<Record<PromptValue, string>>): string {
  const byPlaceholder = new Map(
    Object.entries(placeholders).map(([name, mark]) => [mark, values[name as PromptValue]]),
  );
  return text.replace(/\[\[\w+\]\]/g, (mark) => byPlaceholder.get(mark as (typeof placeholders)[PromptValue]) ?? mark);
}
