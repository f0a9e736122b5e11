// A whole rehearsal night (24 tasks, 8 iterations) on Docker and with every box at the clouds' stand-ins:
// node scripts/cloud-night.ts [e2b daytona]. Exits 1 unless every reward and verdict is the same, and nothing is left.

import { isDeepStrictEqual } from "node:util";
import { openCloudNight } from "../test/helpers/cloud/cloud-night.ts";
import { cloudNames } from "../test/helpers/cloud/open-test-cloud.ts";

const wanted = process.argv.slice(2);
const config = ["iterations: 8", "max_concurrency: 4"];
const clouds = cloudNames.filter((name) => wanted.length === 0 || wanted.includes(name));

/** Steps that end as soon as enough is known: which of their trials come to an end depends on the machine. */
const brokenOff = /^(?:screen|test) /;

const docker = await play("docker");
for (const cloud of clouds) {
  const { told, left, exitCode } = await play(cloud);
  const names = new Set([...Object.keys(docker.told.rewards), ...Object.keys(told.rewards)]);
  const both = (name: string) => name in docker.told.rewards && name in told.rewards;
  const other = [...names].filter(
    (name) => docker.told.rewards[name] !== told.rewards[name] && (both(name) || !brokenOff.test(name)),
  );
  for (const name of other) {
    console.log(`  other than on Docker: ${name}: ${docker.told.rewards[name]} there, ${told.rewards[name]} here`);
  }
  for (const name of left) console.log(`  left: ${name}`);
  const [here, there] = [told, docker.told].map(({ verdicts, scores }) => [verdicts, scores]);
  const same = other.length === 0 && isDeepStrictEqual(here, there);
  console.log(`  ${same ? "the same as on Docker" : "not the same as on Docker"}`);
  if (!same || left.length > 0 || exitCode !== 0) process.exitCode = 1;
}

async function play(provider: (typeof clouds)[number] | "docker") {
  await using night = await openCloudNight({ provider, config });
  const started = performance.now();
  const { exitCode, stderr } = await night.run(["start", "--plain"]);
  const told = await night.told();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const trials = Object.keys(told.rewards).length;
  console.log(`${provider}: ${trials} trials in ${seconds} s, exit ${exitCode}, scores ${told.scores.join(" -> ")}`);
  console.log(`  ${told.verdicts.join(", ")}; ${night.builds()} builds${stderr === "" ? "" : `; ${stderr}`}`);
  return { told, left: await night.left(), exitCode };
}
