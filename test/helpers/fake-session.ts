// A fake sandbox as lent: commands and files below its folder.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-fs";
import { HarnessError } from "../../src/core/fault.ts";
import type { SandboxSpec } from "../../src/core/sandbox.ts";
import type { ExecOptions, ExecResult, Session } from "../../src/core/session.ts";
import { CommandOutput } from "../../src/sandboxes/capped-output.ts";
import { unstartable } from "../../src/sandboxes/unstartable.ts";
import { endOf, killMarked } from "./fake-sandbox-processes.ts";

export const marker = "FAKE_SANDBOX";
const systemFolders = "bin|sbin|usr|lib|lib64|dev|proc|sys|etc|opt|nix";

export class FakeSession implements Session {
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
    const [file = "", ...args] =
      typeof command === "string"
        ? ["sh", "-c", mapPaths(this.#root, command)]
        : command.map((part) => mapPaths(this.#root, part));
    const own = `${marker}_EXEC=${randomBytes(8).toString("hex")}`;
    const [ownName = "", ownValue] = own.split("=");
    const env = { ...process.env, ...this.#spec.env, ...options.env, [marker]: this.#id, [ownName]: ownValue };
    const output = new CommandOutput(options.maxOutputBytes);
    const refused = unstartable(command, options.env ?? {}, output);
    if (refused !== undefined) return refused;
    this.#onSpawn();
    const cwd = join(this.#root, options.cwd ?? this.#spec.workdir ?? "/");
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => output.stdout.write(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.stderr.write(chunk));
    const deadline = options.timeoutMs === undefined ? undefined : AbortSignal.timeout(options.timeoutMs);
    const until = AbortSignal.any([options.signal, this.#closed, ...(deadline === undefined ? [] : [deadline])]);
    const onAbort = () => void killMarked(own, child);
    until.addEventListener("abort", onAbort, { once: true });
    const exitCode = await endOf(child, output.stderr);
    until.removeEventListener("abort", onAbort);
    options.signal.throwIfAborted();
    this.#closed.throwIfAborted();
    return output.result(until.aborted ? null : exitCode, until.aborted);
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
export function mapPaths(root: string, text: string): string {
  const path = new RegExp(`(^|[\\s"'=:<>(;&|])/(?!(?:${systemFolders})(?:/|\\b)|/)(?=[\\w.])`, "g");
  return text.replace(path, (_all, before: string) => `${before}${root}/`);
}
