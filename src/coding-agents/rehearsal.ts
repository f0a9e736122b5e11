// The rehearsal's coding agent: replays a fixed list of edits, one per iteration, good and bad ones, so that the whole
// loop and its gate can be seen at work without a key. It behaves as a coding agent should, but for the ideas it has.

import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { defineCodingAgent } from "../core/coding-agent.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { conversationEdits } from "./rehearsal/conversation-edits.ts";
import type { Edit } from "./rehearsal/edit.ts";
import { learningsEntry } from "./rehearsal/learnings-entry.ts";
import { queryEdits } from "./rehearsal/query-edits.ts";
import { terminalEdits } from "./rehearsal/terminal-edits.ts";
import { readTrainFailures, type TrainFailures } from "./rehearsal/train-failures.ts";

export const rehearsal = defineCodingAgent({
  name: "rehearsal",
  options: z.strictObject({}),
  async propose(_options, { tree, iteration, commands, log, signal }) {
    const failures = await readTrainFailures(tree);
    for (const line of describe(failures)) log(line);
    const agentFile = join(tree, "agent", "agent.ts");
    const agent = await readFile(agentFile, "utf8");
    const edit = editsFor(agent)[iteration - 1];
    if (edit === undefined) return { summary: "no idea left" };

    await writeAtomic(agentFile, edit.apply(agent));
    if (edit.trespass !== undefined) await appendFile(join(tree, edit.trespass.path), edit.trespass.text);
    log(`edited agent/agent.ts: ${edit.title}`);
    signal.throwIfAborted();

    const fixes = edit.mends === true ? failures.failed.slice(0, statedAtMost) : [];
    const statement = { hypothesis: `${edit.pattern}: ${edit.title}`, fixes };
    const verdict = edit.forgetsGate === true ? null : await commands.gate(statement);
    const pattern = `${edit.pattern} (${counted(failures)})`;
    const entry = learningsEntry({ iteration, verdict, whatChanged: edit.title, pattern });
    await appendFile(join(tree, "workspace", "learnings.md"), entry);
    return { summary: edit.title };
  },
});

/** As many as the pre-screen looks at. */
const statedAtMost = 5;

function editsFor(agent: string): readonly Edit[] {
  if (/\bgenerateNextMessage\(/.test(agent)) return conversationEdits;
  return /\bbuildAgent\(/.test(agent) ? queryEdits : terminalEdits;
}

function describe(failures: TrainFailures): string[] {
  const { trace } = failures;
  const read = trace === null ? [] : [`read the trace of ${trace.task}: ${trace.messages} messages`];
  return [`read workspace/train_results.json: ${counted(failures)}`, ...read];
}

function counted({ tasks, failed }: TrainFailures): string {
  return tasks === 0 ? "no train results yet" : `${failed.length} of ${tasks} train tasks fail`;
}
