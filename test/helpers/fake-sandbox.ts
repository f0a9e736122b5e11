// A sandbox provider without an engine: real processes of this machine below a temporary folder. An absolute path
// leads into that folder, in arguments as well as in the text of a command, unless it begins with a folder of the system.
// It isolates nothing, changes no user and limits nothing.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-fs";
import { HarnessError } from "../../src/core/fault.ts";
import type {
  ExecOptions,
  ExecResult,
  ImageSource,
  MainProcess,
  Sandbox,
  SandboxProvider,
  SandboxSpec,
  Session,
} from "../../src/core/sandbox.ts";
import { CappedOutput } from "../../src/sandboxes/capped-output.ts";
import { endOf, findMarked, killMarked, mainOf } from "./fake-sandbox-processes.ts";

const marker = "FAKE_SANDBOX";
const systemFolders = "bin|sbin|usr|lib|lib64|dev|proc|sys|etc|opt|nix";

export interface FakeProvider extends SandboxProvider {
  /** Specifications of what was opened, in order. */
  readonly opened: SandboxSpec[];
  /** Sandboxes not closed yet. */
  readonly live: ReadonlySet<Sandbox>;
}

/** `files`: what is in a fresh sandbox, by absolute path, as an image's would be. */
export function openFakeProvider(options: { files?: Readonly<Record<string, string>> } = {}): FakeProvider {
  const opened: SandboxSpec[] = [];
  const live = new Map<Sandbox, string>();
  const prepared = (source: ImageSource) => ({
    reference: source.kind === "image" ? source.reference : `fake/${source.name}`,
    built: false,
    notes: [],
  });
  return {
    name: "fake",
    opened,
    get live() {
      return new Set(live.keys());
    },
    async prepareImage(source, { signal }) {
      signal.throwIfAborted();
      return prepared(source);
    },
    async open(spec, { signal }) {
      signal.throwIfAborted();
      const root = await mkdtemp(join(tmpdir(), "fake-sandbox-"));
      for (const [path, content] of Object.entries(options.files ?? {})) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      const sandbox = new FakeSandbox(root, spec, () => live.delete(sandbox));
      opened.push(spec);
      live.set(sandbox, spec.labels.owner);
      return sandbox;
    },
    async sweep({ owner }) {
      const mine = [...live].filter(([, its]) => its === owner);
      for (const [sandbox] of mine) await sandbox[Symbol.asyncDispose]();
      return { removed: mine.length, alive: owner === undefined ? live.size : 0 };
    },
  };
}

class FakeSandbox implements Sandbox {
  readonly id = randomBytes(8).toString("hex");
  readonly imageNotes: readonly string[] = [];
  readonly session: Session;
  readonly main?: MainProcess;
  readonly #root: string;
  readonly #closed = new AbortController();
  readonly #onClose: () => void;
  readonly #mainPid: number | undefined;
  #spawned = false;
  readonly #mainStreams: { stdout: PassThrough; stderr: PassThrough } | undefined;

