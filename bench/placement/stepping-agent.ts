// An agent whose own work takes no time: so many model calls and so many commands in turn, the last of which does the task.

import type { Upstream } from "../../src/core/model.ts";
import { sha256 } from "../../src/lib/digest.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { chatAnswer } from "../trial-cost/zero-latency-model.ts";

export interface Steps {
  calls: number;
  commands: number;
}

export function steppingAgent({ calls, commands }: Steps): Extract<TrialAgent, { kind: "candidate" }> {
  const code = `import OpenAI from "openai";
export class HarnessAgent {
  static name = "stepping";
  version = "1";
  async setup() {}
  async run(instruction, environment, context) {
    const client = new OpenAI({ maxRetries: 0 });
    const messages = [{ role: "user", content: instruction }];
    for (let step = 0; step < ${Math.max(calls, commands)}; step++) {
      if (step < ${calls}) await client.chat.completions.create({ model: context.model, messages });
      if (step < ${commands - 1}) await environment.exec("true");
    }
    await environment.exec(/^ {4}(.+)$/m.exec(instruction)[1]);
  }
}
`;
  return { kind: "candidate", code, digest: sha256(code) };
}

export const agreeingModel: Upstream = {
  name: "bench",
  digest: "bench",
  async complete(_request, { signal }) {
    signal.throwIfAborted();
    return chatAnswer({ content: "Go on." }, "stop");
  },
};
