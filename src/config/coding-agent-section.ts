// The keys of whoever edits agent/agent.ts.

import { z } from "zod";
import { dollars, effort, modelName, oneOf } from "./shapes.ts";

export function codingAgentSchema(codingAgents: readonly string[]) {
  return z.strictObject({
    coding_agent: oneOf(codingAgents).default("built-in").meta({ description: "Who edits agent/agent.ts." }),
    coding_agent_model: modelName.optional().meta({
      description: "The coding agent's model. Left out: `agent_model`.",
      examples: ["gpt-5.2"],
    }),
    coding_agent_effort: effort.optional().meta({
      description: "The coding agent's reasoning effort. Left out: the model's own default.",
      examples: ["high"],
    }),
    analysis_model: modelName.optional().meta({
      description:
        "A model that writes `workspace/analysis-summary.md` about each accepted agent's train run. Left out: nobody does; the analysis itself needs no model.",
      examples: ["gpt-5.2-mini"],
    }),
    coding_agent_minutes: z.number().positive().max(1440).default(60).meta({
      description:
        "Minutes of the coding agent in one iteration, without those that benchmark and gate take; then what it has left is judged.",
    }),
    coding_agent_max_calls: z.number().int().min(1).default(500).meta({
      description: "Model calls of the coding agent in one iteration; then what it has left is judged.",
    }),
    coding_agent_budget_usd: dollars.optional().meta({
      description: "US dollars the coding agent itself may spend in one iteration. Left out: only `budget_usd` holds.",
      examples: [2],
    }),
    coding_agent_command: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({
        description: "With `coding_agent: command`: a shell's command line that does one iteration, in a box.",
        examples: ["my-agent --prompt-from-stdin"],
      }),
    coding_agent_image: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({
        description:
          "With `coding_agent: command`: the image it runs in, with glibc and a shell. Left out: Node's; a changed image needs a new tag.",
        examples: ["my-agent:1"],
      }),
  });
}
