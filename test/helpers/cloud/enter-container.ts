// Commands as root in a container of this machine without asking its engine: a hundredth of what `docker exec` takes where
// much runs. They are in the container's namespaces and control groups and have its capabilities; they go when it does.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { access, type FileHandle, open, readFile, readlink } from "node:fs/promises";
import { constants } from "node:os";
import type { Readable, Writable } from "node:stream";
import type Dockerode from "dockerode";

export interface EnteredProcess {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** 128 and the signal's number where one ended it. */
  exited: Promise<number>;
}

export interface Entrance extends AsyncDisposable {
  /** The image's variables with these beside them; a folder that is not there ends it at once. */
  start(command: readonly string[], options: { cwd: string; env: Readonly<Record<string, string>> }): EnteredProcess;
}

const namespaces = ["mnt", "uts", "ipc", "net", "pid"] as const;
const flags = { mnt: "mount", uts: "uts", ipc: "ipc", net: "net", pid: "pid" } as const;

/** undefined where there is no such way: another machine's engine, not root, users of its own, no setpriv in it. */
export async function enterContainer(container: Dockerode.Container): Promise<Entrance | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { Id, State, Config } = await container.inspect();
  const root = `/proc/${State.Pid}`;
  const handles: FileHandle[] = [];
  const close = async () => void (await Promise.all(handles.map((handle) => handle.close())));
  try {
    await access(`${root}/root/usr/bin/setpriv`);
    if ((await readlink(`${root}/ns/user`)) !== (await readlink("/proc/self/ns/user"))) return undefined;
    // They stay its own, whoever gets the number when it has gone.
    for (const name of namespaces) handles.push(await open(`${root}/ns/${name}`));
    const groups = groupFiles(await readFile(`${root}/cgroup`, "utf8"), Id).filter((file) => existsSync(file));
    const capabilities = capabilitiesOf(await readFile(`${root}/status`, "utf8"));
    if (groups.length === 0) throw new Error("it is not of this machine");
    const enter = namespaces.map((name, at) => `--${flags[name]}=/proc/self/fd/${at + 3}`);
    return {
      start(command, { cwd, env }) {
        const inside = ["setpriv", `--bounding-set=${capabilities}`, "sh", "-c", begin, "sh", cwd, ...command];
        const child = spawn("sh", ["-c", join, "sh", groups.join(" "), "nsenter", ...enter, ...inside], {
          env: { HOME: "/root", PATH: usualPath, ...variablesOf(Config.Env ?? []), ...env },
          stdio: ["pipe", "pipe", "pipe", ...handles.map(({ fd }) => fd)],
          detached: true,
        });
        const { stdin, stdout, stderr } = child;
        if (stdin === null || stdout === null || stderr === null) throw new Error("it has no streams");
        stdin.on("error", () => undefined);
        const exited = new Promise<number>((resolve) => {
          child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
          // It could not be started.
          child.once("error", () => resolve(127));
        });
        return { stdin, stdout, stderr, exited };
      },
      [Symbol.asyncDispose]: close,
    };
  } catch {
    await close();
    return undefined;
  }
}

const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** $1 the files that take a process into its control groups. */
const join = 'for each in $1; do echo $$ >"$each" || exit 125; done; shift; exec "$@"';
/** $1 its folder. */
const begin = 'exec 3<&- 4<&- 5<&- 6<&- 7<&-; cd "$1" || exit 126; shift; exec "$@"';

/** Of version 1, a folder for each controller, or of version 2; where both are, one of them may not be there. */
function groupFiles(text: string, id: string): string[] {
  return text.split("\n").flatMap((line) => {
    const [, controllers = "", path = ""] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (!path.includes(id)) return [];
    return [`/sys/fs/cgroup/${controllers.replace(/^name=/, "")}${path}/cgroup.procs`];
  });
}

function capabilitiesOf(status: string): string {
  const mask = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
  const had = Array.from({ length: 41 }, (_, at) => at).filter((at) => ((mask >> BigInt(at)) & 1n) === 1n);
  return ["-all", ...had.map((at) => `+cap_${at}`)].join();
}

function variablesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}
