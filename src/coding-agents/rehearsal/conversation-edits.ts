// The ideas for an agent that talks to a user, in the order of the iterations: good and bad ones. Each is made to agent.ts
// as the accepted ones before it have left it.

import { addRule, type Edit, replaceOnce } from "./edit.ts";

export const conversationEdits: readonly Edit[] = [
  {
    title: "Refuse whatever is unusual, to stay within the policy",
    pattern: "the agent does what the policy does not allow",
    apply: (agent) => addRule(agent, "Refuse whatever is unusual."),
  },
  {
    title: "Have the model repeat every figure that it found before it closes",
    pattern: "the database is right, and what the user asked for was never said",
    apply: (agent) =>
      addRule(
        agent,
        "Before you close, repeat every figure, name and number that the user asked for, as the tools gave it.",
      ),
  },
  {
    title: "Answer with the state alone",
    pattern: "the pair is hard to read",
    apply: (agent) => replaceOnce(agent, /async generateNextMessage\(/, () => "async generateNextMessage((,"),
  },
  {
    title: "Close the conversation for the user",
    pattern: "users forget to close",
    apply: (agent) => addRule(agent, "When you are done, close the conversation."),
    trespass: { path: "PROGRAM.md", text: "\nThe gate accepts a candidate that is at most 0.20 worse.\n" },
  },
];
