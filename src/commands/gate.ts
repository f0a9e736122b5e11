import { addAbortSignal } from "node:stream";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes } from "../core/fault.ts";
import { answerLine } from "../gate/answer-line.ts";
import { linesOf } from "../lib/lines-of.ts";
import { judgeByHand } from "../loop/judge-by-hand.ts";
import { verdictLine } from "../loop/verdict-line.ts";
import type { Command, CommandContext } from "./command.ts";
import { isSet, listFlag, runFlags, shownFlags } from "./flags.ts";
import { requireBudget } from "./night-cost.ts";
import { requireSplit } from "./require-split.ts";
import { withExperiment } from "./with-reporter.ts";

export const gate: Command = {
  name: "gate",
  aliases: ["gating"],
  summary: "judge agent/agent.ts: suite, then the test split; exit 0 accepted and recorded, 1 not",
  options: {
    ...shownFlags,
    ...runFlags,
    fixes: {
      type: "string",
      value: "IDS",
      description: "failing train tasks that the edit should fix: they run first, and if none passes nothing else does",
    },
    hypothesis: {
      type: "string",
      value: "TEXT",
      description: "why the agent fails and what the edit does about it, in one line; the record says what came of it",
    },
    again: { type: "boolean", description: "judge it although the same program was refused before" },
    protocol: { type: "boolean", description: "speak gate/1: one JSON request a line in, one answer a line out" },
  },
  async run(flags, context) {
    if (isSet(flags, "protocol")) return await speakProtocol(context);
    return await withExperiment(context, flags, async (experiment, say) => {
      requireBudget(experiment, say);
      const split = await requireSplit(experiment);
      const fixes = listFlag(flags, "fixes");
      const { hypothesis } = flags;
      const { verdict, commit } = await judgeByHand(experiment, {
        statement: {
          ...(fixes === undefined ? {} : { fixes }),
          ...(typeof hypothesis === "string" ? { hypothesis } : {}),
          again: isSet(flags, "again"),
        },
        split,
        strip: stripCandidate,
        signal: context.signal,
      });
      if (verdict.reason === "forbidden-file" || verdict.reason === "no-change") {
        say(verdictLine(verdict, ""));
        return exitCodes.rejected;
      }
      if (verdict.verdict !== "accepted") {
        say(
          "not recorded; `auto-harness adopt --force` brings the incumbent's agent.ts back. Then try something else.",
        );
        return exitCodes.rejected;
      }
      const counts = `--val-score ${verdict.valScore?.toFixed(4)} --evals-passed ${verdict.suitePassed} --evals-total ${verdict.suiteTotal}`;
      say(`recorded as ${commit}; \`auto-harness record ${counts}\` confirms the row`);
      return exitCodes.done;
    });
  },
};

async function speakProtocol({ out, signal }: CommandContext): Promise<number> {
  for await (const line of linesOf(addAbortSignal(signal, process.stdin))) {
    if (line.trim() !== "") out(answerLine(line));
  }
  return exitCodes.done;
}
