// The keys that every benchmark shares, one strict object per owner.

import { z } from "zod";
import { codingAgentSchema } from "./coding-agent-section.ts";
import { dollars, effort, modelName, oneOf } from "./shapes.ts";

/** The names that the tables offer. */
export interface ConfigNames {
  benchmarks: readonly string[];
  providers: readonly string[];
  codingAgents: readonly string[];
}

/** By owner, in the order in which template and docs show them. */
export function commonSections(names: ConfigNames) {
  return {
    benchmark: benchmarkSchema(names.benchmarks),
    agent: agentSchema,
    trials: trialsSchema(names.providers),
    gate: gateSchema,
    codingAgent: codingAgentSchema(names.codingAgents),
    loop: loopSchema,
  };
}

/** Only where the benchmark simulates a user; required there. */
export const userSchema = z.strictObject({
  user_model: z
    .string({ error: ({ input }) => (input === undefined ? userModelMissing : undefined) })
    .trim()
    .min(1)
    .meta({
      description:
        "The model that plays the user. It has no default, as another user makes other scores; published tau-bench scores are usually with gpt-4.1.",
      examples: ["gpt-4.1"],
    }),
});

const userModelMissing =
  "missing; a user is simulated, whose model is never silently the agent's, as another user makes other scores: name one, such as gpt-4.1, with which tau-bench scores are usually published";

/** Ids that look like numbers need no quotes. */
const taskPattern = z.union([z.string().min(1), z.number().int()], "expected a task id or a glob");

function benchmarkSchema(benchmarks: readonly string[]) {
  return z.strictObject({
    benchmark: oneOf(benchmarks).meta({
      description:
        "What the agent is measured on, or the path of a file of yours that exports a benchmark, such as `./mine.ts`.",
      examples: ["terminal-bench"],
    }),
    task_ids: z
      .array(taskPattern)
      .min(1)
      .optional()
      .meta({
        description: "Only tasks whose id matches one of these globs.",
        examples: [["git-*", "log-errors"]],
      }),
    exclude_task_ids: z
      .array(taskPattern)
      .min(1)
      .optional()
      .meta({
        description: "No task whose id matches one of these globs.",
        examples: [["slow-*"]],
      }),
  });
}

const agentSchema = z.strictObject({
  agent_model: modelName.meta({
    description: "The model the agent runs on. The harness pins it; agent.ts can't choose another.",
    examples: ["gpt-5.2"],
  }),
  reasoning_effort: effort.optional().meta({
    description: "The agent's reasoning effort. Left out: the model's own default.",
    examples: ["medium"],
  }),
  agent_seed: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({
      description:
        "Seed sent with each of the agent's model calls; chat completions only, and few providers promise anything for it.",
      examples: [7],
    }),
  base_url: z
    .url({ protocol: /^https?$/, error: "expected an http or https address" })
    .optional()
    .meta({
      description:
        "An OpenAI-compatible endpoint for every model without `direct/` before its name. Left out: `OPENAI_BASE_URL`, else the provider that the name says.",
      examples: ["http://localhost:11434/v1"],
    }),
  prices: z
    .record(
      z.string().min(1),
      z.strictObject({
        input: z.number().min(0),
        cached: z.number().min(0).optional(),
        cache_write: z.number().min(0).optional(),
        output: z.number().min(0),
      }),
    )
    .optional()
    .meta({
      description:
        "US dollars per million tokens, by model; wins over the built-in list. `cached` and `cache_write` default to `input`.",
      examples: [{ "my-model": { input: 1.25, cached: 0.125, output: 10 } }],
    }),
});

