// A sandbox provider without an engine: real processes of this machine below a temporary folder. An absolute path
// leads into that folder, in arguments as well as in the text of a command, unless it begins with a folder of the system.
// It isolates nothing, changes no user and limits nothing.

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { HarnessError } from "../../src/core/fault.ts";
import type {
  CopyOptions,
  FileChange,
  ImageSource,
  MainProcess,
  Sandbox,
  SandboxProvider,
  SandboxSpec,
} from "../../src/core/sandbox.ts";
import type { Session } from "../../src/core/session.ts";
import { findMarked, killMarked, mainOf } from "./fake-sandbox-processes.ts";
import { FakeSession, mapPaths, marker } from "./fake-session.ts";

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
  const { files = {} } = options;
  const added = (root: string, spec: SandboxSpec): FakeSandbox => {
    const { main: _main, ...without } = spec;
    const copy = async (from: string) => added(await copyFolder(from), without);
    const sandbox = new FakeSandbox(root, spec, { files, copy, onClose: () => live.delete(sandbox) });
    live.set(sandbox, spec.labels.owner);
    return sandbox;
  };
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
      if (typeof spec.network !== "string") throw unsupportedNetwork();
      const root = await mkdtemp(join(tmpdir(), "fake-sandbox-"));
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      for (const { path, mode } of spec.folders ?? []) {
        await mkdir(join(root, path), { recursive: true });
        await chmod(join(root, path), mode);
      }
      opened.push(spec);
      return added(root, spec);
    },
    async sweep({ owner }) {
      const mine = [...live].filter(([, its]) => its === owner);
      for (const [sandbox] of mine) await sandbox[Symbol.asyncDispose]();
      return { removed: mine.length, alive: owner === undefined ? live.size : 0 };
    },
  };
}

async function copyFolder(from: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fake-sandbox-"));
  await cp(from, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

interface FakeParts {
  /** What was there at the start, by absolute path. */
  files: Readonly<Record<string, string>>;
  copy: (root: string) => Promise<Sandbox>;
  onClose: () => void;
}

class FakeSandbox implements Sandbox {
  readonly id = randomBytes(8).toString("hex");
  readonly imageNotes: readonly string[] = [];
  readonly session: Session;
  readonly main?: MainProcess;
  readonly #root: string;
  readonly #closed = new AbortController();
  readonly #parts: FakeParts;
  readonly #copies: Sandbox[] = [];
  readonly #main: ChildProcess | undefined;
  #spawned = false;
  readonly #mainStreams: { stdout: PassThrough; stderr: PassThrough } | undefined;

  constructor(root: string, spec: SandboxSpec, parts: FakeParts) {
    this.#root = root;
    this.#parts = parts;
    this.session = new FakeSession(root, spec, this.id, this.#closed.signal, () => {
      this.#spawned = true;
    });
    if (spec.main === undefined) return;
    this.#spawned = true;
    const [file = "", ...args] = spec.main.command.map((part) => mapPaths(root, part));
    const env = { ...process.env, ...spec.env, [marker]: this.id };
    const child = spawn(file, args, { cwd: root, env, detached: true, stdio: "pipe" });
    this.#main = child;
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
    return found.filter(({ pid }) => pid !== this.#main?.pid).map(({ command }) => command);
  }

  async changes(): Promise<FileChange[]> {
    const { files } = this.#parts;
    const entries = await readdir(this.#root, { recursive: true, withFileTypes: true });
    const there = entries.map((entry) => [entry, join(entry.parentPath, entry.name).slice(this.#root.length)] as const);
    const changes: FileChange[] = [];
    for (const [entry, path] of there) {
      if (!(path in files)) changes.push({ path, kind: "added" });
      else if (!entry.isFile() || (await readFile(join(this.#root, path), "utf8")) !== files[path]) {
        changes.push({ path, kind: "changed" });
      }
    }
    const left = new Set(there.map(([, path]) => path));
    const deleted = Object.keys(files).filter((path) => !left.has(path));
    return [...changes, ...deleted.map((path) => ({ path, kind: "deleted" as const }))];
  }

  async copy({ keep, signal }: CopyOptions): Promise<Sandbox> {
    signal.throwIfAborted();
    if (keep === "nothing") await this.#killAll();
    const copy = await this.#parts.copy(this.#root);
    this.#copies.push(copy);
    return copy;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed.signal.aborted) return;
    const message = "The sandbox was closed.";
    this.#closed.abort(new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message }));
    this.#parts.onClose();
    for (const copy of this.#copies) await copy[Symbol.asyncDispose]();
    await this.#killAll();
    this.#mainStreams?.stdout.end();
    this.#mainStreams?.stderr.end();
    await rm(this.#root, { recursive: true, force: true });
  }

  async #killAll(): Promise<void> {
    if (this.#spawned) await killMarked(`${marker}=${this.id}`, this.#main);
  }
}

function unsupportedNetwork(): HarnessError {
  const message = "The fake's processes have the network of the test and can't be held to allowed hosts.";
  return new HarnessError({ fault: "config", code: "network-unsupported", message });
}
