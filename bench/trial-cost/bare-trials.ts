// The engine calls without which no trial can be had, by nothing but dockerode: one after the other within a trial,
// the two boxes side by side. The containers have the very options that the product's have.

import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type Dockerode from "dockerode";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { boxOf } from "../../src/benchmarks/terminal-bench/trial/task-box.ts";
import type { SandboxLabels, SandboxSpec } from "../../src/core/sandbox.ts";
import { packFolder, readTar } from "../../src/lib/tar-folder.ts";
import { containerOptions } from "../../src/sandboxes/docker/container-options.ts";
import { ownerLabels } from "../../src/sandboxes/owner.ts";
import type { Parts } from "./open-parts.ts";
import { commandOf } from "./tiny-tasks.ts";

/** Every task once; returns milliseconds. Throws unless every verifier gives 1. */
export async function measureBareTrials(
  parts: Parts,
  { boxes, concurrency, signal }: { boxes: "task" | "both"; concurrency: number; signal: AbortSignal },
): Promise<number> {
  const left = [...parts.tasks];
  const started = performance.now();
  const workers = Array.from({ length: concurrency }, async () => {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      signal.throwIfAborted();
      const reward = boxes === "task" ? await runTaskBox(parts, task) : await runBothBoxes(parts, task);
      if (reward !== "1") throw new Error(`${task.id} earned ${reward} by bare calls`);
    }
  });
  await Promise.all(workers);
  return performance.now() - started;
}

/** create, start, put, exec (the solution), exec (the tests), read, remove. */
async function runTaskBox(parts: Parts, task: TerminalTask): Promise<string> {
  const box = await openTaskBox(parts, task);
  await put(box, task);
  await exec(box, "/bench/solution/solve.sh");
  await exec(box, "/bench/tests/test.sh");
  const reward = await readReward(box);
  await remove(box);
  return reward;
}

/**
 * The task's box as above, its first exec being the agent's command; the agent's box: create, attach, start, end its
 * input, wait, remove. Its main process is `cat` in place of Node: what Node and the channel cost is the product's.
 */
async function runBothBoxes(parts: Parts, task: TerminalTask): Promise<string> {
  const [box, agent] = await Promise.all([openTaskBox(parts, task), openAgentBox(parts)]);
  await exec(box, commandOf(task.instruction));
  agent.socket.end();
  await agent.box.wait();
  await remove(agent.box);
  await put(box, task);
  await exec(box, "/bench/tests/test.sh");
  const reward = await readReward(box);
  await remove(box);
  return reward;
}

async function openTaskBox(parts: Parts, task: TerminalTask): Promise<Dockerode.Container> {
  const box = await create(parts, boxOf(task), parts.images.task, "task");
  await box.start();
  return box;
}

async function openAgentBox(parts: Parts): Promise<{ box: Dockerode.Container; socket: NodeJS.ReadWriteStream }> {
  const spec = { ...parts.agentBox, main: { command: ["cat"], attach: true } };
  const box = await create(parts, spec, parts.images.agent, "agent");
  const socket = await box.attach({ stream: true, hijack: true, stdin: true, stdout: true, stderr: true });
  socket.resume();
  await box.start();
  return { box, socket };
}

async function create(
  { docker, owner }: Parts,
  spec: Omit<SandboxSpec, "labels">,
  image: string,
  role: SandboxLabels["role"],
): Promise<Dockerode.Container> {
  const name = `auto-harness-bench-${randomBytes(8).toString("hex")}`;
  const labels = { owner: owner.id, job: "bench", trial: name, role };
  const place = { networkMode: spec.network === "open" ? "bridge" : "none", environment: {} };
  const named = { name, image, labels: ownerLabels(owner), place };
  return await docker.createContainer(containerOptions({ ...spec, labels }, named));
}

async function put(box: Dockerode.Container, { folder }: TerminalTask): Promise<void> {
  await box.putArchive(packFolder(folder, { prefix: "bench" }), { path: "/" });
}

async function exec(box: Dockerode.Container, command: string): Promise<void> {
  const created = await box.exec({ Cmd: ["sh", "-c", command], AttachStdout: true, AttachStderr: true });
  const output = await buffer(await created.start({}));
  const { ExitCode } = await created.inspect();
  if (ExitCode !== 0) throw new Error(`${command} exited ${ExitCode}: ${output}`);
}

async function readReward(box: Dockerode.Container): Promise<string> {
  const archive = await box.getArchive({ path: "/logs/verifier/reward.txt" });
  const files = await readTar(archive as Parameters<typeof readTar>[0], { maxBytes: 1024 });
  return files.get("reward.txt")?.toString("utf8").trim() ?? "nothing";
}

async function remove(box: Dockerode.Container): Promise<void> {
  await box.remove({ force: true, v: true });
}
