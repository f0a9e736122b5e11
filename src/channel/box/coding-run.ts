// Programs that run in a coding agent's box, each in a process group of its own; what they print travels to the host.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";

/** `exitCode` null: a signal ended it. */
export interface ProgramEnd {
  exitCode: number | null;
  signal: string | null;
}

const running = new Map<number, ChildProcess>();
/** For what a program's own children still hold of its output. */
const lingerMs = 1000;
const forever = new AbortController().signal;

/** `params`: id, command, env. The body is its standard input. A program that can't be started ends with 127. */
export async function runProgram(
  peer: Peer,
  params: unknown,
  input: Uint8Array,
  { cwd }: { cwd: string },
): Promise<ProgramEnd> {
  const { id, command, env } = isRecord(params) ? params : {};
  const [file = "", ...args] = Array.isArray(command) ? command.map(String) : [];
  const variables = Object.entries(isRecord(env) ? env : {}).map(([name, value]) => [name, String(value)]);
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...Object.fromEntries(variables) },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  const key = Number(id);
  running.set(key, child);
  try {
    child.stdin.on("error", () => undefined).end(input);
    const printed = Promise.all([pump(peer, key, "stdout", child.stdout), pump(peer, key, "stderr", child.stderr)]);
    const [exitCode, signal] = (await once(child, "exit")) as [number | null, string | null];
    await Promise.race([printed, sleep(lingerMs)]);
    return { exitCode, signal };
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    await say(peer, key, "stderr", Buffer.from(`${file}: ${error.message}\n`));
    return { exitCode: 127, signal: null };
  } finally {
    running.delete(key);
    kill(child, "SIGKILL");
  }
}

/** `params`: id, signal. A program that has ended is no mistake. */
export function stopProgram(params: unknown): void {
  const { id, signal } = isRecord(params) ? params : {};
  const child = running.get(Number(id));
  if (child !== undefined) kill(child, signal === "SIGKILL" ? "SIGKILL" : "SIGTERM");
}

async function pump(peer: Peer, id: number, stream: string, from: Readable): Promise<void> {
  // One after the other: a program that prints faster than the host reads waits.
  for await (const chunk of from) await say(peer, id, stream, chunk as Buffer);
}

async function say(peer: Peer, id: number, stream: string, chunk: Uint8Array): Promise<void> {
  await peer.request("output", { id, stream }, { body: chunk, signal: forever });
}

/** The whole group, whoever of it is left. */
function kill({ pid }: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of it is left.
  }
}
