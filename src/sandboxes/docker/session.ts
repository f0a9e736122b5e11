// A container as lent: files and commands.

import type { Readable } from "node:stream";
import type Dockerode from "dockerode";
import type { ExecOptions, ExecResult, Session } from "../../core/session.ts";
import { readOnlyRoot } from "../file-faults.ts";
import { runExec } from "./exec.ts";
import { getArchive, putArchive, readFile, writeFile } from "./files.ts";

export interface DockerSessionOptions {
  /** The container's root can't be written. */
  readOnly: boolean;
  say: (line: string) => void;
  /** Aborted when the sandbox is closed, with what its session then throws. */
  closed: AbortSignal;
  /** Of every command, under what it brings itself. */
  environment?: () => Readonly<Record<string, string>>;
}

type Wait = { signal: AbortSignal };

export class DockerSession implements Session {
  readonly #container: Dockerode.Container;
  readonly #options: DockerSessionOptions;

  constructor(container: Dockerode.Container, options: DockerSessionOptions) {
    this.#container = container;
    this.#options = options;
  }

  async exec(command: string | readonly string[], options: ExecOptions): Promise<ExecResult> {
    const env = { ...this.#options.environment?.(), ...options.env };
    return await runExec(this.#container, command, { ...options, env }, this.#options);
  }

  async putArchive(path: string, tar: Readable | Uint8Array, options: Wait): Promise<void> {
    this.#refuseReadOnly(path);
    await putArchive(this.#container, path, tar, this.#untilClosed(options));
  }

  async getArchive(path: string, options: Wait): Promise<Readable> {
    return await getArchive(this.#container, path, this.#untilClosed(options));
  }

  async writeFile(path: string, content: Uint8Array | string, options: Wait & { mode?: number }): Promise<void> {
    this.#refuseReadOnly(path);
    await writeFile(this.#container, path, content, this.#untilClosed(options));
  }

  async readFile(path: string, options: Wait & { maxBytes?: number }): Promise<Uint8Array> {
    return await readFile(this.#container, path, this.#untilClosed(options));
  }

  #refuseReadOnly(path: string): void {
    if (this.#options.readOnly) throw readOnlyRoot(path);
  }

  #untilClosed<T extends Wait>(options: T): T {
    return { ...options, signal: AbortSignal.any([options.signal, this.#options.closed]) };
  }
}
