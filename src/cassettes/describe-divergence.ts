import type { AgentEnd } from "../core/trial.ts";
import { type Divergence, nearestCall } from "./divergence.ts";
import { firstDifference } from "./first-difference.ts";
import { requestLines, requestName } from "./request-lines.ts";

/** The first line says what happened, the others show it. Numbers of requests are 1-based. */
export function describeDivergence(divergence: Divergence, end: AgentEnd): string[] {
  switch (divergence.kind) {
    case "differs": {
      const { asked, at, of, due } = divergence;
      const nearest = nearestCall(asked, due);
      const other = nearest === null || nearest.index === at ? "" : `; nearest is request ${nearest.index + 1}`;
      return [
        `differs at request ${at + 1} of ${of}: ${requestName(asked)}${other}`,
        ...(nearest === null ? [] : firstDifference(nearest.lines, requestLines(asked))),
      ];
    }
    case "order":
      return [
        `asks too early, at request ${divergence.at + 1} of ${divergence.of}`,
        `- ${requestName(divergence.expected)}`,
        `+ ${requestName(divergence.asked)}`,
      ];
    case "beyond":
      return [`goes on after the last of ${divergence.of} requests`, `+ ${requestName(divergence.asked)}`];
    case "missing":
      return [
        `ended (${ended(end)}) before request ${divergence.at + 1} of ${divergence.of}`,
        `- ${requestName(divergence.expected)}`,
        ...tail(end),
      ];
    case "end":
      return [
        `asked for the same, and ended otherwise after ${divergence.of} requests`,
        `- ${ended(divergence.recorded)}`,
        `+ ${ended(end)}`,
        ...tail(end),
      ];
  }
}

function ended({ how, code }: Pick<AgentEnd, "how" | "code">): string {
  return how === code ? how : `${how}: ${code}`;
}

function tail({ how, detail }: AgentEnd): string[] {
  if (how === "finished" || detail === "") return [];
  return detail
    .split("\n")
    .slice(0, 6)
    .map((line) => `  ${line}`);
}
