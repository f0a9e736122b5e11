// Our own prompts of the simulated user: of the published structure, in words of our own. Scores with them can't be
// compared with published ones.

import type { PromptPack } from "../../environment/simulator/prompt-pack.ts";

const kinds = `- labelled("<term>"): the question is about one of the known ambiguities below. Name its term.
- unlabelled("<clause>"): the question is about none of them, but a person who wants this result could settle it. Name the clause of the intended SQL that settles it.
- unanswerable(): anything else: how to solve it, what the SQL or the tables look like, or what has nothing to do with the request.`;

const known = `Known ambiguities of the request:
[[amb_json]]

Clauses of the intended SQL:
[[SQL_Glot]]`;

const intent = `The database:
[[DB_schema]]

What the person means, in full:
[[clear_query]]

The intended SQL:
[[GT_SQL]]

${known}

The assistant asks:
[[clarification_Q]]

The question was sorted as:
[[Action]]`;

const manners = `- labelled: say what the named ambiguity means, and nothing of the others.
- unlabelled: say what the named clause means, in everyday words.
- unanswerable: say kindly that you can't help with that.
Stay brief. Never write SQL, never recite the full request, never add or change a requirement, and ask nothing back.`;

export const ownPack: PromptPack = {
  name: "own",
  versions: {
    v1: {
      choose: `A person has asked an assistant for data from a database. The assistant asks back. Sort its question; do not answer it.

${known}

The assistant asks:
[[clarification_Q]]

Choose exactly one:
${kinds}

Write only your choice between <s> and </s>, such as <s>unanswerable()</s>.

Choice:
<s>`,
      answer: `You are a person who has asked an assistant for data from a database. Answer the question that it asks back.

${intent}

How to answer:
${manners}

Write only your answer between <s> and </s>.

Answer:
<s>`,
    },
    v2: {
      choose: `You help to play a person who has asked an assistant for data from a database. The person knows what result is wanted but nothing of tables or SQL. The assistant sees nothing of what stands between here and its question, and asks back. Sort its question.

${known}

The assistant asks:
[[clarification_Q]]

The kinds of questions:
${kinds}

First weigh in a few words between <think> and </think> which kind fits best. Then write exactly one choice between <s> and </s>, such as:
<think>It asks what a known term means.</think>
<s>labelled("recent")</s>

Your turn:
<think>`,
      answer: `You play a person who has asked an assistant for data from a database. You know what result you want; you don't know tables or SQL, though they are shown here so that what you say is true. The assistant sees nothing of this.

${intent}

How to answer, by the kind of question:
${manners}

Write only what the person says, between <s> and </s>; for an unanswerable question: <s>Sorry, I can't help you with that.</s>

The person says:
<s>`,
    },
  },
};
