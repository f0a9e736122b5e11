import type { TrialAgent } from "../../src/trials/trial-context.ts";
import type { Gold } from "../../test/helpers/open-tau-driver.ts";
import { candidateOf } from "../../test/helpers/tau-jobs.ts";

/** An agent.ts for one task, which takes what is expected from itself: no model, and next to no time of its own. */
export function goldAgent({ actions, communicate }: Gold): TrialAgent {
  const calls = actions.map(({ name, arguments: args }, index) => ({ id: `call-${index}`, name, arguments: args }));
  return candidateOf(`
const calls = ${JSON.stringify(calls)};
const farewell = ${JSON.stringify(`${communicate.join("; ")} Goodbye.`)};

export class HarnessAgent {
  readonly systemPrompt = "";

  getInitState(): number {
    return 0;
  }

  async generateNextMessage(_message: unknown, done: number): Promise<[object, number]> {
    const call = calls[done];
    return [call === undefined ? { content: farewell } : { content: null, toolCalls: [call] }, done + 1];
  }
}
`);
}
