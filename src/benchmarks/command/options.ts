// The keys of the config for a benchmark of one's own: a folder with a program that asks and scores.

import { z } from "zod";

const command = z.string().trim().min(1);
const seconds = z.number().positive().max(86_400);

export const commandOptions = z.strictObject({
  program_folder: z
    .string()
    .trim()
    .min(1)
    .meta({
      description:
        "The benchmark's folder, relative to this file. It is copied into the program's image; its Dockerfile is used where it has one.",
      examples: ["./my-benchmark"],
    }),
  run_command: command.meta({
    description:
      'Asks and scores one task: its id is the last argument, `{"ask": …}` a question, `{"<id>": reward}` the result.',
    examples: ["node bench.mjs"],
  }),
  tasks_file: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({
      description: "A file of the folder that names the tasks: JSON lines with an `id` each, or an id per line.",
      examples: ["tasks.jsonl"],
    }),
  list_command: command.optional().meta({
    description:
      "In place of `tasks_file`: prints the tasks' ids, one per line. Run again when the folder has changed.",
    examples: ["node bench.mjs --list"],
  }),
  oracle_command: command.optional().meta({
    description:
      'Prints the right answers of a task, whose id is the last argument: a line `{"answer": …}` per question. `check` then tells whether they earn 1.',
    examples: ["node bench.mjs --oracle"],
  }),
  program_image: z
    .string()
    .trim()
    .regex(/^\S+$/, "expected an image's reference, such as python:3.13-slim-trixie")
    .optional()
    .meta({
      description: "What the program runs on where its folder has no Dockerfile. Left out: `node:24-bookworm-slim`.",
      examples: ["python:3.13-slim-trixie"],
    }),
  agent_place: z.enum(["own-box", "program-box"]).default("own-box").meta({
    description:
      "program-box: the agent's file lies beside the program, which runs it itself; the agent can then forge its reward, and every score says so.",
  }),
  program_network: z
    .union([z.enum(["none", "open"]), z.array(z.string().min(1)).min(1)], "expected none, open or a list of hosts")
    .default("none")
    .meta({
      description:
        "What the program may reach: nothing, everything, or these hosts. The agent's own box reaches nothing.",
    }),
  program_memory_mb: z
    .number()
    .int()
    .min(16)
    .optional()
    .meta({ description: "Memory of the program's box. Left out: no limit.", examples: [2048] }),
  agent_timeout_sec: seconds.default(600).meta({
    description: "Seconds the agent may take for one task, in all its answers together.",
  }),
  program_timeout_sec: seconds.default(600).meta({
    description: "Seconds the program may take for one task beside the agent's; then it gives no reward.",
  }),
});

export type CommandOptions = z.output<typeof commandOptions>;
