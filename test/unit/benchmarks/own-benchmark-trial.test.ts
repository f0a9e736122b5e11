// A program that asks and an agent that answers, both real processes, with the host between them.

import { beforeAll, describe, expect, it } from "vitest";
import { AskTrial } from "../../../src/benchmarks/command/ask-trial.ts";
import type { CommandTask } from "../../../src/benchmarks/command/load.ts";
import { withId } from "../../../src/benchmarks/command/with-id.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { AgentEnd, TraceEvent } from "../../../src/core/trial.ts";
import type { Verification } from "../../../src/core/verification.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { chatAnswer, scriptedModel } from "../../helpers/scripted-model.ts";

const signal = new AbortController().signal;
let home = "";

beforeAll(async () => {
  home = await boxHome();
});

interface Play {
  program: string;
  /** The body of run(question, context); null: nobody plays. */
  agent?: string | null;
  oracle?: string;
  agentMs?: number;
  programMs?: number;
  id?: string;
}

interface Played extends Verification {
  end: AgentEnd | null;
  turns: unknown[][];
  logs: string[];
}

const preamble = `
import { createInterface } from "node:readline";
const [id] = process.argv.slice(2).filter((word) => word !== "--oracle");
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (question) => {
  console.log(JSON.stringify({ ask: question }));
  return JSON.parse((await lines.next()).value).answer;
};
const give = (reward) => { console.log(JSON.stringify({ [id]: reward })); process.exit(0); };
`;

async function play({ program, agent = null, oracle, agentMs = 60_000, programMs = 60_000, id = "t1" }: Play) {
  const provider = openFakeProvider({
    files: { "/program/bench.mjs": `${preamble}${program}`, "/program/oracle.mjs": oracle ?? "" },
  });
  const task: CommandTask = {
    ...{ id, digest: "d", agentTimeoutMs: agentMs, verifierTimeoutMs: programMs, notes: [], agentPlace: "own-box" },
    image: { kind: "image", reference: "none" },
    texts: {},
    runCommand: "node program/bench.mjs",
    ...{ oracleCommand: "node program/oracle.mjs", oracle: true },
    box: { network: "none", profile: "task", limits: {} },
  };
  const labels = { owner: "o", job: "j", trial: "t", role: "task" } as const;
  const main = { command: withId(task.runCommand, id), attach: true };
  await using trial = new AskTrial(
    task,
    await provider.open({ ...task.box, image: task.image, main, labels }, { signal }),
  );
  const events: TraceEvent[] = [];
  let end: AgentEnd | null = null;
  if (oracle !== undefined) end = await trial.runOracle({ signal });
  if (agent !== null) {
    await using box = await openLocalBox(home);
    const source = `import OpenAI from "openai";
export class HarnessAgent { seen = 0; async run(question: any, context: any): Promise<any> { ${agent} } }`;
    end = await trial.run({
      agent: box,
      nextAgent: () => Promise.reject(new Error("one agent is enough")),
      candidate: stripCandidate(source).code,
      model: {
        name: "some-model",
        reasoningEffort: null,
        handler: scriptedModel([chatAnswer({ content: "4" })]).handler,
      },
      user: null,
      limits: { agentTimeoutMs: agentMs },
      waitedMs: () => 0,
      onEvent: (event) => events.push(event),
      signal,
    });
  }
  const verification = await trial.verify({ signal });
  const turns = events.flatMap((event) => (event.type === "turn" ? [[event.messages, event.reply]] : []));
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  return { ...verification, end, turns, logs } satisfies Played;
}

const finished = { how: "finished", code: "finished", detail: "" };
const sum = "give((await ask('2 + 2?')) === '4' ? 1 : 0);";

describe("a program that asks", () => {
  it("scores what the agent answers with a model's help, and both stand on the trace", async () => {
    const agent = `const { choices } = await new OpenAI().chat.completions.create({ model: context.model, messages: [{ role: "user", content: question }] });
      return choices[0].message.content;`;
    expect(await play({ program: sum, agent })).toEqual({
      ...{ end: finished, reward: 1, notes: [], timedOut: false, output: '{"t1":1}\n', logs: [] },
      turns: [[[{ role: "user", content: "2 + 2?" }], { content: "4", toolCalls: [] }]],
    });
  });

  it("asks as often as it likes, in any JSON; one object answers all of a task", async () => {
    const program = `let all = [];
      for (const n of [1, 2, 3]) all.push(await ask({ n, list: [n] }));
      console.log("heard", JSON.stringify(all)); console.error("and done"); give(0.5);`;
    const played = await play({ program, agent: "this.seen += question.n; return { seen: this.seen };" });
    expect(played).toMatchObject({ end: finished, reward: 0.5, notes: [] });
    expect(played.output).toContain('heard [{"seen":1},{"seen":3},{"seen":6}]\n');
    expect(played.output).toContain("and done\n");
    expect(played.turns).toHaveLength(3);
  });

  it("gets its task's id as one argument, whatever is in it", async () => {
    const id = `a b"$(exit 3)';\`x`;
    expect(await play({ id, program: "give(await ask(1));", agent: "return 1;" })).toMatchObject({ reward: 1 });
  });

  it("may ask ahead", async () => {
    const program = `console.log('{"ask": 1}\\n{"ask": 2}');
      const first = JSON.parse((await lines.next()).value).answer, second = JSON.parse((await lines.next()).value).answer;
      give(first === 10 && second === 20 ? 1 : 0);`;
    expect(await play({ program, agent: "return question * 10;" })).toMatchObject({ reward: 1 });
  });

  it("may give a reward without a question", async () => {
    expect(await play({ program: "give(1);", agent: "return 1;" })).toMatchObject({
      end: finished,
      reward: 1,
      turns: [],
    });
  });
});

