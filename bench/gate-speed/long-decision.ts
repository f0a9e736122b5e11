import { decideDefault } from "../../src/gate/decide.ts";
import { type DefaultRequest, defaultRequest, type GateRun } from "../../src/gate/protocol.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";
import { named } from "../gate-characteristics/agents.ts";

/** What rewards look like: the more different sums there are, the longer a p-value takes. */
export const rewardKinds = {
  "0 or 1": (random: () => number) => Math.round(random()),
  quarters: (random: () => number) => Math.round(random() * 4) / 4,
  anything: (random: () => number) => random(),
} as const;

export type RewardKind = keyof typeof rewardKinds;

/** Seeds that are tried until a decision goes all the way; about one in ten does. */
const most = 1000;

/** A decision with five runs of history that needed all five rounds, with all its runs: nothing takes longer. */
export function longDecision(tasks: number, kind: RewardKind): DefaultRequest {
  for (let seed = 0; seed < most; seed++) {
    const random = seededRandom(`${kind} ${tasks} ${seed}`);
    const reward = () => rewardKinds[kind](random);
    const test = named("test", tasks);
    const request = defaultRequest.parse({
      ...{ protocol: "gate/1", op: "decide", decision: "it-1", test },
      history: Object.fromEntries(test.map((task) => [task, [0, 1, 2, 3, 4].map(reward)])),
    });
    const runs: DefaultRequest["runs"] = [];
    // Better at first and then alike: between the bounds for long.
    const rewardOf = (run: GateRun) => (run.step === "test" && random() < 0.12 ? 1 : reward());
    for (;;) {
      const answer = decideDefault({ ...request, runs });
      if (answer.action === "verdict") {
        if (answer.look === 7) return { ...request, runs };
        break;
      }
      for (const run of answer.need) runs.push({ ...run, reward: rewardOf(run) });
    }
  }
  throw new Error(`none of ${most} decisions on ${tasks} tasks went through all rounds`);
}
