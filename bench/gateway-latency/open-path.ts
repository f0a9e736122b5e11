// The product's own way of a model call: the runtime of a box, the channel, a lease of the gateway, an upstream.

import { runCandidate } from "../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { ModelGateway } from "../../src/core/model.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { compatible } from "../../src/gateway/upstreams/families.ts";
import { liveUpstream } from "../../src/gateway/upstreams/live-upstream.ts";
import { boxHome, openLocalBox } from "../../test/helpers/local-box.ts";

export interface Path {
  /** The provider itself. */
  direct: string;
  /** Runs code in a fresh box, with `send(url, path, body)` at hand; what it prints, line by line as JSON. */
  play(code: string): Promise<unknown[]>;
  gateway: ModelGateway;
}

/** As long as an agent's conversation after some turns: 20 kB. */
const messages = Array.from({ length: 20 }, (_message, index) => ({
  role: index % 2 === 0 ? "user" : "assistant",
  content: "a thousand characters of what was said before ".repeat(21),
}));

const prelude = `
  const messages = ${JSON.stringify(messages)};
  const own = process.env.OPENAI_BASE_URL;
  async function send(base: string, path: string, extra: object): Promise<string> {
    const body = JSON.stringify({ model: "m", max_tokens: 100, messages, ...extra });
    const answer = await fetch(base + path, { method: "POST", headers: { "content-type": "application/json" }, body });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(answer.status + " " + text.slice(0, 500));
    return text;
  }
`;

export async function openPath(baseUrl: string, { signal }: { signal: AbortSignal }): Promise<Path> {
  const home = await boxHome();
  const upstream = liveUpstream(compatible, { baseUrl, key: "sk-of-the-bench" });
  const gateway = openGateway({
    ...{ upstreamFor: () => upstream, prices: {}, budget: { costUsd: null, deadline: null } },
    say: (line) => console.error(line),
  });
  return {
    ...{ direct: baseUrl, gateway },
    async play(code) {
      const limits = { maxModelCalls: Number.MAX_SAFE_INTEGER, maxOutputTokens: null, maxCostUsd: null };
      const lease = gateway.lease({ pinned: { model: "m" }, seed: "", limits });
      const lines: string[] = [];
      await using box = await openLocalBox(home);
      const end = await runCandidate({
        main: box,
        candidate: stripCandidate(`export class HarnessAgent { async run() { ${prelude}${code} } }`).code,
        interface: "terminal",
        start: { instruction: "", context: { model: "m", reasoningEffort: null } },
        methods: {},
        model: lease.handler,
        onEvent: (event) => {
          if (event.type === "log") lines.push(event.text);
        },
        timeoutMs: 600_000,
        signal,
      });
      if (end.how !== "finished") throw new Error(`the box ended otherwise: ${end.code} ${end.detail}`);
      const fault = lease.fault();
      if (fault !== null) throw fault;
      return lines.map((line) => JSON.parse(line) as unknown);
    },
  };
}
