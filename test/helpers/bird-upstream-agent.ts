// Our server of upstream's contract in the test's own process, over boxes of the test's choosing.

import type { SessionContext } from "../../src/benchmarks/bird-interact/serve-agent/agent-session.ts";
import {
  type AgentServer,
  type ServeAgentOptions,
  serveAgent,
} from "../../src/benchmarks/bird-interact/serve-agent/serve-agent.ts";
import { openServiceClient } from "../../src/benchmarks/bird-interact/serve-agent/service-client.ts";
import { RequestSlots } from "../../src/channel/request-slots.ts";
import type { Upstream } from "../../src/core/model.ts";
import { openGateway } from "../../src/gateway/gateway.ts";

export interface TestAgentOptions extends Partial<Pick<ServeAgentOptions, "mode" | "idleMs">> {
  candidate: string;
  model: Upstream;
  /** Addresses of the two services. */
  services: { database: string; user: string };
  openBox: SessionContext["openBox"];
  boxes?: number;
  context?: Partial<SessionContext>;
  budgetUsd?: number;
  maxModelCalls?: number;
}

export interface TestAgent extends AgentServer {
  said: string[];
}

export async function openTestAgent(options: TestAgentOptions): Promise<TestAgent> {
  const { candidate, model, services, openBox, boxes = 4, mode = null, idleMs = 60_000 } = options;
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const name = "scripted-agent";
  const gateway = openGateway({
    upstreamFor: () => model,
    prices: { [name]: { input: 1, output: 1 } },
    budget: { costUsd: options.budgetUsd ?? null, deadline: null },
    ...{ maxRetries: 0, say },
  });
  const limits = { maxModelCalls: options.maxModelCalls ?? 200, maxOutputTokens: null, maxCostUsd: null };
  const server = await serveAgent({
    ...{ host: "127.0.0.1", port: 0, mode, idleMs, gateway, say },
    context: {
      services: {
        database: openServiceClient({ name: "db-env", url: services.database }),
        user: openServiceClient({ name: "user-sim", url: services.user }),
      },
      ...{ candidate, openBox, slots: new RequestSlots({ requests: boxes, bytes: 0 }) },
      model: { name, reasoningEffort: null },
      openLease: (seed) => gateway.lease({ pinned: { model: name }, seed, limits }),
      agentTimeoutMs: 60_000,
      turnTimeoutMs: { "a-interact": 60_000, "c-interact": 60_000 },
      ...options.context,
    },
  });
  return { url: server.url, said, [Symbol.asyncDispose]: async () => await server[Symbol.asyncDispose]() };
}
