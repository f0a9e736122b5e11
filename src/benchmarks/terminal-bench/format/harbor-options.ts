// Keys of the config that say how tasks in Harbor's format are read; terminal-bench has them beside its own.

import { z } from "zod";

const variable = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]*(?:=.*)?$/s,
    "expected a variable's name, such as OPENAI_API_KEY, or a name with a value, such as OPENAI_API_KEY=none",
  );

export const harborOptions = {
  reward_key: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        "Which reward counts where a verifier gives several; left out: the one named `reward`, else the only one there is.",
      examples: ["accuracy"],
    }),
  task_env: z.array(variable).default([]).meta({
    description:
      "Variables that tasks may ask for. `NAME`: this host's, which what a task's author wrote can then read; `NAME=text`: that text instead. Left out: none.",
  }),
  verifier_timeout_multiplier: z.number().positive().max(100).default(1).meta({
    description: "Multiplies the time that tasks give their verifiers.",
  }),
  build_timeout_multiplier: z.number().positive().max(100).default(1).meta({
    description: "Multiplies the time that tasks give the builds of their images.",
  }),
};

/** How tasks are read: harborOptions with the host's variables. */
export interface TaskSettings {
  rewardKey: string | null;
  /** What tasks may be given: names of the host's variables, or `NAME=text`. */
  taskEnv: readonly string[];
  /** A variable of the host's; undefined where it is not set. */
  variable: (name: string) => string | undefined;
  verifierTimeoutMultiplier: number;
  buildTimeoutMultiplier: number;
}

/** Everything left out. */
export const defaultSettings: TaskSettings = {
  ...{ rewardKey: null, taskEnv: [], variable: () => undefined },
  ...{ verifierTimeoutMultiplier: 1, buildTimeoutMultiplier: 1 },
};

/** Of parsed options. `variable`: LoadContext's. */
export function taskSettings(
  options: z.output<z.ZodObject<typeof harborOptions>>,
  variable: TaskSettings["variable"] = () => undefined,
): TaskSettings {
  return {
    rewardKey: options.reward_key ?? null,
    taskEnv: options.task_env,
    variable,
    verifierTimeoutMultiplier: options.verifier_timeout_multiplier,
    buildTimeoutMultiplier: options.build_timeout_multiplier,
  };
}
