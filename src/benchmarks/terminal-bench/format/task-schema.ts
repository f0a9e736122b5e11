// Every key of task.toml, 1.0 to 1.4, with Harbor's defaults; deprecated names come out as today's.

import { z } from "zod";
import { isStepName, repeatedStepNames } from "./step-name.ts";
import {
  artifact,
  checkNetwork,
  collectHook,
  env,
  environment,
  healthcheck,
  network,
  seconds,
  user,
} from "./task-schema-parts.ts";

const agent = z
  .strictObject({ ...network, timeout_sec: seconds.optional(), user: user.optional() })
  .superRefine(checkNetwork);

const verifier = z
  .strictObject({
    ...network,
    timeout_sec: seconds.optional(),
    env: env.default({}),
    user: user.optional(),
    environment_mode: z.enum(["shared", "separate"]).optional(),
    environment: environment.optional(),
    collect: z.array(collectHook).default([]),
  })
  .superRefine(checkNetwork)
  .refine((table) => table.environment === undefined || table.environment_mode !== "shared", {
    path: ["environment_mode"],
    message: `"shared" contradicts [verifier.environment]: leave one of them out`,
  });

const step = z.strictObject({
  name: z
    .string()
    .refine(
      isStepName,
      "expected a name that a folder can have on every system: no separators, devices or dots at the end",
    ),
  agent: agent.prefault({}),
  verifier: verifier.prefault({}),
  min_reward: z
    .union([z.number(), z.record(z.string(), z.number())], { error: "expected a number, or a table of numbers" })
    .optional(),
  healthcheck: healthcheck.optional(),
  artifacts: z.array(artifact).default([]),
});

const described = z.strictObject({
  name: z.string().optional(),
  version: z.string().optional(),
  description: z.string().optional(),
  authors: z.array(z.unknown()).optional(),
  keywords: z.array(z.string()).optional(),
});

const keys = z.strictObject({
  schema_version: z.string().optional(),
  source: z.string().optional(),
  artifacts: z.array(artifact).default([]),
  multi_step_reward_strategy: z.enum(["mean", "final"]).default("mean"),
  task: described.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  agent: agent.prefault({}),
  verifier: verifier.prefault({}),
  environment: environment.prefault({}),
  solution: z.strictObject({ env: env.default({}) }).prefault({}),
  steps: z
    .array(step)
    .default([])
    .superRefine((steps, context) => {
      for (const name of repeatedStepNames(steps.map((one) => one.name))) {
        const message = `${JSON.stringify(name)} is there twice, where case and Unicode's forms make no difference`;
        context.addIssue({ code: "custom", message });
      }
    }),
});

/** `version` is the oldest name of `schema_version`. */
export const taskSchema = z.preprocess((value) => {
  if (value === null || typeof value !== "object" || !("version" in value)) return value;
  const { version, ...rest } = value;
  return { schema_version: version, ...rest };
}, keys);

export type TaskToml = z.output<typeof keys>;
export type StepTable = z.output<typeof step>;
export type VerifierTable = z.output<typeof verifier>;
