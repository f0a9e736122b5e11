// An agent of @google/adk: it is built for one task and runs until the host has no message for it any more. What it
// earns, spends and may still do is kept by the environment behind the host; here is only what it does.

import { BasePlugin, type Event, getFunctionResponses, InMemoryRunner, isBaseAgent, setLogger } from "@google/adk";
import type { AgentContext, BirdMode } from "../../agent-types.ts";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";
import { boundEvents, finalText } from "./adk-events.ts";
import { openBirdEnvironment } from "./bird-environment.ts";
import { registerOpenaiLlm } from "./openai-llm.ts";

/** What a benchmark's `start` holds for this interface, beside `interface`. */
interface AdkStart {
  mode: BirdMode;
  /** The first message. */
  message: string;
  /** What an instruction's {placeholders} stand for. */
  state: Record<string, unknown>;
  context: { model: string; reasoningEffort: string | null };
}

/** Model calls in one turn; one more ends it. */
const maxModelCalls = 60;

export const adk = {
  async run(
    exports: Readonly<Record<string, unknown>>,
    start: Readonly<Record<string, unknown>>,
    peer: Peer,
  ): Promise<void> {
    const { mode, message, state, context } = start as unknown as AdkStart;
    const { model, reasoningEffort } = context;
    setLogger(logger);
    registerOpenaiLlm({ reasoningEffort });
    const environment = openBirdEnvironment(peer);
    const agent = await openAgent(exports["buildAgent"], mode, environment.offered, {
      ...{ model, reasoningEffort },
      log: (line) => console.error(line),
    });
    const failure = new LastFailure();
    const runner = new InMemoryRunner({ agent, appName: "bird-interact", plugins: [failure] });
    const ids = { userId: "user", sessionId: "task" };
    await runner.sessionService.createSession({ appName: runner.appName, ...ids, state });
    let text = message;
    for (;;) {
      const newMessage = { role: "user", parts: [{ text }] };
      const events: Event[] = [];
      for await (const event of runner.runAsync({ ...ids, newMessage, runConfig: { maxLlmCalls: maxModelCalls } })) {
        events.push(event);
        if (isOver(event, failure.error)) break;
        // The host takes no further call: what the model would still say is nothing to pay for.
        if (environment.ended() && getFunctionResponses(event).length > 0) break;
      }
      const next = await askTurn(peer, { response: finalText(events), events: boundEvents(events) });
      if (next === null) return;
      text = next;
    }
  },
};

type AdkAgent = NonNullable<ConstructorParameters<typeof InMemoryRunner>[0]["agent"]>;

async function openAgent(buildAgent: unknown, ...args: [BirdMode, object, AgentContext]): Promise<AdkAgent> {
  if (typeof buildAgent !== "function") {
    throw new CallError("bad-export", "agent.ts must export a function named buildAgent");
  }
  const agent: unknown = await Reflect.apply(buildAgent, undefined, args);
  if (isBaseAgent(agent)) return agent;
  const what = agent === null || typeof agent !== "object" ? String(agent) : (agent.constructor?.name ?? "an object");
  throw new CallError(
    "bad-export",
    `buildAgent must return an agent of @google/adk; it returned ${what.slice(0, 100)}`,
  );
}

/**
 * Whether the turn is over by its limit. Throws what ADK made an event of: a model that failed, an error in a callback.
 */
function isOver({ errorCode, errorMessage = "" }: Event, error: Error | undefined): boolean {
  if (errorCode === undefined) return false;
  if (errorMessage === `Max number of llm calls limit of ${maxModelCalls} exceeded`) {
    console.error(`the turn was ended after ${maxModelCalls} model calls`);
    return true;
  }
  if (error?.message === errorMessage) throw error;
  throw new Error(`the model failed (${errorCode}): ${errorMessage}`);
}

/** Keeps the error behind an event of ADK's, which has only its words. */
class LastFailure extends BasePlugin {
  error: Error | undefined;

  constructor() {
    super("last-failure");
  }

  override async onModelErrorCallback({ error }: { error: Error }): Promise<undefined> {
    this.error = error;
  }
}

async function askTurn(peer: Peer, turn: { response: string; events: unknown[] }): Promise<string | null> {
  const { result } = await peer.request("turn", turn, { signal: never });
  if (isRecord(result) && typeof result["message"] === "string") return result["message"];
  if (isRecord(result) && "closed" in result) return null;
  throw new CallError("failed", "the host gave no turn");
}

function logLine(...words: unknown[]): void {
  const text = words.join(" ");
  if (!text.endsWith("is experimental and may change in the future.")) console.error(`ADK: ${text}`);
}

/** ADK's own logger colours its lines, and tells of everything that it does. */
const logger = {
  ...{ setLogLevel: () => {}, debug: () => {}, info: () => {}, warn: logLine, error: logLine },
  log: (_level: number, ...words: unknown[]) => logLine(...words),
};

/** The host ends a phase by closing it, or by ending the box. */
const never = new AbortController().signal;
