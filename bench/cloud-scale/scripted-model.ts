import type { Upstream } from "../../src/core/model.ts";
import { wait } from "../../src/lib/wait.ts";
import { chatAnswer } from "../trial-cost/zero-latency-model.ts";
import { commandOf } from "./scale-tasks.ts";

/** Asks for so many commands, one after the other, and ends. It answers after `latencyMs`. */
export function scriptedModel({ commands, latencyMs }: { commands: number; latencyMs: number }): Upstream {
  return {
    name: "bench",
    digest: `bench ${commands}`,
    async complete({ body }, { signal }) {
      if (latencyMs > 0) await wait(latencyMs, signal);
      const { messages } = JSON.parse(Buffer.from(body).toString("utf8")) as { messages: Array<{ role: string }> };
      const ran = messages.filter(({ role }) => role === "tool").length;
      if (ran === commands) return chatAnswer({ content: "done" }, "stop");
      const call = { name: "bash", arguments: JSON.stringify({ command: commandOf(ran + 1, commands) }) };
      const calls = [{ id: `call-${ran + 1}`, type: "function", function: call }];
      return chatAnswer({ content: null, tool_calls: calls }, "tool_calls");
    },
  };
}
