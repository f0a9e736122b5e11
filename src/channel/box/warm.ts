// Runs once, when the image is built: node warm.js <home>. Plays a short agent phase on the real runtime, so that the
// compile cache holds what a box loads and calls: the runtime, the packages, a model call plain and streamed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelHandler } from "../../core/model.ts";
import { runCandidate } from "../run-candidate.ts";
import { spawnBox } from "./spawn-box.ts";

const home = process.argv[2] ?? ".";
const packages = namesIn("packages.json");
const imports = packages.map((name) => `import ${JSON.stringify(name)};`).join("\n");

const terminal = `${imports}
import OpenAI from "openai";
export class HarnessAgent {
  async run(instruction, environment, context) {
    await environment.exec("true");
    const client = new OpenAI({ maxRetries: 0 });
    const messages = [{ role: "user", content: instruction }];
    await client.chat.completions.create({ model: context.model, messages });
    for await (const _ of await client.chat.completions.create({ model: context.model, messages, stream: true }));
  }
}`;

const adk = `${imports}
import { FunctionTool, LlmAgent } from "@google/adk";
import { z } from "zod";
export function buildAgent(mode, environment, { model }) {
  const execute = ({ sql }) => environment.executeSql(sql);
  const tool = new FunctionTool({ name: "execute_sql", description: "-", parameters: z.object({ sql: z.string() }), execute });
  return new LlmAgent({ name: "warm", model, instruction: "{word}", tools: [tool], generateContentConfig: { temperature: 0 } });
}`;

const phases: Readonly<Record<string, { candidate: string; start: object }>> = {
  terminal: { candidate: terminal, start: { instruction: "warm up" } },
  adk: { candidate: adk, start: { mode: "a-interact", message: "warm up", state: { word: "warm" } } },
};

const message = { role: "assistant", content: "warm" };
const execute = { name: "execute_sql", arguments: '{"sql":"-"}' };
const calling = { ...message, content: null, tool_calls: [{ id: "1", type: "function", function: execute }] };

const model: ModelHandler = async ({ body }) => {
  const asked = Buffer.from(body);
  const streamed = asked.includes('"stream":true');
  const choice = { index: 0, finish_reason: "stop" };
  const said = asked.includes('"execute_sql"') && !asked.includes('"role":"tool"') ? calling : message;
  const plain = { id: "1", object: "chat.completion", choices: [{ ...choice, message: said }] };
  const chunk = { id: "1", object: "chat.completion.chunk", choices: [{ ...choice, delta: message }] };
  const text = streamed ? `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n` : JSON.stringify(plain);
  return {
    status: 200,
    headers: { "content-type": streamed ? "text/event-stream" : "application/json" },
    body: (async function* () {
      yield Buffer.from(text);
    })(),
  };
};

const context = { model: "warm", reasoningEffort: null };
const special = namesIn("interfaces.json");
for (const name of special.length === 0 ? ["terminal"] : special) {
  const phase = phases[name];
  if (phase === undefined) throw new Error(`nothing is known that would warm up the interface ${name}`);
  await using box = spawnBox(home, { cwd: "/tmp", env: { ...process.env } as Record<string, string> });
  const end = await runCandidate({
    ...{ main: box, candidate: phase.candidate, interface: name, start: { ...phase.start, context } },
    methods: {
      exec: async () => ({ result: { exitCode: 0, stdout: "", stderr: "", timedOut: false } }),
      tool: async () => ({ result: { result: "warm", ended: false } }),
      turn: async () => ({ result: { closed: "it is warm" } }),
    },
    model,
    onEvent: () => {},
    timeoutMs: 60_000,
    signal: AbortSignal.timeout(60_000),
  });
  await box.exited;
  if (end.how !== "finished") {
    console.error(`the agent's image does not work: ${end.code}: ${end.detail}`);
    process.exitCode = 1;
  }
}

/** Of a list in packages/. */
function namesIn(file: string): string[] {
  return Object.keys(JSON.parse(readFileSync(join(home, "packages", file), "utf8")));
}
