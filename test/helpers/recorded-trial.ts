// Trials of small agents in the real runtime, recorded and replayed, in child processes instead of boxes.

import type { Cassette } from "../../src/cassettes/cassette.ts";
import { type Replayed, type ReplayOptions, replayTrial } from "../../src/cassettes/replay-trial.ts";
import { watchMain } from "../../src/cassettes/watch-main.ts";
import { type CandidateMethod, runCandidate } from "../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { ModelHandler } from "../../src/core/model.ts";
import { trialRecord } from "./fake-trials.ts";
import { boxHome, openLocalBox } from "./local-box.ts";
import { chatAnswer, scriptedModel } from "./scripted-model.ts";

export interface RecordOptions {
  methods?: Record<string, CandidateMethod>;
  model?: ModelHandler;
  interface?: string;
  start?: Record<string, unknown>;
  timeoutMs?: number;
  /** The agent's image; default "agent". */
  image?: string;
}

/** agent.ts whose run(instruction, environment, context) has this body. */
export function terminalAgent(body: string): string {
  return `export class HarnessAgent { async run(instruction: string, environment: any, context: any) { ${body} } }`;
}

/** A reward of 1, whatever it does. */
export async function recordTrial(source: string, options: RecordOptions = {}): Promise<Cassette> {
  await using box = await openLocalBox(await boxHome(options.image));
  const { main, tape } = watchMain(box);
  const agentEnd = await runCandidate({
    main,
    candidate: stripCandidate(source).code,
    interface: options.interface ?? "terminal",
    start: options.start ?? { instruction: "do it", context: { model: "some-model", reasoningEffort: null } },
    methods: options.methods ?? {},
    model: options.model ?? scriptedModel([chatAnswer({ content: "hello" })]).handler,
    onEvent: () => undefined,
    timeoutMs: options.timeoutMs ?? 30_000,
    signal: new AbortController().signal,
  });
  const read = tape.read();
  if (read === null) throw new Error("the candidate was never sent");
  const { parts } = trialRecord();
  const usage = { calls: 1, refused: 0, inputTokens: 100, cachedTokens: 0, outputTokens: 10, costUsd: 1 };
  return { ...read, split: "train", parts, reward: 1, agentEnd, notes: [], usage };
}

export async function replayLocally(
  cassette: Cassette,
  source: string,
  { image, ...options }: Partial<ReplayOptions> & Pick<RecordOptions, "image"> = {},
): Promise<Replayed> {
  await using box = await openLocalBox(await boxHome(image));
  const candidate = stripCandidate(source).code;
  return await replayTrial(cassette, { main: box, candidate, signal: new AbortController().signal, ...options });
}
