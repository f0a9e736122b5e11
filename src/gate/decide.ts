// The default gate (docs/gate.md). Pure: what it is asked about is all it knows; no files, clock or randomness.

import { unitOf } from "./exact-test.ts";
import { judgeLook } from "./judge-look.ts";
import { judgeRemovalLook } from "./judge-removal-look.ts";
import { KnownRuns } from "./known-runs.ts";
import { orderSuite, orderTasks } from "./order.ts";
import type { DefaultAnswer, DefaultNumbers, DefaultRequest } from "./protocol.ts";
import { type SuiteState, suiteStep } from "./suite-step.ts";
import { type TestInputs, type TestState, testStep } from "./test-step.ts";

/** An answer and what stands behind it, for those who print it, run ahead of it or plan with it. */
export interface Decision {
  answer: DefaultAnswer;
  suite: SuiteState;
  test: TestState;
  inputs: TestInputs;
}

/** What is to be run now, or the verdict. */
export function decideDefault(request: DefaultRequest): DefaultAnswer {
  return decisionOf(request).answer;
}

/** The same where the candidate is the incumbent without one of its edits (docs/prune.md). */
export function decideRemoval(request: DefaultRequest): DefaultAnswer {
  return decisionOf(request, judgeRemovalLook).answer;
}

export function decisionOf(request: DefaultRequest, judge: typeof judgeLook = judgeLook): Decision {
  const { seed, decision, config } = request;
  const runs = new KnownRuns(request.runs);
  const suiteTasks = orderSuite(seed, decision, request.suite).slice(0, config.suite_cap);
  const suite = suiteStep(suiteTasks, { runs, threshold: config.threshold });
  const history = historyOf(request);
  const order = orderTasks(seed, decision, request.test);
  const unit = unitOf([...history.values(), ...runs.rewards()].flat());
  const inputs = { order, runs, history, suite, unit };
  const test = suite.state === null ? notBegun : testStep(inputs, judge);
  return { answer: answerOf(suite, test), suite, test, inputs };
}

const notBegun: TestState = {
  ...{ looks: [], need: [], unstable: [], end: null },
  means: { candidate: null, incumbent: null, difference: null },
};

function answerOf(suite: SuiteState, test: TestState): DefaultAnswer {
  const numbers = numbersOf(suite, test);
  if (test.end !== null) return { action: "verdict", ...test.end, look: test.looks.length - 1, numbers };
  const need = suite.state === null ? suite.need : test.need;
  return { action: "run", step: need[0]?.step ?? "test", need, numbers };
}

function numbersOf(suite: SuiteState, { looks, means, unstable }: TestState): DefaultNumbers {
  const { p_up = 0.5, p_low = 0.5, tasks = 0, missing = 0 } = looks.at(-1) ?? {};
  const { state, regressed, allowed } = suite;
  const ok = state === null || state === "unknown" ? null : state === "ok";
  return {
    ...{ p_up, p_low, estimate: means.difference, tasks, missing },
    retried_tasks: unstable.length,
    suite: { ok, regressed, allowed },
  };
}

/** The newest rewards of each test task that are not missing. */
function historyOf({ test, history, config }: DefaultRequest): ReadonlyMap<string, readonly number[]> {
  return new Map(
    test.map((task) => {
      const rewards = Object.hasOwn(history, task) ? (history[task] ?? []) : [];
      return [task, rewards.slice(-config.history).filter((reward) => reward !== null)] as const;
    }),
  );
}