describe("nobody's answer", () => {
  it("is an empty text, for a trial that no agent plays", async () => {
    expect(await play({ program: "give((await ask(1)) === '' && (await ask(2)) === '' ? 0.25 : 0);" })).toMatchObject({
      ...{ reward: 0.25, timedOut: false, notes: [] },
    });
  });

  it("is what a program hears of an agent that has crashed, left or run out of time", async () => {
    const program = "const all = [await ask(1), await ask(2), await ask(3)]; give(all.join() === 'a,,' ? 0.25 : 0);";
    const first = "if (question === 1) return 'a';";
    const crashed = await play({ program, agent: `${first} throw new Error("no idea");` });
    expect(crashed).toMatchObject({ reward: 0.25, end: { how: "crashed", code: "candidate-threw" } });
    const left = await play({ program, agent: `${first} process.exit(7);` });
    expect(left).toMatchObject({ reward: 0.25, end: { how: "crashed", code: "exited-7" } });
    const late = await play({
      program,
      agent: `${first} await new Promise(() => setTimeout(() => 0, 60_000));`,
      agentMs: 8000,
    });
    expect(late).toMatchObject({ reward: 0.25, end: { how: "limit", code: "time-limit" } });
  });

  it.each([
    ["undefined", "return undefined;", /is not JSON: it is undefined/],
    ["a ring", "const ring = {}; ring.ring = ring; return ring;", /is not JSON: .*circular/],
    ["too deep", "let deep = 1; for (let i = 0; i < 40; i++) deep = [deep]; return deep;", /nested deeper than 32/],
    ["too long", "return 'x'.repeat(2_000_000);", /too long/],
  ])("stands for one that can't be passed on: %s", async (_what, agent, detail) => {
    const played = await play({ program: "give((await ask(1)) === '' ? 0 : 1);", agent });
    expect(played).toMatchObject({
      reward: 0,
      end: { how: "crashed", code: "bad-reply", detail: expect.stringMatching(detail) },
    });
  });
});

describe("time", () => {
  it("of the program is not the agent's", async () => {
    const program = "await new Promise((resolve) => setTimeout(resolve, 4000)); give(await ask(1));";
    expect(await play({ program, agent: "return 1;", agentMs: 3000 })).toMatchObject({ end: finished, reward: 1 });
  });

  it.each([
    ["while the agent waits for a question", "await ask(1); setTimeout(() => 0, 600_000);"],
    ["once it has given its reward", `await ask(1); console.log('{"t1": 1}'); setTimeout(() => 0, 600_000);`],
  ])("of the program ends: %s", async (_when, program) => {
    const played = await play({ program, agent: "return 1;", programMs: 1000 });
    expect(played).toMatchObject({
      ...{ reward: null, timedOut: true, end: { code: "program-timeout" } },
      notes: ["program: its 1 s were over", "program: was stopped before it ended"],
    });
  });
});

describe("a reward", () => {
  // What an agent says is data; a program that prints it as it is lets it say what a reward looks like.
  const echo = "const answer = await ask(1); console.log(answer); give(0);";

  it("that an agent puts into the mouth of a program that repeats it makes two, and so none", async () => {
    expect(await play({ program: echo, agent: `return '{"t1": 1}';` })).toMatchObject({
      ...{ reward: null, notes: ["program: gave 2 rewards to t1; expected one line"] },
    });
    expect(await play({ program: echo, agent: "return 'no idea';" })).toMatchObject({ reward: 0, notes: [] });
  });

  it("of a program that did not come to its end is none", async () => {
    const played = await play({
      program: `console.log('{"t1": 1}'); await ask(1); throw new Error("broken");`,
      agent: "return 1;",
    });
    expect(played).toMatchObject({ reward: null, notes: ["program: exited 1"] });
    expect(played.output).toContain("Error: broken");
  });
});

describe("the oracle", () => {
  it("answers in the order of the questions", async () => {
    const program = "give((await ask(1)) === 'one' && (await ask(2)) === 2 && (await ask(3)) === '' ? 1 : 0);";
    const oracle = `console.log('{"answer": "one"}\\nsome log\\n{"answer": 2}');`;
    expect(await play({ program, oracle })).toMatchObject({ reward: 1, end: { code: "oracle", detail: "" } });
  });

  it("says why it knew nothing", async () => {
    const program = "give((await ask(1)) === '' ? 0 : 1);";
    expect(await play({ program, oracle: "process.exit(4);" })).toMatchObject({
      ...{ reward: 0, end: { code: "oracle", detail: expect.stringContaining("oracle_command exited 4") } },
    });
    expect(await play({ program, oracle: "1;" })).toMatchObject({
      end: { detail: 'oracle_command printed no line {"answer": …}' },
    });
  });
});
