// Holds a loop while its experiment is paused: nothing new begins, what is under way ends.

import { setTimeout as sleep } from "node:timers/promises";
import type { HostLayout } from "../workspace/layout.ts";
import { pausedSince } from "../workspace/pause-file.ts";

const lookMs = 1000;

export class PauseWatch {
  readonly #host: Pick<HostLayout, "pauseFile">;
  readonly #say: (text: string) => void;
  /** The pause that was said, and not yet its end. */
  #said: string | null = null;

  constructor(host: Pick<HostLayout, "pauseFile">, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** Resolves at once when it is not paused, else at `resume`. Of all who wait, one says so. Throws when aborted. */
  async pass({ signal }: { signal: AbortSignal }): Promise<void> {
    for (;;) {
      const since = await pausedSince(this.#host);
      if (since === null) break;
      if (this.#said !== since) {
        this.#said = since;
        this.#say(
          `paused since ${since}: what is under way ends and is kept, nothing new begins; \`auto-harness resume\` goes on`,
        );
      }
      await sleep(lookMs, undefined, { signal });
    }
    if (this.#said === null) return;
    this.#said = null;
    this.#say("resumed");
  }
}
