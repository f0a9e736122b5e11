import { ChannelError } from "./channel-error.ts";

export interface FloodLimits {
  framesPerSecond: number;
  frameBurst: number;
  bytesPerSecond: number;
  byteBurst: number;
}

/** Far above what an agent at work sends, far below what would keep the host busy. */
export const boxFloodLimits: FloodLimits = {
  framesPerSecond: 1000,
  frameBurst: 10_000,
  bytesPerSecond: 32 * 1024 * 1024,
  byteBurst: 256 * 1024 * 1024,
};

/** Two token buckets, frames and bytes. `now` in milliseconds. Throws ChannelError "flood" when one is empty. */
export class FloodGuard {
  readonly #limits: FloodLimits;
  readonly #now: () => number;
  #at: number;
  #frames: number;
  #bytes: number;

  constructor(limits: FloodLimits = boxFloodLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#at = now();
    this.#frames = limits.frameBurst;
    this.#bytes = limits.byteBurst;
  }

  take(frames: number, bytes: number): void {
    const { frameBurst, framesPerSecond, byteBurst, bytesPerSecond } = this.#limits;
    const now = this.#now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#frames = Math.min(frameBurst, this.#frames + seconds * framesPerSecond) - frames;
    this.#bytes = Math.min(byteBurst, this.#bytes + seconds * bytesPerSecond) - bytes;
    if (this.#frames < 0) throw new ChannelError("flood", `more than ${framesPerSecond} messages a second`);
    if (this.#bytes < 0) throw new ChannelError("flood", `more than ${bytesPerSecond} bytes a second`);
  }
}
