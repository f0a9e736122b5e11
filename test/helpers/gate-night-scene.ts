// A person's experiment on the tiny tasks: a coding agent that makes one edit of a list in each iteration.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Upstream } from "../../src/core/model.ts";
import { type CliScene, openCliScene } from "./cli-scene.ts";
import { codingModel } from "./coding-model.ts";
import { agentWithPlaces, type Edit, lineOf, placeOf } from "./gate-night-agent.ts";
import { type Kind, writeLuckTasks } from "./gate-night-tasks.ts";
import { openAiServer } from "./openai-server.ts";

export interface GateNightOptions {
  /** Edit n is iteration n's. */
  edits: readonly Edit[];
  tasks: Readonly<Partial<Record<Kind, number>>>;
  /** More lines of the config. */
  config: readonly string[];
}

export async function openGateNight({ edits, tasks, config }: GateNightOptions): Promise<CliScene> {
  await using undo = new AsyncDisposableStack();
  const scene = undo.use(await openCliScene());
  const server = undo.use(await openAiServer({ coder: editor(edits) }));
  await writeLuckTasks(join(scene.folder, "tasks"), tasks);
  await mkdir(join(scene.folder, "agent"));
  await writeFile(join(scene.folder, "agent/agent.ts"), agentWithPlaces(edits.length));
  const lines = [
    ...["benchmark: terminal-bench", "dataset: tasks", "agent_model: rehearsal/luck", "coding_agent_model: coder"],
    ...[`base_url: ${server.baseUrl}`, "prices: { coder: { input: 1, output: 1 } }", "budget_usd: 100"],
    ...config,
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${lines.join("\n")}\n`);
  const owned = undo.move();
  return { ...scene, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

/** Reads the iteration from what it is told. */
function editor(edits: readonly Edit[]): Upstream {
  const models = edits.map((edit, at) => {
    const texts = { old_text: placeOf(at + 1), new_text: lineOf(edit, at + 1) };
    return codingModel([
      { tool: "edit_file", args: { path: "agent/agent.ts", ...texts } },
      { tool: "gate", args: {} },
    ]);
  });
  return {
    name: "coder",
    digest: "coder",
    async complete(request, options) {
      const iteration = Number(/This is iteration (\d+)\./.exec(Buffer.from(request.body).toString())?.[1]);
      const model = models[iteration - 1];
      if (model === undefined) throw new Error(`no edit for iteration ${iteration}`);
      return await model.complete(request, options);
    },
  };
}
