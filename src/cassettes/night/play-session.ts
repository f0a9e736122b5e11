// A recorded session in the coding agent's place: the same edits, the same commands in between, the same end.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HarnessCommands, ProposeContext } from "../../core/coding-agent.ts";
import { HarnessError } from "../../core/fault.ts";
import { relativePaths } from "../../workspace/layout.ts";
import { applyEdits } from "./apply-edits.ts";
import { readSession, type SessionStep } from "./coding-session.ts";

export interface SessionPlayerOptions {
  folder: string;
  /** agent.ts as it is now, and the digest that it had when it was recorded. */
  onAgent: (agentSource: string, recorded: string) => void;
}

/**
 * What the commands print now is nobody's to read: it changes nothing. Throws config "replay-diverged" where agent.ts is
 * not what was edited, "session-missing" and "session-invalid"; infrastructure "coding-agent-failed" where the recorded
 * one had failed.
 */
export async function playSession(
  { tree, iteration, commands, log }: ProposeContext,
  { folder, onAgent }: SessionPlayerOptions,
): Promise<{ summary: string }> {
  const { steps, end, codingAgent } = await readSession(folder, iteration);
  const who = `iteration ${iteration}`;
  const edit = async ({ edits, agent }: Pick<SessionStep, "edits" | "agent">) => {
    await applyEdits(tree, edits, who);
    if (agent !== null) onAgent(await readFile(join(tree, relativePaths.agentFile), "utf8"), agent);
  };
  for (const step of steps) {
    await edit(step);
    log(`${codingAgent} (recorded): ${[step.command, ...(step.tasks ?? [])].join(" ")}`);
    await run(step, commands);
  }
  await edit(end);
  if ("summary" in end) return { summary: end.summary };
  throw new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message: end.failed });
}

async function run({ command, tasks, statement }: SessionStep, commands: HarnessCommands): Promise<string> {
  switch (command) {
    case "benchmark":
      return await commands.benchmark(tasks);
    case "gate":
      return await commands.gate(statement);
    case "status":
      return await commands.status();
  }
}