  constructor(root: string, spec: SandboxSpec, onClose: () => void) {
    this.#root = root;
    this.#onClose = onClose;
    this.session = new FakeSession(root, spec, this.id, this.#closed.signal, () => {
      this.#spawned = true;
    });
    if (spec.main === undefined) return;
    this.#spawned = true;
    const [file = "", ...args] = spec.main.command.map((part) => mapPaths(root, part));
    const env = { ...process.env, ...spec.env, [marker]: this.id };
    const child = spawn(file, args, { cwd: root, env, detached: true, stdio: "pipe" });
    this.#mainPid = child.pid;
    child.on("error", () => undefined);
    if (!spec.main.attach) return;
    // Node drops what nobody has read when a process ends; these keep it, and keep its back-pressure.
    const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
    child.stdout.pipe(streams.stdout);
    child.stderr.pipe(streams.stderr);
    this.#mainStreams = streams;
    this.main = mainOf(child, streams);
  }

  async processes(): Promise<string[]> {
    if (!this.#spawned) return [];
    const found = findMarked(`${marker}=${this.id}`);
    return found.filter(({ pid }) => pid !== this.#mainPid).map(({ command }) => command);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed.signal.aborted) return;
    const message = "The sandbox was closed.";
    this.#closed.abort(new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message }));
    this.#onClose();
    if (this.#spawned) await killMarked(`${marker}=${this.id}`);
    this.#mainStreams?.stdout.end();
    this.#mainStreams?.stderr.end();
    await rm(this.#root, { recursive: true, force: true });
  }
}

class FakeSession implements Session {
  readonly #root: string;
  readonly #spec: SandboxSpec;
  readonly #id: string;
  readonly #closed: AbortSignal;

  readonly #onSpawn: () => void;

  constructor(root: string, spec: SandboxSpec, id: string, closed: AbortSignal, onSpawn: () => void) {
    this.#root = root;
    this.#spec = spec;
    this.#id = id;
    this.#closed = closed;
    this.#onSpawn = onSpawn;
  }

  async exec(command: string | readonly string[], options: ExecOptions): Promise<ExecResult> {
    this.#check(options.signal);
    const started = performance.now();
    const [file = "", ...args] =
      typeof command === "string"
        ? ["sh", "-c", mapPaths(this.#root, command)]
        : command.map((part) => mapPaths(this.#root, part));
    const own = `${marker}_EXEC=${randomBytes(8).toString("hex")}`;
    const [ownName = "", ownValue] = own.split("=");
    const env = { ...process.env, ...this.#spec.env, ...options.env, [marker]: this.#id, [ownName]: ownValue };
    const output = {
      stdout: new CappedOutput(options.maxOutputBytes ?? 4 * 1024 * 1024),
      stderr: new CappedOutput(options.maxOutputBytes ?? 4 * 1024 * 1024),
    };
    this.#onSpawn();
    const cwd = join(this.#root, options.cwd ?? this.#spec.workdir ?? "/");
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => output.stdout.write(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.stderr.write(chunk));
    const deadline = options.timeoutMs === undefined ? undefined : AbortSignal.timeout(options.timeoutMs);
    const until = AbortSignal.any([options.signal, this.#closed, ...(deadline === undefined ? [] : [deadline])]);
    const onAbort = () => void killMarked(own);
    until.addEventListener("abort", onAbort, { once: true });
    const exitCode = await endOf(child, output.stderr);
    until.removeEventListener("abort", onAbort);
    options.signal.throwIfAborted();
    this.#closed.throwIfAborted();
    const [stdout, stderr] = [output.stdout.read(), output.stderr.read()];
    return {
      exitCode: until.aborted ? null : exitCode,
      stdout: stdout.text,
      stderr: stderr.text,
      timedOut: until.aborted,
      droppedBytes: stdout.droppedBytes + stderr.droppedBytes,
      durationMs: Math.round(performance.now() - started),
    };
  }

  async putArchive(path: string, tar: Readable | Uint8Array, { signal }: { signal: AbortSignal }): Promise<void> {
    this.#check(signal);
    this.#refuseReadOnly(path);
    await this.#stat(path);
    const source = tar instanceof Uint8Array ? Readable.from([Buffer.from(tar)]) : tar;
    await pipeline(source, extract(join(this.#root, path), { chown: false } as object), { signal });
  }

  async getArchive(path: string, { signal }: { signal: AbortSignal }): Promise<Readable> {
    this.#check(signal);
    await this.#stat(path);
    const archive = pack(dirname(join(this.#root, path)), { entries: [basename(path)] });
    return Readable.from(archive, { objectMode: false });
  }

  async writeFile(
    path: string,
    content: Uint8Array | string,
    { signal, mode = 0o644 }: { signal: AbortSignal; mode?: number },
  ): Promise<void> {
    this.#check(signal);
    this.#refuseReadOnly(path);
    const full = join(this.#root, path);
    await mkdir(dirname(full), { recursive: true });
    await rm(full, { force: true });
    await writeFile(full, content, { mode });
  }

  async readFile(
    path: string,
    { signal, maxBytes = 32 * 1024 * 1024 }: { signal: AbortSignal; maxBytes?: number },
  ): Promise<Uint8Array> {
    this.#check(signal);
    const stats = await this.#stat(path);
    if (!stats.isFile()) throw fileFault("file-not-found", path);
    if (stats.size > maxBytes) throw fileFault("file-too-large", path);
    return await readFile(join(this.#root, path));
  }

  #check(signal: AbortSignal): void {
    signal.throwIfAborted();
    this.#closed.throwIfAborted();
  }

  #refuseReadOnly(path: string): void {
    if (this.#spec.profile !== "agent") return;
    const message = `Nothing can be put at ${path}: the sandbox's root is read-only.`;
    throw new HarnessError({ fault: "config", code: "read-only-root", message });
  }

  async #stat(path: string) {
    try {
      return await lstat(join(this.#root, path));
    } catch (cause) {
      throw fileFault("file-not-found", path, cause);
    }
  }
}

function fileFault(code: string, path: string, cause?: unknown): HarnessError {
  return new HarnessError({ fault: "task", code, message: `${code}: ${path}`, cause, context: { path } });
}

/** Absolute paths of a command, at its beginning or after what may stand before a path. */
function mapPaths(root: string, text: string): string {
  const path = new RegExp(`(^|[\\s"'=:<>(;&|])/(?!(?:${systemFolders})(?:/|\\b)|/)(?=[\\w.])`, "g");
  return text.replace(path, (_all, before: string) => `${before}${root}/`);
}
