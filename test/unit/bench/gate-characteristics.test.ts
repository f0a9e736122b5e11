import { describe, expect, test } from "vitest";
import {
  agentOf,
  edited,
  mixes,
  named,
  runOnce,
  shifted,
  trueMean,
} from "../../../bench/gate-characteristics/agents.ts";
import { cells } from "../../../bench/gate-characteristics/cells.ts";
import { drive, type Simulated } from "../../../bench/gate-characteristics/drive.ts";
import { type Figure, figuresOf, isMet, meanAndError } from "../../../bench/gate-characteristics/figures.ts";
import { openGateProcess } from "../../../bench/gate-characteristics/gate-process.ts";
import { proposals } from "../../../bench/gate-characteristics/nights.ts";
import { render } from "../../../bench/gate-characteristics/render.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";

const signal = new AbortController().signal;
const tasks = named("t", 40);

describe("simulated agents", () => {
  test.each(mixes)("with $name are of middling strength", (mix) => {
    const agent = agentOf(tasks, mix, seededRandom(mix.name));
    expect(trueMean(agent)).toBeGreaterThan(0.3);
    expect(trueMean(agent)).toBeLessThan(0.7);
  });

  test.each([-0.2, -0.03, 0.05, 0.1])("change by what is asked for: %d", (effect) => {
    const random = seededRandom(`effect ${effect}`);
    const agent = agentOf(tasks, { name: "", sure: 0.35, hopeless: 0.35 }, random);
    expect(trueMean(edited(agent, effect, random)) - trueMean(agent)).toBeCloseTo(effect, 12);
    expect(trueMean(shifted(agent, effect)) - trueMean(agent)).toBeCloseTo(effect, 12);
  });

  test("lose a run only when all its executions fail", () => {
    const random = seededRandom("faults");
    const agent = new Map([["a", 1]]);
    const runs = (chance: number, retries: number) =>
      Array.from({ length: 2000 }, () => runOnce(agent, "a", { faults: { chance, retries }, random }));
    expect(runs(0.5, 0).filter((reward) => reward === null).length / 2000).toBeCloseTo(0.5, 1);
    expect(runs(0.5, 2).filter((reward) => reward === null).length / 2000).toBeCloseTo(0.125, 1);
    expect(new Set(runs(0, 0))).toEqual(new Set([1]));
  });

  test("are proposed in shares that add up to one", () => {
    expect(proposals.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

test("many simulations at once get their own answers, and results in their own order", async () => {
  function* counting(index: number): Simulated<number[]> {
    const answers: number[] = [];
    for (let step = 0; step <= index % 4; step++) {
      const answer = yield { index, step };
      answers.push(Number(answer["double"]));
    }
    return answers;
  }
  const gate = {
    ask: async (requests: readonly object[]) =>
      requests.map((request) => ({ double: 2 * (request as { index: number }).index })),
  };
  const simulated = Array.from({ length: 250 }, (_, index) => counting(index));
  const results = await drive(gate, simulated);
  expect(results).toEqual(simulated.map((_, index) => Array.from({ length: (index % 4) + 1 }, () => 2 * index)));
});

describe("a process that speaks gate/1", () => {
  const program = (code: string) => [process.execPath, "--eval", code];

  test("that ends too early is named", async () => {
    await using gate = openGateProcess(program("process.exit(0)"), { signal });
    await expect(gate.ask([{}])).rejects.toThrow(/ended before it had answered/);
  });

  test("that answers with an error is believed", async () => {
    const code = `process.stdin.on("data", () => console.log('{"action":"error","error":"no op"}'))`;
    await using gate = openGateProcess(program(code), { signal });
    await expect(gate.ask([{}])).rejects.toThrow(/could not read a request: no op/);
  });

  test("that is not there is an error, not a wait", async () => {
    await using gate = openGateProcess(["/nowhere/gate"], { signal });
    await expect(gate.ask([{}])).rejects.toThrow();
  });
});

describe("figures", () => {
  const figure: Figure = {
    ...{ title: "x", measure: "accepted", tasks: 16, value: 0.055, error: 0.01, count: 100 },
    required: { atMost: 0.05 },
  };

  test.each<[string, Partial<Figure>, boolean, boolean]>([
    ["a point above what is allowed", {}, true, true],
    ["more than a point above", { value: 0.065 }, false, true],
    ["far above", { value: 0.2 }, false, false],
    ["a point below what is asked for", { value: 0.195, required: { atLeast: 0.2 } }, true, true],
    ["more than a point below", { value: 0.185, required: { atLeast: 0.2 } }, false, true],
    ["nothing required", { required: null }, true, true],
    ["a gain", { measure: "gain", value: 0.001, required: { above: 0 } }, true, true],
    ["no gain", { measure: "gain", value: 0, required: { above: 0 } }, false, true],
  ])("%s", (_words, given, full, short) => {
    const one = { ...figure, ...given };
    expect([isMet(one, { short: false }), isMet(one, { short: true })]).toEqual([full, short]);
  });

  test("of a cell are shares of its decisions, with their errors", () => {
    const cell = cells.find(({ title, tasks: size }) => title === "−20 points" && size === 35);
    if (cell === undefined) throw new Error("no such cell");
    const played = [9, 18].map((runs) => ({
      ...({ verdict: "rejected", reason: "harm", look: 0, runs, suiteRewards: new Map() } as const),
    }));
    const common = { title: "−20 points", tasks: 35, count: 2 } as const;
    expect(figuresOf(cell, played)).toEqual([
      { ...common, measure: "accepted", value: 0, error: 0, required: null },
      {
        ...common,
        ...{ measure: "runs", value: expect.closeTo(0.3, 12), error: expect.closeTo(0.1, 12) },
        required: { atMost: 0.55 },
      },
    ]);
    expect(meanAndError([1, 2, 3])).toEqual({ value: 2, error: Math.sqrt(1 / 3) });
  });

  test("that are missed are marked in the table", () => {
    const figures = [figure, { ...figure, tasks: 35 as const, value: 0.2 }];
    const lines = render({ short: false, figures, nights: new Map() });
    expect(lines[2]).toBe("| x | accepted | 5.5 ± 1.0 (≤ 5) | 20.0 ± 1.0 (≤ 5, **missed**) | – |");
  });
});
