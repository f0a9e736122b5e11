// A benchmark of one's own: any program that names its tasks and gives each a reward (docs/own-benchmark.md).

import { basename, resolve } from "node:path";
import { defineBenchmark } from "../../core/benchmark.ts";
import { agentSide } from "./agent-side.ts";
import { AskTrial } from "./ask-trial.ts";
import { BesideTrial } from "./beside-trial.ts";
import { type CommandTask, loadCommandTasks } from "./load.ts";
import { type CommandOptions, commandOptions } from "./options.ts";
import { withId } from "./with-id.ts";

export const command = defineBenchmark<CommandOptions, CommandTask>({
  name: "command",
  options: commandOptions,
  agentImage: "agent",
  simulatesUser: false,
  ownBox: true,
  load: loadCommandTasks,
  images: ({ image }) => [image],
  boxes: ({ box, image, agentPlace }) => ({
    ...{ boxes: [{ ...box, image }], project: false },
    ...(agentPlace === "program-box" ? { agentInside: "agent_place: program-box" } : {}),
  }),
  async open(task, { openBox }) {
    const beside = task.agentPlace === "program-box";
    const line = beside ? ["sh", "-c", agentSide.main] : withId(task.runCommand, task.id);
    const spec = { ...task.box, image: task.image, main: { command: line, attach: true } };
    const box = await openBox(spec, "task");
    return beside ? new BesideTrial(task, box) : new AskTrial(task, box);
  },
  texts: async ({ texts }) => texts,
  ownName: ({ program_folder }) => basename(resolve(program_folder)),
  scoreFacts: ({ run_command, agent_place }, tasks) => {
    const image = tasks[0]?.image;
    return {
      label: agent_place === "own-box" ? "" : "the agent runs beside the program that scores it",
      facts: { run_command, agent_place, program: image?.kind === "build" ? image.digest : "none" },
    };
  },
});
