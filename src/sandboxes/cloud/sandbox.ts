// One sandbox at a cloud, owned by whoever opened it.

import { HarnessError } from "../../core/fault.ts";
import type { MainProcess, Sandbox, SandboxSpec } from "../../core/sandbox.ts";
import type { ExecOptions, Session } from "../../core/session.ts";
import { type CloudBox, newId } from "./box.ts";
import { type CloudDefaults, runExec } from "./exec.ts";
import { getArchive, inside, putArchive, readFile, writeFile } from "./files.ts";
import { keyOf, leftProcesses, listScript, type ProcessRow, parseRows } from "./processes.ts";
import type { SpooledCommand } from "./spool.ts";
import { boxFolder } from "./spool-folder.ts";

export interface OpenedMain {
  main: MainProcess;
  /** Ends its streams. */
  close(): void;
}

export interface CloudSandboxParts {
  open: (closed: AbortSignal) => { box: CloudBox; startMain: (command: SpooledCommand) => OpenedMain };
  imageNotes: readonly string[];
  say: (line: string) => void;
  /** Removes it; never throws. */
  remove: () => Promise<void>;
}

const nobody = "65534:65534";

/** $1 the folder that commands start in or "", then `tmpfs size path` and `folder mode path`. */
const setUp = `
[ -n "$1" ] && mkdir -p "$1"; shift
for each in "$@"; do
  kind="\${each%% *}"; each="\${each#* }"; how="\${each%% *}"; path="\${each#* }"
  mkdir -p "$path" || exit
  if [ "$kind" = folder ]; then chmod "$how" "$path" || exit; continue; fi
  mount -t tmpfs -o "rw,exec,nosuid,nodev,mode=1777,size=\${how}m" tmpfs "$path" 2>/dev/null || chmod 1777 "$path"
done
cat ${boxFolder}/image 2>/dev/null
echo processes
${listScript}
`;

/** Undoes everything when it throws. */
export async function setUpSandbox(spec: SandboxSpec, parts: CloudSandboxParts, signal: AbortSignal): Promise<Sandbox> {
  await using undo = new AsyncDisposableStack();
  undo.defer(parts.remove);
  const closed = new AbortController();
  undo.defer(() => closed.abort(sandboxClosed()));
  const { box, startMain } = parts.open(closed.signal);
  const tmpfs = (spec.tmpfs ?? []).map(({ path, sizeMb }) => `tmpfs ${sizeMb} ${path}`);
  const folders = (spec.folders ?? []).map(({ path, mode }) => `folder ${mode.toString(8)} ${path}`);
  const command = ["sh", "-c", setUp, "sh", spec.workdir ?? "", ...tmpfs, ...folders];
  const { exitCode, stdout, stderr } = await inside(box, command, signal);
  if (exitCode !== 0) throw setUpFailed(exitCode, stderr);
  const [facts = "", rows = ""] = stdout.toString("utf8").split(/^processes\n/m);
  const before = new Set(parseRows(rows).map(keyOf));
  const defaults = defaultsOf(spec, facts);
  let main: OpenedMain | undefined;
  let mainId: string | undefined;
  if (spec.main !== undefined) {
    mainId = newId();
    const main0 = { id: mainId, command: spec.main.command, ...defaults, stdin: spec.main.attach };
    if (spec.main.attach) {
      main = startMain(main0);
      const opened = main;
      undo.defer(() => opened.close());
    } else {
      // It runs until the sandbox goes; what it prints and how it ends is nobody's concern.
      box.runSpooled({ ...main0, ends: 2 }, { signal: closed.signal, onChunk: () => undefined }).catch(() => undefined);
    }
  }
  return new OpenedCloudSandbox(box, { ...parts, defaults, before, main: main?.main, mainId }, undo.move());
}

interface OpenedParts extends CloudSandboxParts {
  defaults: CloudDefaults;
  before: ReadonlySet<string>;
  main: MainProcess | undefined;
  mainId: string | undefined;
}

class OpenedCloudSandbox implements Sandbox {
  readonly id: string;
  readonly session: Session;
  readonly main?: MainProcess;
  readonly imageNotes: readonly string[];
  readonly #box: CloudBox;
  readonly #parts: OpenedParts;
  readonly #undo: AsyncDisposableStack;
  #disposal: Promise<void> | undefined;

