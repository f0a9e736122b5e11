// A benchmark without a model's luck: a candidate says in a table what becomes of each task, and does it in the task's
// box, where the verifier finds it. It keeps the contract: oracle earns 1, nop 0, the verifier sees the box alone.

import { z } from "zod";
import type {
  AgentPhase,
  Benchmark,
  OpenContext,
  SharedService,
  Task,
  TrialEnvironment,
} from "../../src/core/benchmark.ts";
import { defineBenchmark } from "../../src/core/benchmark.ts";
import { HarnessError, harnessErrorOf } from "../../src/core/fault.ts";
import type { Sandbox } from "../../src/core/sandbox.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { chatRequest, textOfBody } from "./scripted-upstream.ts";

/**
 * A number is the reward; crash: ends badly and leaves nothing; silent: leaves what the verifier chokes on; lost: the
 * connection to its box breaks.
 */
export type Deed = number | "crash" | "silent" | "lost";

export interface FakeTask extends Task {
  instruction: string;
  /** Its verifier never gives a reward, whoever was there. */
  silent: boolean;
}

export interface FakeBenchmarkHooks {
  /** In the middle of the agent's phase. */
  onRun?: (task: FakeTask, signal: AbortSignal) => Promise<void> | void;
  onVerify?: (task: FakeTask) => Promise<void> | void;
  /** Trials have a simulated user, who is asked in the middle. */
  simulatesUser?: boolean;
  onUser?: (user: NonNullable<AgentPhase["user"]>, signal: AbortSignal) => Promise<void>;
  /** Trials share a service that is opened so. */
  service?: (context: Pick<OpenContext, "openBox" | "signal">) => Promise<SharedService>;
}

export function fakeTask(id: string, options: { silent?: boolean; content?: string } = {}): FakeTask {
  return {
    id,
    digest: sha256(options.content ?? id),
    instruction: `do ${id}`,
    agentTimeoutMs: 60_000,
    verifierTimeoutMs: 30_000,
    oracle: true,
    notes: [],
    silent: options.silent ?? false,
  };
}

/** agent.ts of an agent that does this; tasks that are not named earn 0. */
export function agentSource(deeds: Readonly<Record<string, Deed>>, comment = "an agent"): string {
  return `// ${comment}\nexport const deeds: Record<string, unknown> = ${JSON.stringify(deeds)};\n`;
}

export function fakeBenchmark(hooks: FakeBenchmarkHooks = {}): Benchmark<object, FakeTask> {
  return defineBenchmark<object, FakeTask>({
    name: "fake",
    options: z.object({}),
    agentImage: "agent",
    simulatesUser: hooks.simulatesUser ?? false,
    ownBox: true,
    async load() {
      return [];
    },
    images: ({ id, digest }) => [{ kind: "build", name: id, context: "nowhere", digest }],
    async open(task, { openBox, shared }) {
      const service = hooks.service === undefined ? undefined : await shared("fake", hooks.service);
      const image = { kind: "build", name: task.id, context: "nowhere", digest: task.digest } as const;
      const box = await openBox({ image, network: "none", profile: "task", limits: {} }, "task");
      return fakeTrial(task, box, hooks, service);
    },
  });
}

function fakeTrial(
  task: FakeTask,
  box: Sandbox,
  hooks: FakeBenchmarkHooks,
  service: SharedService | undefined,
): TrialEnvironment {
  const { session } = box;
  return {
    notes: box.imageNotes,
    async run({ candidate, model, user, onEvent, signal }) {
      const request = { model: model.name, messages: [{ role: "user", content: task.instruction }] };
      const response = await model.handler(chatRequest(request), { signal });
      const answer: unknown = JSON.parse(await textOfBody(response));
      onEvent({ type: "model", atMs: 1, request, status: response.status, response: answer, durationMs: 1 });
      if (user !== null) await hooks.onUser?.(user, signal);
      await hooks.onRun?.(task, signal);
      signal.throwIfAborted();
      if (service !== undefined && service.lost !== null) {
        throw new HarnessError({ fault: "infrastructure", code: "service-lost", message: service.lost });
      }
      const deed = deedsOf(candidate)[task.id] ?? 0;
      if (deed === "crash") return { how: "crashed", code: "candidate-threw", detail: "as its table says" };
      if (deed === "lost") {
        throw new HarnessError({ fault: "infrastructure", code: "box-lost", message: "the connection broke" });
      }
      await session.writeFile("/answer", deed === "silent" ? "broken" : String(deed), { signal });
      return { how: "finished", code: "finished", detail: "" };
    },
    async runOracle({ signal }) {
      await session.writeFile("/answer", "1", { signal });
      return { how: "finished", code: "oracle", detail: "" };
    },
    async verify({ signal }) {
      await hooks.onVerify?.(task);
      const left = await session.readFile("/answer", { signal }).catch((error: unknown) => {
        if (harnessErrorOf(error)?.code === "file-not-found") return Buffer.from("0");
        throw error;
      });
      const text = Buffer.from(left).toString();
      const reward = task.silent || text === "broken" ? null : Number(text);
      const notes = reward === null ? ["verifier: wrote no reward"] : [];
      const verified = { reward, output: `checked ${task.id}: ${text}`, notes, timedOut: false };
      const processes = (await box.processes?.({ signal })) ?? [];
      if (processes.length === 0) return verified;
      return { ...verified, verification: { mode: "shared", reasons: [], flags: ["processes-left"] } };
    },
    [Symbol.asyncDispose]: async () => await box[Symbol.asyncDispose](),
  };
}

function deedsOf(candidate: string): Record<string, Deed> {
  const [, table = "{}"] = /deeds\b[^=]*=\s*(\{[^}]*\});/.exec(candidate) ?? [];
  return JSON.parse(table) as Record<string, Deed>;
}
