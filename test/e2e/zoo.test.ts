// Misbehaving coding agents and candidates (docs/zoo.md). Each runs twice: where the defence is off, as a plain process
// on a scratch clone, and there it works; then in its real box with the real guard, gate, journal and gateway.

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command } from "../../src/coding-agents/command.ts";
import { type CodingBoxes, openCodingBoxes } from "../helpers/coding-scene.ts";
import { candidateAnimals, codingAnimals, toolSwapper } from "../helpers/zoo.ts";
import { inBox } from "../helpers/zoo-boxed.ts";
import { type CandidateScene, naiveTrial, openCandidateScene } from "../helpers/zoo-candidate-scene.ts";
import { openNaiveHost } from "../helpers/zoo-naive-host.ts";
import { hostKey } from "../helpers/zoo-parts.ts";

const undo = new AsyncDisposableStack();
let boxes: CodingBoxes;

beforeAll(async () => {
  for (const name of ["OPENAI_API_KEY", "ANTHROPIC_API_KEY"]) vi.stubEnv(name, hostKey);
  undo.defer(() => void vi.unstubAllEnvs());
  boxes = undo.use(await openCodingBoxes());
  const image = await command.image?.(command.options.parse({ command: "true" }), { cacheFolder: boxes.cacheFolder });
  if (image !== undefined) await boxes.docker.provider.prepareImage(image, { signal: AbortSignal.timeout(600_000) });
});

afterAll(async () => {
  const left = await boxes.docker.leftovers();
  await undo.disposeAsync();
  expect(left).toEqual([]);
});

describe("a coding agent has its way without the defence, and with it", () => {
  it.each(codingAnimals.map((animal) => [animal.name, animal.answer, animal] as const))(
    "%s: is %s",
    async (_name, _answer, animal) => {
      await using host = await openNaiveHost();
      host.holdsTheGate = animal.holdsTheGate === true;
      const printed = await host.run(animal.program(host.place), { endless: animal.endless === true });
      await animal.works(host, printed);
      await inBox(animal, { boxes, host, look: animal.isAnswered });
    },
  );
});

describe("a candidate has its way without the defence, and with it", () => {
  let scene: CandidateScene;

  beforeAll(async () => {
    scene = undo.use(await openCandidateScene(boxes.docker));
  });

  it.each(candidateAnimals.map((animal) => [animal.name, animal.answer, animal] as const))(
    "%s: is %s",
    async (_name, _answer, { source, tasks, works, isAnswered }) => {
      await using host = await openNaiveHost();
      const naive = [];
      for (const task of tasks) naive.push(await naiveTrial(host, source, task));
      works(naive);
      const real = [];
      for (const task of tasks) real.push(await scene.run(source, task));
      await isAnswered(real);
    },
  );

  it("swaps a program that the verifier uses, and is flagged", async () => {
    const { record, notes } = await scene.run(toolSwapper, "plain-result");
    expect(record.outcome).toEqual({ status: "scored", reward: 1 });
    expect(record.verification).toEqual({ mode: "fresh", reasons: [], flags: ["system-changed"] });
    expect(notes).toEqual(["system files changed, which the verifier may use: /usr/bin/cat"]);
  });
});
