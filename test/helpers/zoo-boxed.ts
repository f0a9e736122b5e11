// A coding animal where the defences are on: a whole iteration in a real box over a fake experiment, beside the same
// listeners and the same planted key, split, journal and trace.

import { command } from "../../src/coding-agents/command.ts";
import type { Upstream } from "../../src/core/model.ts";
import type { IterationRecord } from "../../src/loop/iteration-record.ts";
import { type CodingBoxes, type CodingScene, openCodingScene } from "./coding-scene.ts";
import { testModel } from "./fake-trials.ts";
import { completion } from "./scripted-upstream.ts";
import type { NaiveHost } from "./zoo-naive-host.ts";
import { type CodingAnimal, hostKey, poison } from "./zoo-parts.ts";

export interface BoxedSession {
  record: IterationRecord;
  /** What the program printed, and what its commands answered it. */
  printed: string;
  scene: CodingScene;
  /** What came to the listeners during the session. */
  heard: readonly string[];
  /** What the coding agent's own model calls were, as they left the gateway. */
  prompts: readonly string[];
  /** Files of the person's as they were before. */
  before: Readonly<Record<"agent" | "results" | "learnings", string>>;
  host: NaiveHost;
  /** Containers that are left. */
  leftovers: readonly string[];
}

const person = {
  agent: "agent/agent.ts",
  results: "workspace/results.tsv",
  learnings: "workspace/learnings.md",
} as const;

/** In the box's reach were it on the engine's own network. */
const bridge = "172.17.0.1";

/** Runs the animal's program in its box, and tells what came of it while the scene is still open. */
export async function inBox(
  animal: CodingAnimal,
  { boxes, host, look }: { boxes: CodingBoxes; host: NaiveHost; look: (seen: BoxedSession) => Promise<void> | void },
): Promise<void> {
  const model = gateHolder();
  const options = command.options.parse({ command: "true" });
  const timeoutMs = animal.endless === true ? 8000 : 100_000;
  await using scene = await openCodingScene(boxes, { codingAgent: command, options, upstream: model, timeoutMs });
  const { experiment } = scene;
  await experiment.write(".env", `OPENAI_API_KEY=${hostKey}\n`);
  await experiment.write("workspace/traces/latest/task-a/said.txt", poison);
  options.command = animal.program({
    ...host.place,
    ...{ clone: experiment.layout.root, search: "/", environs: "/proc/[0-9]*/environ" },
    ...{ addresses: ["127.0.0.1", bridge], processes: 1000, megabytes: 600 },
  });
  const files = async () => ({
    agent: await experiment.read(person.agent),
    results: await experiment.read(person.results),
    learnings: await experiment.read(person.learnings),
  });
  const before = await files();
  const [heardBefore, askedBefore] = [host.heard.length, model.asked.length];
  model.holds = animal.holdsTheGate === true;
  experiment.ran();
  const record = await scene.go();
  const lines = (await scene.transcript()).trim().split("\n");
  const printed = lines.flatMap((line) => {
    const { kind, value } = JSON.parse(line) as { kind: string; value: string };
    return kind === "stdout" || kind === "stderr" ? [value] : [];
  });
  await look({
    ...{ record, printed: printed.join("\n"), scene, before, host },
    heard: host.heard.slice(heardBefore),
    prompts: model.asked.slice(askedBefore).filter((prompt) => !isTrial(prompt)),
    leftovers: await boxes.docker.leftovers(),
  });
}

/** Trials of the gate wait, where it holds, until the coding agent says "swapped"; it may ask when one has begun. */
function gateHolder(): Upstream & { asked: string[]; holds: boolean } {
  const began = Promise.withResolvers<void>();
  const swapped = Promise.withResolvers<void>();
  const answer = completion("hello");
  const upstream = {
    ...{ name: "zoo", digest: "zoo", asked: [] as string[], holds: false },
    async complete(...[{ body }, options]: Parameters<Upstream["complete"]>) {
      const text = Buffer.from(body).toString();
      upstream.asked.push(text);
      if (text.includes("has the gate begun")) await began.promise;
      if (text.includes("swapped")) swapped.resolve();
      if (upstream.holds && isTrial(text)) {
        began.resolve();
        await swapped.promise;
      }
      return await answer({ model: testModel }, options);
    },
  };
  return upstream;
}

/** What the fake benchmark asks its model in a trial. */
function isTrial(prompt: string): boolean {
  return prompt.includes('"do task-');
}
