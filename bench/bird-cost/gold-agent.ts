import type { TrialAgent } from "../../src/trials/trial-context.ts";
import type { BirdTask } from "../../test/helpers/bird-dataset.ts";
import { playingAgent } from "../../test/helpers/bird-jobs.ts";
import { goldOf } from "../../test/helpers/bird-models.ts";

/** An agent.ts for one task, which takes what is expected from itself: no model, and next to no time of its own. */
export function goldAgent(task: BirdTask): TrialAgent {
  const texts = task.truth.follow_up === undefined ? [goldOf(task)] : [goldOf(task), goldOf(task, 2)];
  return playingAgent(`
    const texts = ${JSON.stringify(texts)};
    for (const sql of mode === "a-interact" ? texts : texts.slice(turn, turn + 1)) await env.submitSql(sql);`);
}
