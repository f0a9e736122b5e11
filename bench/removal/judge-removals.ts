import { decideRemoval } from "../../src/gate/decide.ts";
import { type DefaultRequest, defaultRequest } from "../../src/gate/protocol.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";
import { type Estimated, estimated, estimatedShare } from "../../src/plan/characteristics.ts";
import { agentOf, edited, mixes, named, runOnce, suiteAgent } from "../gate-characteristics/agents.ts";
import { splitSizes, suiteSize, usualFaults } from "../gate-characteristics/cells.ts";

export interface RemovalRow {
  tasks: number;
  /** True points that the agent loses without the edit, 0..1. */
  worth: number;
  removed: Estimated;
  /** Of both arms, the suite's among them; not the run that is recorded after a removal. */
  runs: Estimated;
}

const worths = [0, 0.03, 0.05, 0.1] as const;
const histories = [1, 2, 5] as const;

export function judgeRemovals({ decisions }: { decisions: number }): RemovalRow[] {
  return splitSizes.flatMap((tasks) =>
    worths.map((worth) => {
      const found = Array.from({ length: decisions }, (_, index) => judgeOne({ tasks, worth, index }));
      return {
        ...{ tasks, worth },
        removed: estimatedShare(found.map(({ removed }) => removed)),
        runs: estimated(found.map(({ runs }) => runs)),
      };
    }),
  );
}

/** Mixes of tasks and lengths of histories take turns. */
function judgeOne({ tasks, worth, index }: { tasks: number; worth: number; index: number }) {
  const random = seededRandom(`removal ${tasks} ${worth} ${index}`);
  const mix = mixes[index % mixes.length];
  const held = histories[Math.floor(index / mixes.length) % histories.length];
  if (mix === undefined || held === undefined) throw new Error("nothing to take turns among");
  const [test, suite] = [named("test", tasks), named("suite", suiteSize)];
  const [onTest, onSuite] = [agentOf(test, mix, random), suiteAgent(suite, random)];
  const incumbent = new Map([...onTest, ...onSuite]);
  const without = new Map([...edited(onTest, -worth, random), ...edited(onSuite, -worth, random)]);
  const reward = (agent: typeof incumbent, task: string) => runOnce(agent, task, { faults: usualFaults, random });
  const request = defaultRequest.parse({
    ...{ protocol: "gate/1", op: "decide", mode: "default", seed: "42", decision: `prune-${index}`, suite, test },
    history: Object.fromEntries(
      test.map((task) => [task, Array.from({ length: held }, () => reward(incumbent, task))]),
    ),
    config: {},
  });
  const runs: DefaultRequest["runs"] = [];
  for (;;) {
    const answer = decideRemoval({ ...request, runs });
    if (answer.action === "verdict") return { removed: answer.verdict === "accepted", runs: runs.length };
    for (const run of answer.need) {
      runs.push({ ...run, reward: reward(run.arm === "candidate" ? without : incumbent, run.task) });
    }
  }
}
