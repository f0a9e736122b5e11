import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contextsFolder } from "../../channel/context-by-digest.ts";
import type { BoxSpec, LoadContext, Task, TaskTexts } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { canonicalJson, sha256 } from "../../lib/digest.ts";
import { writeAtomic } from "../../lib/write-atomic.ts";
import type { CommandOptions } from "./options.ts";
import { programImage } from "./program-image.ts";
import { type ListedTask, parseTaskList, readTasksFile } from "./task-list.ts";

export interface CommandTask extends Task {
  image: ImageSource;
  texts: TaskTexts;
  runCommand: string;
  oracleCommand: string | null;
  agentPlace: CommandOptions["agent_place"];
  /** Of the program's box, beside image and main process. */
  box: Pick<BoxSpec, "network" | "profile" | "limits" | "env">;
}

const listTimeoutMs = 300_000;
/** Whatever the image's entry point is. */
const idle = { command: ["sh", "-c", "exec sleep infinity"], attach: false };

/** Throws config faults that name the key. */
export async function loadCommandTasks(options: CommandOptions, context: LoadContext): Promise<CommandTask[]> {
  const { tasks_file, list_command, run_command, oracle_command, agent_place } = options;
  if ((tasks_file === undefined) === (list_command === undefined)) {
    const found = tasks_file === undefined ? "neither is there" : "both are there";
    throw config("task-list-missing", `tasks_file or list_command says which tasks there are; ${found}, expected one`);
  }
  if (oracle_command !== undefined && agent_place === "program-box") {
    throw config(
      "oracle-needs-own-box",
      "oracle_command answers questions, and with agent_place: program-box none are asked",
    );
  }
  const cacheFolder = contextsFolder(context.cacheFolder);
  const { folder, image } = await programImage(options, { root: context.root, cacheFolder, signal: context.signal });
  const box = boxOf(options);
  const listed =
    tasks_file === undefined
      ? await listTasks(list_command ?? "", { image, box }, context)
      : await readTasksFile(folder, tasks_file);
  const timeouts = {
    agentTimeoutMs: options.agent_timeout_sec * 1000,
    verifierTimeoutMs: options.program_timeout_sec * 1000,
  };
  const known = { image: digestOf(image), run_command, agent_place, box, ...timeouts };
  const wanted = listed.filter(({ id }) => context.wanted(id));
  return wanted.map(({ id, texts }) => ({
    ...{ id, texts, image, box, ...timeouts, runCommand: run_command, agentPlace: agent_place },
    digest: sha256(canonicalJson({ ...known, id })),
    oracleCommand: oracle_command ?? null,
    oracle: oracle_command !== undefined,
    ...(tasks_file === undefined ? {} : { file: join(folder, tasks_file) }),
    notes: [],
  }));
}

function boxOf({ program_network: network, program_memory_mb: memoryMb }: CommandOptions): CommandTask["box"] {
  return {
    network: typeof network === "string" ? network : { allow: network },
    profile: "task",
    limits: memoryMb === undefined ? {} : { memoryMb },
    // A question that waits in a buffer of Python's waits for ever.
    env: { PYTHONUNBUFFERED: "1" },
  };
}

/** Asks the program once per state of its folder. */
async function listTasks(
  command: string,
  { image, box }: Pick<CommandTask, "image" | "box">,
  { cacheFolder, withBox, say, signal }: LoadContext,
): Promise<ListedTask[]> {
  const key = sha256(canonicalJson({ image: digestOf(image), command, network: box.network }));
  const kept = join(cacheFolder, "task-lists", `${key}.txt`);
  const source = `list_command (${command})`;
  const before = await readFile(kept, "utf8").catch(() => undefined);
  if (before !== undefined) return parseTaskList(before, source);
  if (withBox === undefined) {
    throw config("list-needs-engine", `${source} runs in a box, and none can be opened here: use tasks_file`);
  }
  say(`asking the program for its tasks: ${command}`);
  const run = await withBox({ ...box, image, main: idle }, async (session) => {
    return await session.exec(["sh", "-c", command], { signal, timeoutMs: listTimeoutMs });
  });
  if (run.timedOut || run.exitCode !== 0) {
    const how = run.timedOut ? `took more than ${listTimeoutMs / 1000} s` : `exited ${run.exitCode}`;
    throw config("task-list-failed", `${source} ${how}: ${`${run.stderr}${run.stdout}`.trim().slice(-2000)}`);
  }
  const listed = parseTaskList(run.stdout, source);
  await writeAtomic(kept, run.stdout);
  return listed;
}

function digestOf(image: ImageSource): string {
  return image.kind === "build" ? image.digest : image.reference;
}

function config(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
