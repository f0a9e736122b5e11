// What runs in a sandbox at a cloud beside the machine's own: told from what ran when it was opened, and from our commands.

import { spoolRoot } from "./spool-folder.ts";

export interface ProcessRow {
  pid: number;
  parent: number;
  /** Zombies have ended. */
  state: string;
  /** In the kernel's ticks: with the pid it names a process for good. */
  start: string;
  /** "": it has none. */
  command: string;
}

/**
 * Lines "pid state parent start command"; threads of the kernel have no command, nor has who is just ending. A process
 * whose first thread has ended looks like a zombie while others of its threads go on: it is given as running.
 */
export const listScript = `
for folder in /proc/[0-9]*; do
  line=; while IFS= read -r part || [ -n "$part" ]; do line="$line $part"; done 2>/dev/null <"$folder/stat"
  [ -n "$line" ] || continue
  command=$(tr '\\0\\n' '  ' 2>/dev/null <"$folder/cmdline")
  set -- \${line##*) }
  state=$1; parent=$2; shift 19; start=$1
  [ "$state" = Z ] && { set -- "$folder"/task/*; [ $# -gt 1 ] && state=R; }
  printf '%s\n' "\${folder#/proc/} $state $parent $start $command"
done
`;

export function parseRows(text: string): ProcessRow[] {
  return text.split("\n").flatMap((line) => {
    const [, pid, state = "", parent, start = "", command = ""] = /^(\d+) (\S) (\d+) (\d+) ([\s\S]*)$/.exec(line) ?? [];
    return pid === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), state, start, command: command.trim() }];
  });
}

export interface ListContext {
  /** `pid start` of what ran when it was opened. */
  before: ReadonlySet<string>;
  /** Ids of the spooled commands whose whole tree is ours to leave out. */
  own: readonly string[];
  /** Of the attached main process: it is left out, what it starts is not. */
  main: string | undefined;
}

/** One that is no orphan and looks like ours can be a live command of ours only: an orphan's parent is process 1. */
export function leftProcesses(rows: readonly ProcessRow[], { before, own, main }: ListContext): ProcessRow[] {
  const byPid = new Map(rows.map((row) => [row.pid, row]));
  // The listing itself is among them.
  const now = Math.max(...rows.map(({ start }) => Number(start)));
  const wasThere = (row: ProcessRow | undefined) => row !== undefined && before.has(keyOf(row));
  const isRunner = (row: ProcessRow) =>
    row.command.includes(spoolRoot) && (row.parent === 0 || (row.parent !== 1 && wasThere(byPid.get(row.parent))));
  const runnerOf = (row: ProcessRow): ProcessRow | undefined => {
    for (let at: ProcessRow | undefined = row; at !== undefined && at.pid !== 1; at = byPid.get(at.parent)) {
      if (isRunner(at)) return at;
    }
    return undefined;
  };
  return rows.filter((row) => {
    if (row.pid === 1 || row.state === "Z" || isKernels(row) || wasThere(row)) return false;
    if (ownWait.test(row.command) && now - Number(row.start) < waitTicks) return false;
    const runner = runnerOf(row);
    if (runner === undefined) return true;
    if (runner === row || row.command.includes(spoolRoot) || isHelper(runner)) return false;
    if (own.some((id) => runner.command.includes(` ${id} `))) return false;
    return !(main !== undefined && runner.command.includes(` ${main} `) && row.parent === runner.pid);
  });
}

/** Only a thread of the kernel has process 2 as its parent; a process may blank its own command line. */
function isKernels({ pid, parent, command }: ProcessRow): boolean {
  return command === "" && (pid === 2 || parent === 2);
}

/** A listener or a feeder of ours. Its command line begins so, and no command of somebody else's does. */
function isHelper({ command }: ProcessRow): boolean {
  return helper.test(command);
}

const helper = new RegExp(
  `^(?:(?:\\S*/)?(?:ba)?sh -c )?sh -c "?echo [A-Za-z0-9+/=]+ \\| base64 -d \\| sh -s ${spoolRoot} helper"?$|^sh ${spoolRoot}/requests/[0-9a-f]+\\.helper$`,
);

/** Our scripts wait by odd lengths; one whose script has ended goes on for its hundredths of a second. */
const waitTicks = 200;
const ownWait = /^sleep 0\.(?:0[1235]07|107|257)$/;

export function keyOf({ pid, start }: ProcessRow): string {
  return `${pid} ${start}`;
}
