import { isRecord } from "../../channel/messages.ts";
import type { Session } from "../../core/session.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { CommandTask } from "./load.ts";
import { withId } from "./with-id.ts";

/** The right answers of a task in the order of its questions; `problem` is "" where there is nothing to say. */
export async function readOracle(
  { id, oracleCommand, verifierTimeoutMs }: Pick<CommandTask, "id" | "oracleCommand" | "verifierTimeoutMs">,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<{ answers: unknown[]; problem: string }> {
  if (oracleCommand === null) throw new Error(`${id} has no oracle_command`);
  const run = await session.exec(withId(oracleCommand, id), { signal, timeoutMs: verifierTimeoutMs });
  const answers = run.stdout.split("\n").flatMap(answerIn);
  if (run.timedOut) return { answers, problem: "oracle_command ran out of time" };
  if (run.exitCode !== 0) {
    return { answers, problem: `oracle_command exited ${run.exitCode}: ${run.stderr.slice(-1000)}` };
  }
  return { answers, problem: answers.length === 0 ? 'oracle_command printed no line {"answer": …}' : "" };
}

function answerIn(line: string): unknown[] {
  try {
    const value = parseJson(line);
    return isRecord(value) && Object.hasOwn(value, "answer") ? [value["answer"]] : [];
  } catch {
    return [];
  }
}
