// A sandbox as it is lent: commands and files.

import type { Readable } from "node:stream";

export interface ExecOptions {
  signal: AbortSignal;
  /** Kills the command and its children inside the sandbox when over; the result then says `timedOut`. */
  timeoutMs?: number;
  user?: string;
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Bytes kept of each stream, default 4 MiB; head and tail are kept, the middle is dropped and counted. */
  maxOutputBytes?: number;
}

/** A command that exits non-zero is a result, not an exception. */
export interface ExecResult {
  /** null when it timed out. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  timedOut: boolean;
  /** Bytes dropped from the middle of both streams together. */
  droppedBytes: number;
  durationMs: number;
}

/** No life cycle: whoever opened the sandbox ends it. */
export interface Session {
  /** A string runs under `sh -c`; an array is executed as it is. Throws infrastructure faults only. */
  exec(command: string | readonly string[], options: ExecOptions): Promise<ExecResult>;
  /** Unpacks a tar stream below `path`, which must exist. Refused (config) where the root is read-only. */
  putArchive(path: string, tar: Readable | Uint8Array, options: { signal: AbortSignal }): Promise<void>;
  /** A tar stream of `path`; its entries begin with the last part of `path`. Throws task "file-not-found". */
  getArchive(path: string, options: { signal: AbortSignal }): Promise<Readable>;
  /** Creates parents; `mode` defaults to 0644. */
  writeFile(path: string, content: Uint8Array | string, options: { signal: AbortSignal; mode?: number }): Promise<void>;
  /** Throws task "file-not-found", or "file-too-large" over `maxBytes` (default 32 MiB); never follows a link out. */
  readFile(path: string, options: { signal: AbortSignal; maxBytes?: number }): Promise<Uint8Array>;
}
