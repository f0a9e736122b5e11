// Many leases of one gateway over a provider whose answers depend on the time, which is a virtual one.

import type { ModelLease, ModelResponse, Upstream } from "../../src/core/model.ts";
import { type GatewayOptions, openGateway } from "../../src/gateway/gateway.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";
import { chatRequest, completion, type ScriptedAnswer, textOfBody } from "./scripted-upstream.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

export interface Attempt {
  /** What was said, which tells the calls apart. */
  text: string;
  atMs: number;
  underWay: number;
  status: number;
}

export interface GatewayScene {
  clock: VirtualClock;
  gateway: ReturnType<typeof openGateway>;
  said: string[];
  attempts: Attempt[];
  lease: (options?: { onWait?: () => Disposable }) => ModelLease;
  /** The status of the answer. */
  call: (lease: ModelLease, text: string, signal?: AbortSignal) => Promise<number>;
}

/** `latencyMs`: of an answer; what is no success comes at once. */
export function gatewayScene(
  provider: (attempt: Pick<Attempt, "text" | "atMs" | "underWay">) => ScriptedAnswer | null,
  { latencyMs = 2000, ...options }: Partial<GatewayOptions> & { latencyMs?: number } = {},
): GatewayScene {
  const clock = virtualClock();
  const said: string[] = [];
  const attempts: Attempt[] = [];
  let [underWay, leases] = [0, 0];
  const upstream: Upstream = {
    name: "provider",
    digest: "provider",
    async complete(request, { signal, seed }) {
      const body = JSON.parse(Buffer.from(request.body).toString()) as { messages: { content: string }[] };
      const text = body.messages[0]?.content ?? "";
      underWay += 1;
      try {
        const seen = { text, atMs: clock.now(), underWay };
        const failed = provider(seen);
        if (failed === null) await clock.sleep(latencyMs, { signal });
        const response: ModelResponse = await (failed ?? completion("hi"))({}, { signal, seed });
        attempts.push({ ...seen, status: response.status });
        return response;
      } finally {
        underWay -= 1;
      }
    },
  };
  const gateway = openGateway({
    upstreamFor: () => upstream,
    prices: {},
    budget: { costUsd: null, deadline: null },
    clock,
    random: seededRandom("storm"),
    say: (line) => said.push(line),
    ...options,
  });
  return {
    ...{ clock, gateway, said, attempts },
    lease: (rest = {}) =>
      gateway.lease({
        pinned: { model: "m" },
        seed: `trial ${++leases}`,
        limits: { maxModelCalls: 100, maxOutputTokens: null, maxCostUsd: null },
        ...rest,
      }),
    async call(lease, text, signal = new AbortController().signal) {
      const messages = [{ role: "user", content: text }];
      const response = await lease.handler(chatRequest({ model: "m", messages }), { signal });
      await textOfBody(response);
      return response.status;
    },
  };
}
