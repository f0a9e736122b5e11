// Runs once, when the image is built: node warm.js <home>. Plays one short agent phase on the real runtime, so that the
// compile cache holds what a box loads and calls: the runtime, the packages, a model call plain and streamed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelHandler } from "../../core/model.ts";
import { runCandidate } from "../run-candidate.ts";
import { spawnBox } from "./spawn-box.ts";

const home = process.argv[2] ?? ".";
const packages = Object.keys(JSON.parse(readFileSync(join(home, "packages", "packages.json"), "utf8")));

const candidate = `${packages.map((name) => `import ${JSON.stringify(name)};`).join("\n")}
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

const message = { role: "assistant", content: "warm" };

const model: ModelHandler = async ({ body }) => {
  const streamed = Buffer.from(body).includes('"stream":true');
  const choice = { index: 0, finish_reason: "stop" };
  const plain = { id: "1", object: "chat.completion", choices: [{ ...choice, message }] };
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

await using box = spawnBox(home, { cwd: "/tmp", env: { ...process.env } as Record<string, string> });
const end = await runCandidate({
  main: box,
  candidate,
  interface: "terminal",
  start: { instruction: "warm up", context: { model: "warm", reasoningEffort: null } },
  methods: { exec: async () => ({ result: { exitCode: 0, stdout: "", stderr: "", timedOut: false } }) },
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