function trialsSchema(providers: readonly string[]) {
  return z.strictObject({
    env_provider: oneOf(providers).default("docker").meta({
      description: "Where the sandboxes are: the tasks' boxes, and the agents' where `agent_provider` is left out.",
    }),
    agent_provider: oneOf(providers)
      .optional()
      .meta({
        description: "Where the boxes of agents and coding agents are. Left out: at `env_provider`, like the tasks'.",
        examples: ["docker"],
      }),
    trials: z.number().int().min(1).max(32).default(1).meta({
      description: "Trials of each task in each step; a task's reward is their mean.",
    }),
    max_concurrency: z.number().int().min(1).max(1000).default(4).meta({
      description: "Trials at the same time. About two per core where the tasks compute, more where they wait.",
    }),
    timeout_multiplier: z.number().positive().max(100).default(1).meta({
      description: "Stretches every time limit the tasks declare.",
    }),
    max_model_calls_per_trial: z.number().int().min(1).default(200).meta({
      description: "Model calls the agent may make in one trial; then the trial ends and the state is verified.",
    }),
    max_output_tokens_per_trial: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({
        description:
          "Output tokens the agent may use in one trial; then the trial ends and the state is verified. Left out: no limit.",
        examples: [50_000],
      }),
    max_cost_per_trial_usd: dollars.optional().meta({
      description: "US dollars the agent may spend in one trial, and a simulated user likewise. Left out: no limit.",
      examples: [0.5],
    }),
    record: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({
        description:
          "Folder for cassettes of train trials, relative to this file, which `auto-harness replay` plays without task or model.",
        examples: ["cassettes"],
      }),
    record_test: z.boolean().default(false).meta({
      description:
        "Whether test trials are recorded too, and with them the night as a whole: keep these away from coding agents, and from their models.",
    }),
  });
}

const gateSchema = z.strictObject({
  gate: z.enum(["default", "strict-seed"]).default("default").meta({
    description:
      "The rules by which an edit is accepted: paired evidence at a known error rate, or the original's, which let luck in.",
  }),
  pre_screen: z.boolean().default(true).meta({
    description:
      "Whether train tasks that an edit should fix, where its coding agent states them, run first: if none passes, the gate is not asked.",
  }),
  split: z.literal("train").default("train").meta({ description: "The split the coding agent works on." }),
  gate_split: z.literal("test").default("test").meta({ description: "The split that decides; never shown." }),
  threshold: z.number().min(0).max(1).default(0.8).meta({
    description: "Pass rate that the regression suite must reach.",
  }),
  split_by: z.enum(["benchmark", "baseline"]).default("benchmark").meta({
    description:
      "Whose train and test tasks: the benchmark's own where it has a split, else made from the baseline by `train_fraction`.",
  }),
  seed: z.number().int().min(0).default(42).meta({ description: "Seed of the split." }),
  train_fraction: z.number().gt(0).lt(1).default(0.7).meta({
    description: "Share of the passed and of the failed baseline tasks that become the train split.",
  }),
  holdout: z.number().min(0).max(0.5).default(0).meta({
    description:
      "Share of all tasks that nothing runs until `auto-harness claim` measures the night on them, once; 0.1 is a good one.",
  }),
  final_report: z.boolean().default(true).meta({
    description:
      "Whether a night that accepted something ends with two fresh paired runs of baseline and final agent on the test split.",
  }),
});

const loopSchema = z.strictObject({
  experiment: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "expected up to 40 of a-z, 0-9 and -, not beginning with -")
    .refine((name) => name !== "rehearsal", "the name rehearsal is taken by the rehearsal itself")
    .default("main")
    .meta({ description: "Name of the experiment: its state is kept in `.runs/<experiment>/`." }),
  iterations: z.number().int().min(1).default(30).meta({ description: "The most iterations of a night." }),
  stop_after_no_improvement: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({
      description:
        "Stop after so many iterations in a row without acceptance. Left out: 5 with `strict-seed`, else 20.",
      examples: [5],
    }),
  target_score: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .meta({
      description:
        "Stop when the recorded test score reaches it: one run of the test split, so the true score may be lower by its noise. Left out: no target.",
      examples: [0.8],
    }),
  budget_usd: dollars.optional().meta({
    description:
      "US dollars the experiment may cost in all, resumed runs included; a live model needs it, here or as `--budget`.",
    examples: [20],
  }),
  budget_tokens: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({
      description:
        "Tokens, in and out, that the experiment may use in all, resumed runs included: a cap also where no price is known. Left out: no limit.",
      examples: [50_000_000],
    }),
  max_hours: z
    .number()
    .positive()
    .optional()
    .meta({
      description: "Hours a night may take. Left out: no limit.",
      examples: [8],
    }),
  outage_minutes: z.number().positive().max(1440).default(30).meta({
    description:
      "How long a provider that answers nobody is waited for, trials' clocks standing meanwhile: a model's before its calls fail, the sandboxes' before the night ends and can be gone on with.",
  }),
});
