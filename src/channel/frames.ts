// A frame: 2 bytes of magic, header length and body length (32 bits, big-endian), a JSON header, a binary body.
// Lengths are explicit and checked before anything is kept, so a reader never holds more than the limits.

import { parseJson } from "../lib/parse-json.ts";
import { ChannelError } from "./channel-error.ts";

export interface FrameLimits {
  headerBytes: number;
  bodyBytes: number;
}

export interface Frame {
  header: unknown;
  body: Uint8Array;
}

/** Bodies travel in pieces of this size, so that a large one never blocks the calls beside it. */
export const chunkBytes = 256 * 1024;

/** What a box may send: a turn of 1 MiB. */
export const fromBox: FrameLimits = { headerBytes: 1024 * 1024, bodyBytes: chunkBytes };

/** What the host may send: results hold the output of commands, which JSON may make six times as long. */
export const toBox: FrameLimits = { headerBytes: 16 * 1024 * 1024, bodyBytes: chunkBytes };

const magic = 0xae01;
const preambleBytes = 10;
const nothing = new Uint8Array(0);

/** Throws RangeError when the frame is over the limits: callers check or split first. */
export function encodeFrame(header: unknown, body: Uint8Array = nothing, limits: FrameLimits = toBox): Uint8Array {
  const json = Buffer.from(JSON.stringify(header), "utf8");
  if (json.byteLength > limits.headerBytes) {
    throw new RangeError(`a message of ${json.byteLength} bytes is over the limit of ${limits.headerBytes}`);
  }
  if (body.byteLength > limits.bodyBytes) {
    throw new RangeError(`a body of ${body.byteLength} bytes is over the limit of ${limits.bodyBytes}`);
  }
  const frame = Buffer.allocUnsafe(preambleBytes + json.byteLength + body.byteLength);
  frame.writeUInt16BE(magic, 0);
  frame.writeUInt32BE(json.byteLength, 2);
  frame.writeUInt32BE(body.byteLength, 6);
  json.copy(frame, preambleBytes);
  frame.set(body, preambleBytes + json.byteLength);
  return frame;
}

/** Takes bytes as they come and gives whole frames. After it has thrown it must not be used again. */
export class FrameDecoder {
  readonly #limits: FrameLimits;
  readonly #preamble = Buffer.alloc(preambleBytes);
  #filled = 0;
  #content: Buffer | undefined;
  #headerBytes = 0;

  constructor(limits: FrameLimits) {
    this.#limits = limits;
  }

  /** True between two frames: the other side may end here without having cut one. */
  get idle(): boolean {
    return this.#filled === 0 && this.#content === undefined;
  }

  /** Throws ChannelError "malformed-frame" or "overlong-frame". */
  *push(chunk: Uint8Array): Generator<Frame> {
    let rest = chunk;
    while (rest.byteLength > 0) {
      if (this.#content === undefined) {
        rest = this.#fill(this.#preamble, rest);
        this.#checkMagic();
        if (this.#filled < preambleBytes) return;
        this.#startContent();
      }
      const content = this.#content ?? Buffer.alloc(0);
      rest = this.#fill(content, rest);
      if (this.#filled < content.byteLength) return;
      this.#content = undefined;
      this.#filled = 0;
      yield this.#frameOf(content);
    }
  }

  #fill(target: Buffer, source: Uint8Array): Uint8Array {
    const count = Math.min(target.byteLength - this.#filled, source.byteLength);
    target.set(source.subarray(0, count), this.#filled);
    this.#filled += count;
    return source.subarray(count);
  }

  #checkMagic(): void {
    const wrong =
      (this.#filled >= 1 && this.#preamble[0] !== magic >> 8) ||
      (this.#filled >= 2 && this.#preamble[1] !== (magic & 0xff));
    if (wrong) throw new ChannelError("malformed-frame", `expected a frame, got ${this.#shown()}`);
  }

  #shown(): string {
    return JSON.stringify(this.#preamble.subarray(0, this.#filled).toString("latin1"));
  }

  #startContent(): void {
    const header = this.#preamble.readUInt32BE(2);
    const body = this.#preamble.readUInt32BE(6);
    const { headerBytes, bodyBytes } = this.#limits;
    if (header > headerBytes || body > bodyBytes) {
      throw new ChannelError(
        "overlong-frame",
        `a frame of ${header} + ${body} bytes is over the limit of ${headerBytes} + ${bodyBytes}`,
      );
    }
    if (header < 2) throw new ChannelError("malformed-frame", "a frame without a header");
    this.#content = Buffer.allocUnsafe(header + body);
    this.#headerBytes = header;
    this.#filled = 0;
  }

  #frameOf(content: Buffer): Frame {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(content.subarray(0, this.#headerBytes));
      return { header: parseJson(text), body: content.subarray(this.#headerBytes) };
    } catch (cause) {
      throw new ChannelError("malformed-frame", `a frame's header is not JSON: ${String(cause)}`, { cause });
    }
  }
}
