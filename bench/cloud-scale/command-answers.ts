// What a played sandbox answers to the commands of a trial, by what they are. Of a task's box it knows which commands of
// the agent ran, and gives a reward only where all of them did, once and in order, and the tests after them.

import { tarOfFile } from "../../src/lib/tar-file.ts";
import { listScript } from "../../src/sandboxes/cloud/processes.ts";
import { stepOf } from "./scale-tasks.ts";

export interface TaskState {
  /** Numbers of the agent's commands that ran. */
  steps: number[];
  /** How many there must be. */
  wanted: number;
  archives: number;
  tested: boolean;
}

export interface CommandAnswer {
  exitCode: number;
  stdout: string | Buffer;
  stderr: string;
}

export const newTaskState = (): TaskState => ({ steps: [], wanted: 0, archives: 0, tested: false });

const init = "1 S 0 1 /sbin/init\n";

/** An unknown command is told as one: the trial then fails, and the bench with it. */
export async function answerTo(args: readonly string[], state: TaskState): Promise<CommandAnswer> {
  const last = args.at(-1) ?? "";
  const text = args.join("\n");
  if (text.includes("echo processes\n")) return said(`user=\nworkdir=/app\nprocesses\n${init}`);
  if (args.includes(listScript)) return said(init);
  if (text.includes("base64 -d | tar -xpf")) {
    state.archives += 1;
    return said("");
  }
  if (text.includes("\ntar -cf - -C ")) {
    const right = state.tested && state.steps.length === state.wanted && state.steps.every((n, at) => n === at + 1);
    return said(await tarOfFile("verifier/reward.txt", right && state.archives > 0 ? "1\n" : "0\n"));
  }
  if (text.includes("(/tests/test.sh)")) {
    state.tested = true;
    return said("");
  }
  const step = stepOf(last);
  if (step === undefined) return { exitCode: 127, stdout: "", stderr: `not known here: ${last.slice(0, 200)}\n` };
  state.steps.push(step.number);
  state.wanted = step.of;
  return said(`step ${step.number} done\n`);
}

function said(stdout: string | Buffer): CommandAnswer {
  return { exitCode: 0, stdout, stderr: "" };
}
