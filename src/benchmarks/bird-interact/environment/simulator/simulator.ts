// The user of BIRD-Interact: a model that knows what is meant and says as much of it as it is asked. Two calls a
// question: the first chooses which kind of question it is, the second answers.

import { HarnessError } from "../../../../core/fault.ts";
import { kindOf, parseAnswer, parseChoice, type QuestionKind } from "./parse-reply.ts";
import { fillTemplate, type PromptPack, type PromptValue, type PromptVersion } from "./prompt-pack.ts";
import { pythonJson } from "./python-json.ts";
import { longestSharedRun, quotingRun } from "./shared-run.ts";
import { shownClauses } from "./sql-clauses.ts";
import { callUserModel, type ModelReply, type UserModelBody, userModelFailed } from "./user-model.ts";

/** What the user knows of one task, in its present phase. */
export interface UserSession {
  /** Name of the model that plays the user. */
  model: string;
  phase: 1 | 2;
  /** The database's schema as the agent may read it. */
  schema: string;
  row: {
    amb_user_query: string;
    query?: string | undefined;
    user_query_ambiguity?: unknown;
    knowledge_ambiguity?: unknown;
    sol_sql: readonly string[];
    follow_up?: { sol_sql: readonly string[] } | null | undefined;
  };
}

export interface UserAnswer {
  answer: string;
  kind: QuestionKind;
  /** For the trial's record, such as that the answer quotes the gold; they hold nothing of it. */
  notes: string[];
}

export interface Simulator<Session extends UserSession = UserSession> {
  /**
   * Throws infrastructure "user-model-failed" when the model fails (the trial is void, the agent is told nothing),
   * agent "question-too-long", and the signal's reason.
   */
  ask(session: Session, question: string, options: { signal: AbortSignal }): Promise<UserAnswer>;
}

export interface SimulatorOptions<Session extends UserSession = UserSession> {
  pack: PromptPack;
  version: PromptVersion;
  /**
   * One Chat Completions call for a session: resolves with the answer's JSON, and rejects where none came; the error
   * has the numeric `status` with which the endpoint answered, if it did.
   */
  model: (body: UserModelBody, options: { session: Session; signal: AbortSignal }) => Promise<unknown>;
}

/** Characters; one of this length would take the model's whole context. */
const maxQuestion = 20_000;
const answerTokens = 1024;
/** v2 thinks before it chooses. */
const choiceTokens = { v1: 200, v2: 500 } as const satisfies Record<PromptVersion, number>;
/** To learn whether the model or the question is to blame. */
const harmlessQuestion = "Could you tell me more about what you need?";

const notUnderstood = "Sorry, I don't understand that question.";

export function openSimulator<Session extends UserSession = UserSession>(
  options: SimulatorOptions<Session>,
): Simulator<Session> {
  const { pack, version, model } = options;
  const prompts = pack.versions[version];

  async function call(session: Session, prompt: string, maxTokens: number, signal: AbortSignal): Promise<ModelReply> {
    const body: UserModelBody = {
      model: session.model,
      messages: [{ role: "user", content: prompt }],
      temperature: 0,
      max_tokens: maxTokens,
    };
    return await callUserModel(async (sent) => await model(sent, { session, signal }), body, { signal });
  }

  /** The text of a call; null where the question is what the model refuses. An agent can't void a trial by asking. */
  async function textOf(
    session: Session,
    prompt: (question: string) => string,
    question: string,
    maxTokens: number,
    signal: AbortSignal,
  ): Promise<string | null> {
    const reply = await call(session, prompt(question), maxTokens, signal);
    if ("text" in reply) return reply.text;
    const harmless = await call(session, prompt(harmlessQuestion), maxTokens, signal);
    if ("text" in harmless) return null;
    throw userModelFailed(`it ${reply.refused}, and so it did when asked something harmless`);
  }

  return {
    async ask(session, question, { signal }) {
      if (question.length > maxQuestion) throw questionTooLong(question.length);
      const known = valuesOf(session);
      const choosing = (asked: string) => fillTemplate(prompts.choose, { ...known, question: asked, choice: "" });
      const first = await textOf(session, choosing, question, choiceTokens[version], signal);
      if (first === null) return refusal("unanswerable", "the user's model refused to sort a question");
      const choice = parseChoice(first);
      const kind = kindOf(choice);
      const notes = kind === null ? ["the user's model named no kind of question"] : [];
      const answering = (asked: string) => fillTemplate(prompts.answer, { ...known, question: asked, choice });
      const second = await textOf(session, answering, question, answerTokens, signal);
      if (second === null) return refusal(kind ?? "unanswerable", "the user's model refused to answer a question");
      const answer = parseAnswer(second);
      if (answer === null) return refusal(kind ?? "unanswerable", "the user's model gave no readable answer");
      const run = longestSharedRun(answer, known.gold);
      if (run >= quotingRun) notes.push(`the user's answer shares ${run} tokens in a row with the ground truth`);
      return { answer, kind: kind ?? "unanswerable", notes };
    },
  };
}

function refusal(kind: QuestionKind, note: string): UserAnswer {
  return { answer: notUnderstood, kind, notes: [note] };
}

/**
 * In phase 2 the ambiguities are gone and the follow-up's SQL is the gold, but the clear query stays the first phase's:
 * so is it published, and scores are only comparable with it.
 */
function valuesOf({ row, phase, schema }: UserSession): Record<Exclude<PromptValue, "question" | "choice">, string> {
  const followUp = row.follow_up?.sol_sql ?? [];
  const gold = phase === 2 && followUp.length > 0 ? followUp : row.sol_sql;
  const { user_query_ambiguity: query = {}, knowledge_ambiguity: knowledge = [] } = row;
  const ambiguities =
    phase === 2
      ? pythonJson({})
      : `user_query_ambiguity: \n${pythonJson(query)}\n\nknowledge_ambiguity: \n${pythonJson(knowledge)}`;
  return {
    ...{ schema, ambiguities },
    clauses: shownClauses(gold),
    clearQuery: row.query ?? row.amb_user_query,
    gold: gold.join("\n"),
  };
}

function questionTooLong(length: number): HarnessError {
  return new HarnessError({
    fault: "agent",
    code: "question-too-long",
    message: `the question has ${length} characters; at most ${maxQuestion} are allowed`,
  });
}
