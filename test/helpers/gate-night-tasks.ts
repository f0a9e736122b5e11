// Tiny tasks in Harbor's format whose reward is the luck of one command: how often an agent passes is known, so what a
// gate says of it can be held against the truth. The luck is the rehearsal model's, drawn by the trial's key.

import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Chances to pass: of an agent that does a task plainly, and of one that also has it checked. */
export const kinds = {
  greetings: { plain: 1, checked: 1 },
  sums: { plain: 0, checked: 1 },
  words: { plain: 0, checked: 1 },
  lists: { plain: 0.5, checked: 1 },
  dates: { plain: 0.7, checked: 0.7 },
} as const;

export type Kind = keyof typeof kinds;

export function kindOf(task: string): Kind {
  const kind = task.slice(0, task.indexOf("-"));
  if (Object.hasOwn(kinds, kind)) return kind as Kind;
  throw new Error(`${task} is none of these tasks`);
}

/** Tasks such as sums-1; they share one image. */
export async function writeLuckTasks(folder: string, counts: Readonly<Partial<Record<Kind, number>>>): Promise<void> {
  for (const [kind, count] of Object.entries(counts)) {
    for (let index = 1; index <= count; index++) {
      for (const [path, text] of Object.entries(filesOf(kind as Kind, index))) {
        const file = join(folder, `${kind}-${index}`, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
        if (path.endsWith(".sh")) await chmod(file, 0o755);
      }
    }
  }
}

function filesOf(kind: Kind, index: number): Record<string, string> {
  const { plain, checked } = kinds[kind];
  return {
    "task.toml":
      'schema_version = "1.4"\n\n[agent]\ntimeout_sec = 60\n\n[verifier]\ntimeout_sec = 60\n\n[environment]\nnetwork_mode = "no-network"\nworkdir = "/app"\n',
    "instruction.md": `Do the ${kind} of letter ${index}.\n`,
    "rehearsal.toml": `${stepOf(plain)}\n${stepOf(checked)}when = "verify"\n`,
    "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\n",
    "solution/solve.sh": "#!/bin/sh\necho right > /app/answer\n",
    "tests/test.sh":
      '#!/bin/sh\nmkdir -p /logs/verifier\nif [ "$(cat /app/answer)" = right ]; then echo 1; else echo 0; fi > /logs/verifier/reward.txt\n',
  };
}

function stepOf(chance: number): string {
  const slip = chance === 1 ? "" : `slip = { run = "echo wrong > /app/answer", chance = ${1 - chance} }\n`;
  return `[[steps]]\nrun = "echo right > /app/answer"\n${slip}`;
}
