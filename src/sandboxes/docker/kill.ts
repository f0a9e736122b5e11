// Killing a command and everything it started in a container: see kill-script.ts.

import type Dockerode from "dockerode";
import { abortable } from "../../lib/abortable.ts";
import { killScript, marker } from "../kill-script.ts";
import { engineCall } from "./call.ts";
import { exitCodeOf } from "./exit-code.ts";
import { readFrames } from "./frames.ts";

export interface KillOptions {
  /** As whom the command ran; undefined: the container's own user. */
  user: string | undefined;
  say: (line: string) => void;
}

const limitMs = 15_000;
/** For a killer that has said everything to be gone. */
const endingMs = 1_000;
const maxUsers = 6;

/** Never throws: what can't be killed is said, and stays among the sandbox's processes. */
export async function killMarked(
  container: Dockerode.Container,
  id: string,
  { user, say }: KillOptions,
): Promise<void> {
  const signal = AbortSignal.timeout(limitMs);
  const queue: Array<string | undefined> = [user];
  const tried = new Set<string | undefined>();
  let seen: string[] = [];
  try {
    for (let as = queue.shift(); tried.size < maxUsers; as = queue.shift()) {
      if (tried.has(as)) {
        if (queue.length === 0) return;
        continue;
      }
      tried.add(as);
      const report = await runKiller(container, id, seen, as, signal);
      seen = report.seen;
      queue.push(...report.uids);
      if (report.left.length > 0) queue.push("0");
      if (queue.length === 0) return;
    }
    say(`a command that was over its time may have left processes: more than ${maxUsers} users inside the sandbox`);
  } catch (error) {
    say(`could not kill a command inside the sandbox: ${error instanceof Error ? error.message : error}`);
  }
}

async function runKiller(
  container: Dockerode.Container,
  id: string,
  seen: readonly string[],
  user: string | undefined,
  signal: AbortSignal,
): Promise<{ seen: string[]; left: string[]; uids: string[] }> {
  const exec = await engineCall(
    "prepare to kill a command",
    (abortSignal) =>
      container.exec({
        Cmd: ["sh", "-c", killScript, "sh", `${marker}=${id}`, seen.join(" ")],
        AttachStdout: true,
        AttachStderr: true,
        WorkingDir: "/",
        ...(user === undefined ? {} : { User: user }),
        abortSignal,
      }),
    { signal },
  );
  const stream = await engineCall("kill a command", (abortSignal) => exec.start({ abortSignal }), { signal });
  const complete = Promise.withResolvers<void>();
  let text = "";
  const reading = readFrames(stream, (_name, chunk) => {
    if (text.length < 100_000) text += chunk.toString("utf8");
    // Not the stream's end: the engine may take two seconds more to notice that of a command whose kin still runs.
    if (/^uids.*\n/m.test(text)) complete.resolve();
    return undefined;
  });
  try {
    await abortable(Promise.race([reading, complete.promise]), signal);
    // Else it might be taken for something that the command has left.
    await exitCodeOf(exec, AbortSignal.any([signal, AbortSignal.timeout(endingMs)])).catch(() => undefined);
  } finally {
    stream.destroy();
    reading.catch(() => undefined);
  }
  if (!text.includes("seen")) throw new Error(text.trim() || "the killer said nothing");
  const numbers = (word: string) => (new RegExp(`^${word}(.*)$`, "m").exec(text)?.[1] ?? "").match(/\d+/g) ?? [];
  return { seen: [...numbers("seen")], left: [...numbers("left")], uids: [...numbers("uids")] };
}
