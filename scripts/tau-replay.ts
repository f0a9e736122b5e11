// All tasks of tau-bench's three domains with an agent that knows the answers and with one that does nothing:
// node scripts/tau-replay.ts [domain …]. Exits 1 unless every task earns what is expected. Test fixtures only.

import { rewardOf } from "../src/core/trial.ts";
import { idleAgent, openTauJobs, templateAgent } from "../test/helpers/tau-jobs.ts";

const chosen = process.argv.slice(2);
let wrong = 0;

for (const domain of chosen.length === 0 ? ["retail", "airline", "telecom"] : chosen) {
  await using jobs = await openTauJobs({ domain });
  const ids = jobs.tasks.map(({ id }) => id);
  for (const kind of ["replay", "idle"] as const) {
    const agent = kind === "replay" ? await templateAgent() : await idleAgent();
    const started = performance.now();
    const records = await jobs.run(ids, agent, { concurrency: 8 });
    const expected = new Map(jobs.tasks.map(({ id, floor }) => [id, kind === "replay" ? 1 : floor] as const));
    const bad = records.filter((record) => rewardOf(record) !== expected.get(record.parts.task));
    const earned = records.reduce((sum, record) => sum + (rewardOf(record) ?? 0), 0);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${domain}, ${kind}: ${earned}/${ids.length} in ${seconds} s, ${bad.length} not as expected`);
    for (const { parts, outcome, agentEnd } of bad) {
      console.log(`  ${parts.task}: ${JSON.stringify(outcome)} ${agentEnd.code} ${agentEnd.detail.slice(0, 200)}`);
    }
    wrong += bad.length;
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
