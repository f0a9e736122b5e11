// What upstream's two services answer, of each answer what is used.

import { z } from "zod";

export const executed = z.object({ success: z.boolean(), result: z.string(), error: z.string().nullish() });
export const schemaText = z.object({ schema: z.string() });
export const columnMeanings = z.object({ column_meanings: z.string() });
export const columnMeaning = z.object({ meaning: z.string() });
export const knowledgeNames = z.object({ names: z.array(z.string()) });
export const knowledgeText = z.object({ knowledge: z.string() });
export const answered = z.object({ answer: z.string() });
export const submitted = z.object({
  passed: z.boolean(),
  message: z.string(),
  reward: z.number().default(0),
  phase_completed: z.number().nullish(),
  has_follow_up: z.boolean().default(false),
  follow_up_query: z.string().nullish(),
});

export type Submitted = z.output<typeof submitted>;
