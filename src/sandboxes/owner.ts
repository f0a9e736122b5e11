// Who owns a container: a process, told apart from a later one with the same number; the container it runs in itself,
// if it does; and a heartbeat file for those who cannot see that process (another pid namespace, another host).

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { sha256 } from "../lib/digest.ts";
import { writeAtomic } from "../lib/write-atomic.ts";

export interface Owner {
  /** Random, 12 hex digits. */
  id: string;
  /** This boot of this machine; where the system names none, this machine. */
  boot: string;
  /** The pid namespace in which `pid` means something. */
  namespace: string;
  pid: number;
  /** When the process started, in whatever unit the system gives: only ever compared. */
  start: string;
  /** Absolute path of the file touched every 10 s. */
  heartbeat: string;
  /** Id of the container of the same engine that the process runs in; "" where it runs in none. */
  container: string;
}

export interface OpenOwner extends Owner, AsyncDisposable {}

export type OwnerState = "alive" | "dead" | "unknown";

const heartbeatMs = 10_000;
const staleMs = 60_000;

export interface OpenOwnerOptions {
  stateFolder: string;
  /** Id of the container that this process runs in, of the engine that it uses. */
  container?: string;
  /** Where the system names its boot; default: Linux's. */
  bootIdFile?: string;
}

const linuxBootIdFile = "/proc/sys/kernel/random/boot_id";

/** Makes this process an owner: writes its heartbeat below `stateFolder` and touches it until disposed. */
export async function openOwner(options: OpenOwnerOptions): Promise<OpenOwner> {
  const { stateFolder, container = "", bootIdFile = linuxBootIdFile } = options;
  const id = randomBytes(6).toString("hex");
  const folder = join(stateFolder, "owners");
  const heartbeat = join(folder, id);
  await mkdir(folder, { recursive: true });
  const start = await processStart(process.pid);
  const here = (await bootHere(bootIdFile)) ?? placeOf(await ownMachineId(stateFolder));
  const owner: Owner = { ...here, id, pid: process.pid, start: start ?? "", heartbeat, container };
  await writeFile(heartbeat, `${JSON.stringify(owner)}\n`);
  const timer = setInterval(() => {
    const now = new Date();
    utimes(heartbeat, now, now).catch(() => undefined);
  }, heartbeatMs);
  timer.unref();
  return {
    ...owner,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await rm(heartbeat, { force: true });
    },
  };
}

/** Whoever asks for an owner's state. */
export interface Asker {
  /** The container that the asker runs in; "" where it runs in none. */
  container: string;
  /** What the engine says of a container: "ended" also where it has none of that id. */
  lookAt: (container: string) => Promise<"running" | "ended">;
  /** As of `openOwner`. */
  bootIdFile?: string;
}

/**
 * A process that can be seen decides alone: one that is stopped or slept with its machine is alive however old its
 * heartbeat is. For one that cannot be seen its container decides where that has ended, or has been started anew as the
 * asker's own; else the heartbeat, and without that nothing is known.
 */
export async function ownerState(
  owner: Owner,
  { container, lookAt, bootIdFile = linuxBootIdFile }: Asker,
): Promise<OwnerState> {
  const here = (await bootHere(bootIdFile)) ?? (await machineOf(owner));
  if (owner.boot === here?.boot && owner.namespace === here.namespace) {
    return (await processStart(owner.pid)) === owner.start ? "alive" : "dead";
  }
  if (owner.container !== "" && (owner.container === container || (await lookAt(owner.container)) === "ended")) {
    return "dead";
  }
  try {
    const { mtimeMs } = await stat(owner.heartbeat);
    return Date.now() - mtimeMs > staleMs ? "dead" : "alive";
  } catch {
    return "unknown";
  }
}

const prefix = "auto-harness.owner";

export function ownerLabels(owner: Owner): Record<string, string> {
  return {
    [prefix]: owner.id,
    [`${prefix}.boot`]: owner.boot,
    [`${prefix}.namespace`]: owner.namespace,
    [`${prefix}.pid`]: String(owner.pid),
    [`${prefix}.start`]: owner.start,
    [`${prefix}.heartbeat`]: owner.heartbeat,
    [`${prefix}.container`]: owner.container,
  };
}

/** undefined where the labels are not an owner's. */
export function parseOwnerLabels(labels: Readonly<Record<string, string>>): Owner | undefined {
  const id = labels[prefix];
  const pid = Number(labels[`${prefix}.pid`]);
  if (id === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return {
    id,
    boot: labels[`${prefix}.boot`] ?? "",
    namespace: labels[`${prefix}.namespace`] ?? "",
    pid,
    start: labels[`${prefix}.start`] ?? "",
    heartbeat: labels[`${prefix}.heartbeat`] ?? "",
    container: labels[`${prefix}.container`] ?? "",
  };
}

/** undefined when there is no such process. A zombie has ended. */
async function processStart(pid: number): Promise<string | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    if (process.platform === "linux") return undefined;
  }
  try {
    // Words of one language and one time zone, whatever the asker's are.
    const words = ["LC_ALL=C", "TZ=UTC", "ps", "-o", "lstart=", "-p", String(pid)];
    const { stdout } = await promisify(execFile)("env", words);
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}

type Place = Pick<Owner, "boot" | "namespace">;

async function bootHere(bootIdFile: string): Promise<Place | undefined> {
  try {
    const boot = (await readFile(bootIdFile, "utf8")).trim();
    return { boot, namespace: await readlink("/proc/self/ns/pid") };
  } catch {
    return undefined;
  }
}

/** Machines may share their name and their account at a cloud: one must not call the other's processes dead. */
function placeOf(machineId: string): Place {
  return { boot: sha256(`${hostname()} ${machineId}`).slice(0, 32), namespace: "host" };
}

/** This machine as the owner's state folder here names it. */
async function machineOf({ heartbeat }: Owner): Promise<Place | undefined> {
  const id = await machineIdIn(dirname(dirname(heartbeat)));
  return id === undefined ? undefined : placeOf(id);
}

const machineFile = "machine";

async function machineIdIn(stateFolder: string): Promise<string | undefined> {
  const text = await readFile(join(stateFolder, machineFile), "utf8").catch(() => "");
  return /^[0-9a-f]{32}$/.exec(text.trim())?.[0];
}

/** Random, and kept; where it can't be kept nobody else is seen to be of this machine. */
async function ownMachineId(stateFolder: string): Promise<string> {
  const kept = await machineIdIn(stateFolder);
  if (kept !== undefined) return kept;
  const id = randomBytes(16).toString("hex");
  await writeAtomic(join(stateFolder, machineFile), `${id}\n`).catch(() => undefined);
  // Another process may have been later, and stays.
  return (await machineIdIn(stateFolder)) ?? id;
}
