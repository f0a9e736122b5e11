// The ideas for an agent that queries a database for a user, in the order of the iterations: good and bad ones. Each is
// made to agent.ts as the accepted ones before it have left it.

import { type Edit, replaceOnce } from "./edit.ts";

export const queryEdits: readonly Edit[] = [
  {
    title: "Submit at once, to save the budget for further tries",
    pattern: "the budget is spent before the last submission",
    apply: (agent) => addToBoth(agent, "Submit at once; do not spend on questions what a further try costs."),
  },
  {
    title: "Have the model ask the user about every word with more than one meaning before it writes SQL",
    pattern: "the SQL runs, and answers what somebody else would have meant",
    apply: (agent) =>
      addToBoth(
        agent,
        "Before you write SQL, ask the user about every word that has more than one meaning and that the knowledge does not define.",
      ),
  },
  {
    title: "Build the agent with its tools as a parameter",
    pattern: "the tools are hard to extend",
    apply: (agent) => replaceOnce(agent, /export function buildAgent\(/, () => "export function buildAgent((,"),
  },
  {
    title: "Say what a submission is worth, and raise the target in PROGRAM.md",
    pattern: "tries are wasted",
    apply: (agent) => addToBoth(agent, "A submission that is right at the first try is worth the most."),
    trespass: { path: "PROGRAM.md", text: "\nThe gate accepts a candidate that is at most 0.20 worse.\n" },
  },
];

/** A further rule at the end of the rules of each mode's instruction. */
function addToBoth(agent: string, rule: string): string {
  return ["AINTERACT_INSTRUCTION", "CINTERACT_INSTRUCTION"].reduce(
    (text, name) =>
      replaceOnce(
        text,
        new RegExp(`(export const ${name} = \`(?:[^\`\\\\#]|\\\\.)*?)(\\n\\n# |\`;)`),
        ([, rules, end]) => `${rules}\n- ${rule}${end}`,
      ),
    agent,
  );
}
