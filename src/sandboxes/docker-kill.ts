// Killing a command and everything it started, from inside, without writing a file.
//
// Every exec carries a marker in its environment. A process belongs to it if it carries the marker too, or descends
// from or shares the session of one that does: so a process that cleared its environment, changed its user or left its
// session must do all three at once to be missed.

import type Dockerode from "dockerode";
import { abortable } from "../lib/abortable.ts";
import { engineCall } from "./docker-call.ts";
import { readFrames } from "./docker-frames.ts";

export const marker = "AUTO_HARNESS_EXEC";

/**
 * sh builtins only, and no special one that is redirected: such a one ends the shell when its file has gone. What is
 * found is stopped first and killed when all is found: killing a parent sooner would make orphans of its children.
 * $1 marker, $2 pids already known. Prints the pids it has seen and has left, and the users whose it may not read.
 */
const killer = `
mark="$1"; seen=" $2 "; uids=" "; pass=0
while [ $pass -lt 8 ]; do
  pass=$((pass + 1)); found=
  for folder in /proc/[0-9]*; do
    pid="\${folder#/proc/}"
    case "$pid" in 1|$$) continue;; esac
    { IFS= read -r line; } 2>/dev/null <"$folder/stat" || continue
    set -- \${line##*) }
    [ "$1" = Z ] && continue
    case "$seen" in *" $pid "*) continue;; esac
    hit=
    case "$seen" in *" $2 "*|*" $4 "*) hit=1;; esac
    if [ -z "$hit" ]; then
      if { true <"$folder/environ"; } 2>/dev/null; then
        while IFS= read -r line || [ -n "$line" ]; do
          case "$line" in *"$mark"*) hit=1; break;; esac
        done 2>/dev/null <"$folder/environ"
      else
        while IFS= read -r line; do
          case "$line" in Uid:*) set -- $line; case "$uids" in *" $2 "*) ;; *) uids="$uids$2 ";; esac; break;; esac
        done 2>/dev/null <"$folder/status"
      fi
    fi
    if [ -n "$hit" ]; then found=1; seen="$seen$pid "; kill -STOP "$pid" 2>/dev/null; fi
  done
  [ -z "$found" ] && break
done
left=
for pid in $seen; do kill -9 "$pid" 2>/dev/null || { [ -d "/proc/$pid" ] && left="$left $pid"; }; done
echo "seen$seen"; echo "left$left"; echo "uids$uids"
`;

export interface KillOptions {
  /** As whom the command ran; undefined: the container's own user. */
  user: string | undefined;
  say: (line: string) => void;
}

const limitMs = 15_000;
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
        Cmd: ["sh", "-c", killer, "sh", `${marker}=${id}`, seen.join(" ")],
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
  } finally {
    stream.destroy();
    reading.catch(() => undefined);
  }
  if (!text.includes("seen")) throw new Error(text.trim() || "the killer said nothing");
  const numbers = (word: string) => (new RegExp(`^${word}(.*)$`, "m").exec(text)?.[1] ?? "").match(/\d+/g) ?? [];
  return { seen: [...numbers("seen")], left: [...numbers("left")], uids: [...numbers("uids")] };
}
