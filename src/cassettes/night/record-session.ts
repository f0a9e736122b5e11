// Keeps the sessions of any coding agent, by what can be seen from outside: the tree, and the commands.

import type { GateStatement, HarnessCommands, ProposeContext } from "../../core/coding-agent.ts";
import { faultOf } from "../../core/fault.ts";
import { cutOffSummary } from "../../loop/iteration-record.ts";
import { relativePaths } from "../../workspace/layout.ts";
import { type SessionEnd, type SessionStep, sessionMark, writeSession } from "./coding-session.ts";
import { editsBetween, type TreeEdit } from "./tree-edits.ts";
import { admitHostFiles, readTree, type TreeState } from "./tree-state.ts";

type Propose = (context: ProposeContext) => Promise<{ summary: string }>;

export interface SessionRecorderOptions {
  folder: string;
  codingAgent: string;
  /** Of agent.ts as sent to a box; null where it does not parse. */
  digestOf: (agentSource: string) => string | null;
  secrets: readonly string[];
  say: (line: string) => void;
}

/** The same coding agent, its sessions kept. A session that a fault of the config or an abort ended is not one. */
export function recordSessions(propose: Propose, options: SessionRecorderOptions): Propose {
  return async (context) => {
    const recording = new SessionRecording(context, options);
    await recording.begin();
    let end: { summary: string } | { failed: string };
    try {
      end = await propose({ ...context, commands: recording.watch(context.commands) });
    } catch (error) {
      context.signal.throwIfAborted();
      if (faultOf(error) !== "config") {
        const failed = error instanceof Error ? error.message : String(error);
        await recording.finish({ failed });
      }
      throw error;
    }
    await recording.finish(end);
    return end;
  };
}

class SessionRecording {
  readonly #tree: string;
  readonly #iteration: number;
  readonly #options: SessionRecorderOptions;
  readonly #steps: SessionStep[] = [];
  #known: TreeState | null = null;
  /** What was not kept to its end is not kept. */
  #lost = false;

  constructor({ tree, iteration }: ProposeContext, options: SessionRecorderOptions) {
    this.#tree = tree;
    this.#iteration = iteration;
    this.#options = options;
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      this.#known = await readTree(this.#tree);
    });
  }

  watch(commands: HarnessCommands): HarnessCommands {
    return {
      benchmark: async (ids) =>
        await this.#step({ command: "benchmark", tasks: [...(ids ?? [])] }, async () => await commands.benchmark(ids)),
      gate: async (statement) => {
        const said = statement === undefined ? {} : { statement: kept(statement) };
        return await this.#step({ command: "gate", ...said }, async () => await commands.gate(statement));
      },
      status: async () => await this.#step({ command: "status" }, async () => await commands.status()),
      // It compares figures and changes nothing.
      ...(commands.record === undefined ? {} : { record: commands.record }),
    };
  }

  async finish(ended: { summary: string } | { failed: string }): Promise<void> {
    await this.#try(async () => await this.#write({ ...(await this.#changes()), ...ended }));
  }

  async #step(
    asked: Pick<SessionStep, "command" | "tasks" | "statement">,
    run: () => Promise<string>,
  ): Promise<string> {
    let step: SessionStep | undefined;
    await this.#try(async () => {
      step = { ...(await this.#changes()), ...asked, printed: null };
      this.#steps.push(step);
      // A host that is killed while it judges does not come back to this session: what it judges is the session then.
      if (step.command === "gate") await this.#write({ edits: [], agent: step.agent, summary: cutOffSummary });
    });
    const printed = await run();
    await this.#try(async () => {
      if (step !== undefined) step.printed = printed;
      if (this.#known !== null) this.#known = admitHostFiles(this.#known, await readTree(this.#tree));
    });
    return printed;
  }

  async #write(end: SessionEnd): Promise<void> {
    const { codingAgent, folder, secrets } = this.#options;
    const session = { session: sessionMark, iteration: this.#iteration, codingAgent, steps: this.#steps, end };
    await writeSession(folder, session, { secrets });
  }

  /** Since the last command. */
  async #changes(): Promise<{ edits: TreeEdit[]; agent: string | null }> {
    const now = await readTree(this.#tree);
    const edits = editsBetween(this.#known ?? now, now);
    this.#known = now;
    const source = now.texts.get(relativePaths.agentFile);
    return { edits, agent: source === undefined ? null : this.#options.digestOf(source) };
  }

  /** What can't be kept is said, and the session goes on. */
  async #try(work: () => Promise<void>): Promise<void> {
    if (this.#lost) return;
    try {
      await work();
    } catch (error) {
      this.#lost = true;
      const why = error instanceof Error ? error.message : String(error);
      this.#options.say(`the coding agent's session could not be recorded: ${why}`);
    }
  }
}

function kept({ fixes, hypothesis, again }: GateStatement): NonNullable<SessionStep["statement"]> {
  return {
    ...(fixes === undefined ? {} : { fixes: [...fixes] }),
    ...(hypothesis === undefined ? {} : { hypothesis }),
    ...(again === undefined ? {} : { again }),
  };
}
