// A person's night with Codex as the coding agent: the command line, the real loop, real trials of starter tasks, and a
// server that speaks chat completions only. Codex sees train results, edits, benchmarks, is judged; its key stays here.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRehearsalUpstream } from "../../src/gateway/rehearsal/upstream.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { renamed } from "../helpers/coding-model.ts";
import { engineer } from "../helpers/engineer.ts";
import { openAiServer } from "../helpers/openai-server.ts";

const key = "sk-test-7b1e44c02d";

// Half of them need a plan, the others pass as they are.
const tasks = ["cron-move-jobs", "migrate-ini-config", "shared-folder-permissions", "git-recover-lost-work"];

const planning = "- Before you act, write a to-do list of every requirement, and work through all of it.";

const commands = [
  "cat workspace/train_results.json; ls workspace/traces/latest",
  // The instruction is a template literal: a further rule at its end.
  `sed -i '/^- When the task is done, answer with a short text/a ${planning}' agent/agent.ts && ` +
    `sed -i 's/without a tool call\\.\`;/without a tool call./; s/all of it\\.$/all of it.\`;/' agent/agent.ts; ` +
    `diff agent/templates/terminal-bench.ts agent/agent.ts; auto-harness benchmark; echo "exit $?"`,
  'auto-harness gate --hypothesis "it forgets requirements"; echo "exit $?"',
  "printf '\\n## Iteration 1 — val_score: 0.50 → 1.00 ✓\\n\\n**What changed:** it plans\\n' >> workspace/learnings.md",
];

test("a night with a coding agent in its box ends with what it wrote, judged and recorded", async () => {
  await using scene = await openCliScene();
  const rehearsal = await openRehearsalUpstream({ playbooks: join(import.meta.dirname, "../../datasets/starter") });
  const model = engineer({ protocol: "chat", commands, lastWord: "plan before acting" });
  await using server = await openAiServer({ worker: renamed(rehearsal, "rehearsal/starter"), coder: model });
  await writeFile(join(scene.folder, ".env"), `OPENAI_API_KEY=${key}\n`);
  const config = [
    "benchmark: terminal-bench",
    "dataset: starter",
    "agent_model: worker",
    "coding_agent: codex",
    "coding_agent_model: coder",
    "gate: strict-seed",
    "final_report: false",
    `base_url: ${server.baseUrl}`,
    "prices: { worker: { input: 1, output: 4 }, coder: { input: 2, output: 8 } }",
    "max_concurrency: 2",
    `task_ids: [${tasks.join(", ")}]`,
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);

  const night = await scene.run(["start", "--iterations", "1", "--budget", "5"], { timeoutMs: 900_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  const seen = model.seen();
  expect(seen).toHaveLength(commands.length);
  expect(seen[1]).toMatch(/score: 1\.0000 over 2 tasks[\s\S]*exit 0/);
  expect(seen[2]).toMatch(/\[gate\] ACCEPTED[\s\S]*exit 0/);
  expect(night.stdout).toMatch(/iteration 1: ACCEPTED \(improvement\) — plan before acting/);
  expect(await readFile(join(scene.folder, "agent/agent.ts"), "utf8")).toContain(planning);
  expect(await readFile(join(scene.folder, "workspace/learnings.md"), "utf8")).toContain("**What changed:** it plans");
  expect(new Set(server.calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${key}`]));

  const sessions = join(scene.folder, ".runs/main/coding-sessions");
  expect(await readdir(sessions)).toEqual(["it-1.jsonl"]);
  const split = JSON.parse(await readFile(join(scene.folder, ".runs/main/split.json"), "utf8")) as { test: string[] };
  const said = JSON.stringify(model.asked);
  for (const hidden of split.test) expect(said).not.toContain(hidden);
  expect(said).not.toContain(key);
  expect(await readFile(join(sessions, "it-1.jsonl"), "utf8")).not.toContain(key);
  expect(await scene.leftovers()).toEqual([]);
}, 900_000);
