import { spawn } from "node:child_process";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { HostFacts } from "./host-facts.ts";
import type { StepLog } from "./steps.ts";

const pidFile = "/var/run/docker.pid";
const answerWithinMs = 60_000;

export interface StartEngineOptions {
  signal: AbortSignal;
  facts: HostFacts;
  /** Where dockerd writes, if it is we who start it. */
  logFile: string;
  answers: () => Promise<boolean>;
}

/** Starts the installed engine and waits for its first answer; throws, with the end of its log in the step's. */
export async function startEngine(log: StepLog, options: StartEngineOptions): Promise<void> {
  if (options.facts.systemd) {
    await log.command(["systemctl", "start", "docker"]);
    if (await answersInTime(options, () => true)) return;
    await log.command(["journalctl", "--unit", "docker", "--lines", "20", "--no-pager"]);
    throw new Error(`the engine does not answer ${answerWithinMs / 1000} s after systemctl start docker`);
  }
  await forgetStalePid();
  await mkdir(dirname(options.logFile), { recursive: true });
  await using file = await open(options.logFile, "w", 0o600);
  const daemon = spawn("dockerd", [], { detached: true, cwd: "/", stdio: ["ignore", file.fd, file.fd] });
  let ended: string | undefined;
  daemon.on("exit", (code, signalName) => {
    ended = `dockerd ended with ${signalName ?? `exit code ${code}`}`;
  });
  daemon.on("error", (error) => {
    ended = `dockerd cannot be started: ${error.message}`;
  });
  daemon.unref();
  // One that was started by somebody else at the same moment may hold the socket: only the answer counts.
  if (await answersInTime(options, () => ended === undefined)) return;
  if (ended === undefined && daemon.pid !== undefined) process.kill(daemon.pid);
  const output = await readFile(options.logFile, "utf8");
  for (const line of output.trimEnd().split("\n").slice(-12)) log.line(line);
  options.signal.throwIfAborted();
  throw new Error(
    `${ended ?? `dockerd does not answer after ${answerWithinMs / 1000} s`}; its log: ${options.logFile}`,
  );
}

async function answersInTime({ signal, answers }: StartEngineOptions, alive: () => boolean): Promise<boolean> {
  const until = Date.now() + answerWithinMs;
  while (Date.now() < until && !signal.aborted) {
    if (await answers()) return true;
    if (!alive()) return false;
    await sleep(200, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/** A machine that went down leaves the file, and its number may be another process's by now. */
async function forgetStalePid(): Promise<void> {
  const pid = await readFile(pidFile, "utf8").catch(() => undefined);
  if (pid === undefined) return;
  const name = await readFile(`/proc/${pid.trim()}/comm`, "utf8").catch(() => "");
  if (name.trim() !== "dockerd") await rm(pidFile, { force: true });
}
