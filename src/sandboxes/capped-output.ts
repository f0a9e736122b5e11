// The beginning and the end of a stream in bounded memory; a command's result as it was seen.

import type { ExecResult } from "../core/session.ts";

/** Of each stream, where a command does not say. */
export const defaultOutputBytes = 4 * 1024 * 1024;

/** Both streams of a command that begins now. */
export class CommandOutput {
  readonly stdout: CappedOutput;
  readonly stderr: CappedOutput;
  readonly #started = performance.now();

  constructor(maxBytes: number = defaultOutputBytes) {
    this.stdout = new CappedOutput(maxBytes);
    this.stderr = new CappedOutput(maxBytes);
  }

  result(exitCode: number | null, timedOut: boolean): ExecResult {
    const [stdout, stderr] = [this.stdout.read(), this.stderr.read()];
    const droppedBytes = stdout.droppedBytes + stderr.droppedBytes;
    const durationMs = Math.round(performance.now() - this.#started);
    return { exitCode, stdout: stdout.text, stderr: stderr.text, timedOut, droppedBytes, durationMs };
  }
}

export class CappedOutput {
  readonly #headLimit: number;
  readonly #tailLimit: number;
  #head: Buffer = Buffer.alloc(0);
  #headLength = 0;
  /** A ring, allocated once the head is full. */
  #tail: Buffer | undefined;
  #tailWritten = 0;
  #skipped = 0;

  constructor(maxBytes: number) {
    this.#headLimit = Math.ceil(maxBytes / 2);
    this.#tailLimit = maxBytes - this.#headLimit;
  }

  write(chunk: Uint8Array): void {
    const room = Math.min(this.#headLimit - this.#headLength, chunk.length);
    if (room > 0) this.#writeHead(chunk.subarray(0, room));
    if (room < chunk.length) this.#writeTail(chunk.subarray(room));
  }

  /** So many were dropped already, after what became the head and before what becomes the tail. */
  skip(bytes: number): void {
    this.#skipped += bytes;
  }

  /** Where bytes were dropped a line says how many; a character cut in two is dropped whole. */
  read(): { text: string; droppedBytes: number } {
    const head = this.#head.subarray(0, this.#headLength);
    const tail = this.#readTail();
    const dropped = this.#tailWritten - tail.length + this.#skipped;
    if (dropped === 0) return { text: Buffer.concat([head, tail]).toString("utf8"), droppedBytes: 0 };
    const cleanHead = head.subarray(0, endOfLastCharacter(head));
    const cleanTail = tail.subarray(startOfFirstCharacter(tail));
    const droppedBytes = dropped + head.length - cleanHead.length + tail.length - cleanTail.length;
    const text = `${cleanHead.toString("utf8")}\n[${droppedBytes} bytes dropped]\n${cleanTail.toString("utf8")}`;
    return { text, droppedBytes };
  }

  #writeHead(chunk: Uint8Array): void {
    const needed = this.#headLength + chunk.length;
    if (needed > this.#head.length) {
      const grown = Buffer.alloc(Math.min(this.#headLimit, Math.max(needed, this.#head.length * 2, 4096)));
      this.#head.copy(grown, 0, 0, this.#headLength);
      this.#head = grown;
    }
    this.#head.set(chunk, this.#headLength);
    this.#headLength = needed;
  }

  #writeTail(chunk: Uint8Array): void {
    this.#tail ??= Buffer.alloc(this.#tailLimit);
    const kept = chunk.subarray(Math.max(0, chunk.length - this.#tailLimit));
    if (this.#tailLimit > 0) {
      const at = (this.#tailWritten + chunk.length - kept.length) % this.#tailLimit;
      const first = kept.subarray(0, this.#tailLimit - at);
      this.#tail.set(first, at);
      this.#tail.set(kept.subarray(first.length), 0);
    }
    this.#tailWritten += chunk.length;
  }

  #readTail(): Buffer {
    if (this.#tail === undefined) return Buffer.alloc(0);
    if (this.#tailWritten <= this.#tailLimit) return this.#tail.subarray(0, this.#tailWritten);
    if (this.#tailLimit === 0) return Buffer.alloc(0);
    const at = this.#tailWritten % this.#tailLimit;
    return Buffer.concat([this.#tail.subarray(at), this.#tail.subarray(0, at)]);
  }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function startOfFirstCharacter(bytes: Buffer): number {
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at += 1;
  return at;
}

function endOfLastCharacter(bytes: Buffer): number {
  let lead = bytes.length - 1;
  while (lead > 0 && bytes.length - lead < 4 && isContinuation(bytes[lead])) lead -= 1;
  const byte = bytes[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead >= 0 && lead + length > bytes.length ? lead : bytes.length;
}
