// `docker compose up loop`: the whole program in a container beside its boxes, on a folder that stays the person's.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Standing } from "../../src/commands/standing.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { type ComposeLoop, openComposeLoop } from "../helpers/compose-loop.ts";
import { writeLuckTasks } from "../helpers/gate-night-tasks.ts";

const config = [
  ...["benchmark: terminal-bench", "dataset: tasks", "agent_model: rehearsal/luck", "coding_agent: rehearsal"],
  ...["gate: strict-seed", "train_fraction: 0.5", "iterations: 1", "max_concurrency: 2", "max_hours: 1"],
  // Which of its runs have ended when it is broken off is the machine's doing.
  ...["final_report: false", "pre_screen: false"],
];

/** Tasks of which those with sums need what the rehearsal's first edit brings. */
async function openNight(): Promise<ComposeLoop> {
  await using undo = new AsyncDisposableStack();
  const loop = undo.use(await openComposeLoop());
  await writeLuckTasks(join(loop.folder, "tasks"), { greetings: 2, sums: 4 });
  for (const task of await readdir(join(loop.folder, "tasks"))) {
    const file = join(loop.folder, "tasks", task, "rehearsal.toml");
    await writeFile(file, (await readFile(file, "utf8")).replace('when = "verify"', 'when = "plan"'));
  }
  // A clone, in which the candidates are then kept.
  await runCommand(["git", "init", "--quiet", loop.folder], { signal: AbortSignal.timeout(60_000) });
  await loop.give();
  await loop.write("experiment_config.yaml", `${config.join("\n")}\n`);
  const owned = undo.move();
  return { ...loop, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

async function standing(loop: ComposeLoop): Promise<Standing> {
  const result = await loop.compose("run", "--rm", "-T", "loop", "status", "--json");
  expect(result.exitCode, result.stderr).toBe(0);
  return JSON.parse(result.stdout) as Standing;
}

/** The end of a night without what differs between two. */
async function nightOf(loop: ComposeLoop) {
  const { verdicts, trials, iterations } = await standing(loop);
  const read = async (path: string) => await readFile(join(loop.folder, path), "utf8");
  return {
    ...{ verdicts, trials, iterations },
    rows: (await readResults(join(loop.folder, "workspace/results.tsv"))).map((row) => ({
      ...{ ...row, timestamp: "", commit: "" },
    })),
    ...{ agent: await read("agent/agent.ts"), suite: await read("workspace/suite.json") },
  };
}

test("a loop whose container is killed in the middle goes on to the same result, and its folder stays its owner's", async () => {
  await using whole = await openNight();
  expect((await whole.compose("up", "-d", "loop")).exitCode).toBe(0);
  expect(await whole.ended()).toBe(0);
  const uninterrupted = await nightOf(whole);
  expect(uninterrupted).toMatchObject({ verdicts: [{ verdict: "accepted" }], rows: [{}, {}] });
  expect(await whole.notOwned()).toEqual([]);
  expect(await readFile(join(whole.folder, ".git/refs/auto-harness/main"), "utf8")).toMatch(/^[0-9a-f]{40}\n$/);
  expect(await whole.boxes()).toEqual([]);

  await using killed = await openNight();
  await killed.compose("up", "-d", "loop");
  await killed.printed(/2\/6 +baseline/);
  // Afterwards any command of ours, another test's too, may sweep them.
  expect((await killed.boxes()).length).toBeGreaterThan(0);
  expect((await killed.compose("kill", "--signal", "SIGKILL", "loop")).exitCode).toBe(0);
  expect(await killed.ended()).toBe(137);
  const before = await standing(killed);
  expect(before).toMatchObject({ running: false, iterations: { done: 0 } });
  expect(before.trials.done).toBeGreaterThanOrEqual(2);

  // Paused from a container of its own; the loop that begins says so and waits.
  expect((await killed.compose("run", "--rm", "-T", "loop", "pause")).exitCode).toBe(0);
  await killed.compose("up", "-d", "loop");
  await killed.printed(/paused since /);
  // What the dead one left is gone at once: its container has been started anew.
  expect(await killed.boxes()).toEqual([]);
  expect(await standing(killed)).toMatchObject({ running: true, pausedSince: expect.any(String) });
  // Of the program, which is not root.
  const status = ["exec", "-T", "loop", "sh", "-c", "grep -hE '^(Uid|CapEff|NoNewPrivs)' /proc/[0-9]*/status"];
  const powerless = new RegExp(`Uid:\\t${killed.owner}\\t.*\\nCapEff:\\t0+\\nNoNewPrivs:\\t1\\n`);
  expect((await killed.compose(...status)).stdout).toMatch(powerless);
  const busy = await killed.compose("run", "--rm", "-T", "loop", "benchmark");
  expect(busy).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/another auto-harness process works on this/),
  });
  expect((await killed.compose("run", "--rm", "-T", "loop", "resume")).stdout).toBe("the loop goes on\n");
  expect(await killed.ended()).toBe(0);
  expect(await nightOf(killed)).toEqual(uninterrupted);
  expect(await killed.notOwned()).toEqual([]);

  expect((await killed.compose("down")).exitCode).toBe(0);
  expect(await killed.boxes()).toEqual([]);
  // The state only, which -v takes too.
  expect(await killed.ofProject()).toEqual([expect.stringMatching(/_runs$/)]);
  await killed.compose("down", "-v");
  expect(await killed.ofProject()).toEqual([]);
}, 900_000);

test("without a config it is the rehearsal, which leaves the folder as it was; a stop ends it politely and down takes all", async () => {
  await using loop = await openComposeLoop(["start", "--iterations", "1"]);
  await loop.compose("up", "-d", "loop");
  expect(await loop.printed(/ 2\/24 +baseline/)).toMatch(/so this is a rehearsal/);
  expect((await loop.compose("stop", "loop")).exitCode).toBe(0);
  expect(await loop.ended()).toBe(130);
  expect(await loop.printed(/the same command goes on where it was/)).not.toMatch(/bug/);
  expect(await loop.boxes()).toEqual([]);
  expect(await standing(loop)).toMatchObject({ experiment: null, running: false });
  expect(await readdir(loop.folder)).toEqual([]);
  await loop.compose("down", "-v");
  expect(await loop.ofProject()).toEqual([]);
}, 600_000);

test("a volume that holds one folder's state refuses another folder by name", async () => {
  await using loop = await openComposeLoop();
  const run = ["run", "--rm", "-T"];
  expect((await loop.compose(...run, "loop", "--help")).stdout).toMatch(/auto-harness/);
  const refused = await loop.composeOn(join(loop.folder, ".."), ...run, "loop", "--help");
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/this volume holds the state of/) });
}, 600_000);
