// A sandbox at a cloud as what is alike at all of them sees it. How a command gets there is the cloud's own part.

import { randomBytes } from "node:crypto";
import { HarnessError } from "../../core/fault.ts";
import type { SpooledCommand } from "./spool.ts";

export type ChunkSink = (stream: "stdout" | "stderr", bytes: Uint8Array) => Promise<void> | undefined;

export interface SpooledOptions {
  signal: AbortSignal;
  onChunk: ChunkSink;
  /** Before the end, of a command whose ends alone are kept: how much of a stream was dropped behind its head. */
  onDropped?: (stream: "stdout" | "stderr", bytes: number) => void;
}

export interface CloudBox {
  readonly id: string;
  /** Its cloud, for messages. */
  readonly service: string;
  /** Aborted when it is closed, with what its session then throws. */
  readonly closed: AbortSignal;
  /** Spooled commands that have ended: the next one removes what they kept. */
  readonly ended: string[];
  /** Spooled commands of ours that run now, besides what its user runs. */
  readonly helpers: Set<string>;
  /**
   * Its exit code; 137 where a signal ended it. Each byte reaches the sink once, in order, whatever breaks in between.
   * Throws infrastructure "sandbox-gone" and what cloudRetry does.
   */
  runSpooled(command: SpooledCommand, options: SpooledOptions): Promise<number>;
  /** Of a command that does no harm when it runs twice: its standard output. */
  runPlain(command: readonly string[], signal: AbortSignal): Promise<string>;
  /** One file, whole; sending it again does no harm. Throws infrastructure faults. */
  upload(path: string, content: Buffer, signal: AbortSignal): Promise<void>;
}

export const newId = (): string => randomBytes(8).toString("hex");

export function sandboxLost({ service, id }: Pick<CloudBox, "service" | "id">, cause: unknown): HarnessError {
  const message = `${service} has lost the sandbox ${id}, or it was removed by somebody else.`;
  return new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message, cause });
}
