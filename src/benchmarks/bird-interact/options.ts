// The keys of the config that only BIRD-Interact has. Those of the original that nothing needs any more are accepted,
// and a line says why they change nothing.

import { z } from "zod";

const port = z.number().int().min(1).max(65_535).optional();
const needlessPort = (service: string, usual: number) =>
  port.meta({
    description: `Accepted and not used: the ${service} is reached without a port of this machine.`,
    examples: [usual],
  });
const needlessText = (what: string, example: string) =>
  z
    .string()
    .min(1)
    .optional()
    .meta({ description: `Accepted and not used: ${what}.`, examples: [example] });
const path = z.string().trim().min(1).optional();

export const birdOptions = z.strictObject({
  mode: z.enum(["a-interact", "c-interact"]).default("a-interact").meta({
    description: "a-interact: the agent explores with tools on a budget. c-interact: it asks and submits in turns.",
  }),
  dataset: z.enum(["synthetic", "lite", "full"]).default("lite").meta({
    description: "lite has 300 tasks, full 600; their ground truth comes by mail. synthetic is ours and bundled.",
  }),
  patience: z.number().int().min(0).max(100).default(3).meta({
    description: "Questions the user puts up with beyond the task's ambiguities; raises budget and limit of turns.",
  }),
  per_task_timeout: z.number().positive().max(86_400).default(1800).meta({
    description: "Seconds the agent may take for one task, in all turns together.",
  }),
  limits: z.enum(["enforced", "upstream"]).default("enforced").meta({
    description: "upstream: the limit of questions in c-interact is only told, as published scores have it.",
  }),
  prompt_version: z.enum(["v1", "v2"]).default("v2").meta({
    description: "Prompts of the simulated user. The scores upstream publishes are with v1; it recommends v2.",
  }),
  bird_data_path: path.meta({
    description: "The dataset's folder, relative to this file. Left out: where `auto-harness bird fetch` puts it.",
    examples: ["./bird-interact-lite"],
  }),
  bird_repo: path.meta({
    description:
      "Another copy of upstream's git repository, an address or a folder: only its prompts are read, at the pinned commit.",
    examples: ["../BIRD-Interact"],
  }),
  bird_python_bin: path.meta({
    description: "A Python 3 of this machine that reads upstream's prompts as text. Left out: one in a container.",
    examples: ["/usr/bin/python3"],
  }),
  bird_stack: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, "expected a compose project's name: lower-case letters, digits, - and _")
    .optional()
    .meta({
      description:
        "The compose project of a stack that you have started by hand (`auto-harness bird stack` says how); its Postgres, environment and judge are used. Left out: every run starts its own.",
      examples: ["auto-harness-bird"],
    }),
  system_agent_port: needlessPort("agent", 6100),
  user_sim_port: needlessPort("simulated user", 6101),
  db_env_port: needlessPort("database environment", 6102),
  pg_host: needlessText("Postgres runs in a container of its own that nothing else reaches", "localhost"),
  pg_port: port.meta({
    description:
      "With bird_stack: the port of 127.0.0.1 under which `auto-harness bird stack` publishes its Postgres. Else not used: Postgres is reached without a port of this machine.",
    examples: [5432],
  }),
  pg_user: needlessText("the roles of Postgres are made for each session", "root"),
  pg_password: needlessText("every start makes a random secret; no password belongs here or into .env", "not-needed"),
});

export type BirdOptions = z.output<typeof birdOptions>;

const services = {
  system_agent_port: "the agent speaks over its box's own streams",
  user_sim_port: "the simulated user lives in the environment's container",
  db_env_port: "the database environment is reached over its container's own streams",
} as const;

/** One line for each key that is set and changes nothing, and for what makes scores incomparable. */
export function notesOf(options: BirdOptions): string[] {
  const notes: string[] = [];
  for (const [key, why] of Object.entries(services)) {
    if (options[key as keyof typeof services] !== undefined) notes.push(`${key} is not needed: ${why}.`);
  }
  const { pg_host, pg_port, pg_user, pg_password, bird_stack, dataset, limits } = options;
  const needlessPg = { pg_host, ...(bird_stack === undefined ? { pg_port } : {}) };
  const keys = Object.entries(needlessPg).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (keys.length > 0) {
    notes.push(
      `${keys.join(" and ")} ${keys.length > 1 ? "are" : "is"} not needed: Postgres runs in a container of ${bird_stack === undefined ? "the experiment's own" : `the stack ${bird_stack}`}, on a network without a way out.`,
    );
  }
  if (pg_user !== undefined) {
    notes.push("pg_user is not needed: each session gets a role of its own that sees nothing but its own database.");
  }
  if (pg_password !== undefined) {
    notes.push(
      "pg_password is not needed: every start makes a random secret. Take it out of the config; if it is a real one, change it.",
    );
  }
  if (dataset === "synthetic") {
    const needless = (["bird_data_path", "bird_repo", "bird_python_bin"] as const).filter(
      (key) => options[key] !== undefined,
    );
    for (const key of needless) notes.push(`${key} is not needed: the synthetic dataset and its prompts are bundled.`);
  }
  if (limits === "upstream") {
    notes.push("limits: upstream does not enforce the limit of questions; the score says so.");
  }
  return notes;
}
