// Trials at a cloud's stand-in that fails at every tenth call in each way, beside the same trials on Docker:
// node scripts/cloud-storm.ts [--provider e2b,daytona] [--trials 200] [--concurrency 12]. Exits 1 unless every trial ends
// as on Docker, each once, and nothing is left.

import { parseArgs } from "node:util";
import { playCalm, runStorm } from "../test/helpers/cloud/cloud-storm.ts";
import { cloudNames } from "../test/helpers/cloud/open-test-cloud.ts";

const { values } = parseArgs({
  options: {
    provider: { type: "string", default: cloudNames.join() },
    trials: { type: "string", default: "200" },
    tasks: { type: "string", default: "20" },
    concurrency: { type: "string", default: "12" },
    rate: { type: "string", default: "0.1" },
    seed: { type: "string", default: "storm" },
  },
});
const wanted = values.provider.split(",");
const numbers = { trials: Number(values.trials), tasks: Number(values.tasks), concurrency: Number(values.concurrency) };
const calm = await playCalm(numbers);
console.log(`${numbers.trials} trials in ${seconds(calm.ms)} s on Docker, where nothing fails`);

for (const cloud of cloudNames.filter((name) => wanted.includes(name))) {
  const options = {
    ...{ cloud, ...numbers, rate: Number(values.rate), seed: values.seed },
    onRetry: (reason: string) => console.error(`${cloud}: executed again: ${reason}`),
    onEnd: (done: number) => {
      if (done % 20 === 0) console.error(`${cloud}: ${done} of ${numbers.trials}`);
    },
  };
  const result = await runStorm(options, calm);
  const { differences, left, rewards, faults, retries, requests, builds, journalled } = result;
  console.log(`${cloud}: ${journalled} trials in ${seconds(result.ms)} s, rewards ${JSON.stringify(rewards)}`);
  console.log(`  ${requests} requests, ${builds} builds, faults ${JSON.stringify(faults)}`);
  console.log(`  executed again ${JSON.stringify(retries)}`);
  for (const line of result.said) console.log(`  said: ${line}`);
  for (const line of differences) console.log(`  other than on Docker: ${line}`);
  for (const line of left) console.log(`  left: ${line}`);
  if (differences.length > 0 || left.length > 0) process.exitCode = 1;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(0);
}
