// The main process of a played agent's box: the channel as our runtime speaks it, with the agent that is shipped in few
// lines. It asks the model, runs what the model wants, and ends when the model wants nothing more.

import type { Readable, Writable } from "node:stream";
import { readAll } from "../../src/channel/byte-stream.ts";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import { openPeer } from "../../src/channel/peer.ts";

interface Reply {
  content: string | null;
  tool_calls?: Array<{ id: string; function: { arguments: string } }>;
}

/** Returns when it has answered its start, or its input has ended. */
export async function runScriptedAgent(
  input: Readable,
  output: Writable,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const done = Promise.withResolvers<void>();
  const peer = openPeer({
    ...{ input, output, receive: toBox, send: fromBox },
    methods: {
      async start(params) {
        try {
          await work(params as { instruction: string; context: { model: string } });
          return { result: null };
        } finally {
          setImmediate(done.resolve);
        }
      },
    },
  });
  const work = async ({ instruction, context }: { instruction: string; context: { model: string } }) => {
    const messages: object[] = [{ role: "user", content: instruction }];
    for (;;) {
      const body = Buffer.from(JSON.stringify({ model: context.model, messages }));
      const head = { method: "POST", path: "/v1/chat/completions", headers: {} };
      const answer = await peer.request("model", head, { signal, body });
      const text = Buffer.from(await readAll(answer.body)).toString("utf8");
      const reply = (JSON.parse(text) as { choices: Array<{ message: Reply }> }).choices[0]?.message;
      if (reply === undefined) throw new Error(`the model gave no choice: ${text}`);
      messages.push(reply);
      const [call] = reply.tool_calls ?? [];
      if (call === undefined) return;
      const { result } = await peer.request("exec", JSON.parse(call.function.arguments), { signal });
      const { stdout } = result as { stdout: string };
      messages.push({ role: "tool", tool_call_id: call.id, content: stdout });
    }
  };
  await peer.request("ready", { node: process.version }, { signal });
  await Promise.race([done.promise, peer.closed]);
  await peer.settled();
}
