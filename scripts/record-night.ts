// Records test/fixtures/night anew, on Docker and without a key: node scripts/record-night.ts. A small night on four
// bundled tasks by the original's gate, as it asks for few trials. Exits as `auto-harness start` does.

import { cp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openCliScene } from "../test/helpers/cli-scene.ts";

const config = `benchmark: terminal-bench
task_ids: [checkout-latency-trace, cron-move-jobs, sqlite-orders-repair, worker-control-script]
agent_model: rehearsal/starter
coding_agent: rehearsal
gate: strict-seed
train_fraction: 0.5
iterations: 4
final_report: false
max_concurrency: 2
`;
const target = join(import.meta.dirname, "../test/fixtures/night");

await using scene = await openCliScene();
await writeFile(join(scene.folder, "experiment_config.yaml"), config);
const { exitCode, stdout, stderr } = await scene.run(["start", "--plain", "--record", "night", "--record-test"]);
console.log(`${stdout}${stderr}`);
if (exitCode === 0) {
  await rm(`${target}.new`, { recursive: true, force: true });
  await cp(join(scene.folder, "night"), `${target}.new`, { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(`${target}.new`, target);
}
process.exitCode = exitCode ?? 1;
