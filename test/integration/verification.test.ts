// What a reference solution's own state teaches, and what a candidate's is then judged in.

import { join } from "node:path";
import { expect, test } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TrialPlan } from "../../src/trials/trial-context.ts";
import { writeTask } from "../helpers/attacked-tasks.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

const toml = `schema_version = "1.4"\n[environment]\nnetwork_mode = "no-network"\n`;
const serve =
  'perl -MIO::Socket -e \'$s = IO::Socket::INET->new(Listen => 9, LocalAddr => "127.0.0.1:7070", ReuseAddr => 1); while ($c = $s->accept) { print $c "it is $$\\n"; close $c }\'';
const ask =
  'perl -MIO::Socket -e \'$c = IO::Socket::INET->new("127.0.0.1:7070") or exit 1; print <$c>\' | grep -q "it is"';
const inBackground = `(setsid ${serve} </dev/null >/dev/null 2>&1 &); until ${ask}; do sleep 0.1; done`;
const verdict = "&& reward=1 || reward=0; echo $reward > /logs/verifier/reward.txt\n";

/** Each with what its verifier looks for. */
const tasks = {
  // Whoever has the box's ports can tell.
  "answers-a-port": { solve: inBackground, look: ask },
  // Only whoever sees the box's processes can. The brackets keep grep from finding itself.
  "has-a-process": {
    solve: inBackground,
    look: "cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -q 'Socket::INET->new([L]isten'",
  },
  // No file of the box's own: memory does not come along.
  "in-memory": { solve: "echo done > /dev/shm/result", look: "[ -f /dev/shm/result ]" },
  "swaps-a-program": { solve: "printf '#!/bin/sh\\necho mine\\n' > /usr/bin/yes", look: '[ "$(yes)" = mine ]' },
} as const;

test("an oracle's trial tells what its task needs, and a candidate's state is judged there", async () => {
  await using docker = await openTestDocker();
  await using folder = await temporaryFolder();
  for (const [name, { solve, look }] of Object.entries(tasks)) {
    await writeTask(join(folder.path, "tasks", name), {
      "task.toml": toml,
      "environment/Dockerfile": "FROM debian:bookworm-slim\n",
      "tests/test.sh": `#!/bin/sh\n${look} ${verdict}`,
      "solution/solve.sh": `#!/bin/sh\n${solve}\n`,
    });
  }
  const upstream = scriptedUpstream(completion("hello"));
  await using trials = await openTerminalTrials(docker, { folder: folder.path, model: { model: "none" }, upstream });
  const run = async (plans: readonly TrialPlan[]) => {
    const silent = { onEvent: () => undefined, onBuildLog: () => undefined, onLog: () => undefined };
    const options = { job: "oracles", concurrency: 2, signal: new AbortController().signal, ...silent };
    const { records } = await runJob(plans, trials.context, options);
    const named = plans.map(({ task }, at) => [task.id, records[at]] as const);
    return (told: (record: TrialRecord | undefined) => unknown) =>
      Object.fromEntries(named.map(([id, record]) => [id, told(record)]));
  };

  const oracles = await run(
    trials.tasks.map((task) => ({ task, agent: { kind: "oracle" }, step: "check", decision: "", index: 0 })),
  );
  expect(oracles((record) => record?.outcome)).toEqual(oracles(() => ({ status: "scored", reward: 1 })));
  expect(oracles((record) => record?.verification?.oracle)).toEqual({
    "answers-a-port": { leavesProcesses: true, needsBox: false, changes: [] },
    "has-a-process": { leavesProcesses: true, needsBox: true, changes: [] },
    "in-memory": { leavesProcesses: false, needsBox: true, changes: [] },
    "swaps-a-program": { leavesProcesses: false, needsBox: false, changes: ["/usr/bin/yes"] },
  });

  // A candidate that does what the oracle does.
  const candidates = await run(
    trials.tasks.map((task): TrialPlan => {
      const { solve } = tasks[task.id as keyof typeof tasks];
      const code = `export class HarnessAgent { async run(instruction, environment) { await environment.exec(${JSON.stringify(solve)}); } }`;
      return { task, agent: { kind: "candidate", code, digest: sha256(code) }, step: "train", decision: "", index: 0 };
    }),
  );
  expect(candidates((record) => record?.outcome)).toEqual(oracles(() => ({ status: "scored", reward: 1 })));
  expect(candidates((record) => [record?.verification?.mode, record?.verification?.flags])).toEqual({
    "answers-a-port": ["fresh, network shared", []],
    "has-a-process": ["shared", ["processes-left"]],
    "in-memory": ["shared", []],
    "swaps-a-program": ["fresh", []],
  });
}, 300_000);