  constructor(box: CloudBox, parts: OpenedParts, undo: AsyncDisposableStack) {
    this.id = box.id;
    this.session = new CloudSession(box, parts);
    if (parts.main !== undefined) this.main = parts.main;
    this.imageNotes = parts.imageNotes;
    this.#box = box;
    this.#parts = parts;
    this.#undo = undo;
  }

  /**
   * What both of two looks see: a command of ours that was just ending, its parent first, is in one of them only. Where
   * each look sees something else, somebody starts himself anew all the time, and the last one counts.
   */
  async processes({ signal }: { signal: AbortSignal }): Promise<string[]> {
    let rows = await this.#left(signal);
    for (let looks = 1; looks < looksAtMost && rows.length > 0; looks += 1) {
      const seen = new Set(rows.map(keyOf));
      rows = await this.#left(signal);
      const both = rows.filter((row) => seen.has(keyOf(row)));
      if (both.length > 0) return both.map(wordsOf);
    }
    return rows.map(wordsOf);
  }

  async #left(signal: AbortSignal): Promise<ProcessRow[]> {
    const listing = inside(this.#box, ["sh", "-c", listScript], untilClosed(this.#box, signal));
    // The listing among them. What begins and ends meanwhile is in one of two looks only.
    const helpers = [...this.#box.helpers];
    const rows = parseRows((await listing).stdout.toString("utf8"));
    const own = [...helpers, ...this.#box.helpers];
    return leftProcesses(rows, { before: this.#parts.before, own, main: this.#parts.mainId });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposal ??= this.#undo.disposeAsync();
    await this.#disposal;
  }
}

const looksAtMost = 5;

function wordsOf({ command }: ProcessRow): string {
  return command || "(without a command line)";
}

type Wait = { signal: AbortSignal };

class CloudSession implements Session {
  readonly #box: CloudBox;
  readonly #parts: { defaults: CloudDefaults; say: (line: string) => void };

  constructor(box: CloudBox, parts: { defaults: CloudDefaults; say: (line: string) => void }) {
    this.#box = box;
    this.#parts = parts;
  }

  async exec(command: string | readonly string[], options: ExecOptions) {
    return await runExec(this.#box, command, options, this.#parts);
  }

  async putArchive(path: string, tar: Parameters<Session["putArchive"]>[1], { signal }: Wait): Promise<void> {
    await putArchive(this.#box, path, tar, { signal: untilClosed(this.#box, signal) });
  }

  async getArchive(path: string, { signal }: Wait) {
    return await getArchive(this.#box, path, { signal: untilClosed(this.#box, signal) });
  }

  async writeFile(path: string, content: Uint8Array | string, options: Wait & { mode?: number }): Promise<void> {
    await writeFile(this.#box, path, content, { ...options, signal: untilClosed(this.#box, options.signal) });
  }

  async readFile(path: string, options: Wait & { maxBytes?: number }): Promise<Uint8Array> {
    return await readFile(this.#box, path, { ...options, signal: untilClosed(this.#box, options.signal) });
  }
}

function untilClosed({ closed }: CloudBox, signal: AbortSignal): AbortSignal {
  signal.throwIfAborted();
  closed.throwIfAborted();
  return AbortSignal.any([signal, closed]);
}

/** What the image says stands in a file that its build has left (e2b/dockerfile.ts). */
function defaultsOf(spec: SandboxSpec, facts: string): CloudDefaults {
  const lines = facts.split("\n");
  const fact = (name: string) => lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  const env = lines
    .filter((line) => line.startsWith("env="))
    .map((line) => Buffer.from(line.slice(4), "base64").toString("utf8"))
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const);
  const user = spec.user ?? (spec.profile === "agent" ? nobody : fact("user"));
  return {
    user: user === "root" ? "" : user,
    cwd: spec.workdir ?? (fact("workdir") || "/"),
    env: { ...Object.fromEntries(env), ...spec.env },
    bare: spec.profile === "agent",
  };
}

function sandboxClosed(): HarnessError {
  const message = "The sandbox was closed by its owner; nothing more can be done in it.";
  return new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message });
}

function setUpFailed(exitCode: number, stderr: string): HarnessError {
  const message = `The sandbox could not be set up (exit code ${exitCode}): ${stderr.trim()}. Its image needs bash, sh, coreutils, tar and util-linux.`;
  return new HarnessError({ fault: "infrastructure", code: "sandbox-set-up-failed", message });
}
