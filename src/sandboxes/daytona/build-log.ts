import { setTimeout as sleep } from "node:timers/promises";
import type { DaytonaClient } from "./client.ts";

const everyMs = 2_000;
const readMs = 10_000;

/** Reads a build's log again and again, and hands on what is new. Never throws: a build goes on without its log. */
export class BuildLog implements AsyncDisposable {
  readonly #client: DaytonaClient;
  readonly #name: string;
  readonly #onLog: (line: string) => void;
  readonly #over = new AbortController();
  readonly #watching: Promise<void>;
  #said = 0;

  constructor(client: DaytonaClient, name: string, onLog: (line: string) => void) {
    this.#client = client;
    this.#name = name;
    this.#onLog = onLog;
    this.#watching = this.#watch();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    await this.#watching;
    await this.#read();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#over;
    while (await sleep(everyMs, true, { signal }).catch(() => false)) await this.#read();
  }

  async #read(): Promise<void> {
    const text = await this.#client.buildLog(this.#name, AbortSignal.timeout(readMs)).catch(() => "");
    // One that can't be read now may be read later.
    for (const line of linesOf(text).slice(this.#said)) {
      this.#said += 1;
      this.#onLog(line);
    }
  }
}

/** Its last lines; none where it can't be read. */
export async function logEnd(client: DaytonaClient, name: string, signal: AbortSignal): Promise<string> {
  const read = (limit: AbortSignal) => client.buildLog(name, limit);
  const options = { signal, attempts: 3, timeoutMs: readMs };
  const text = await client.call(`read the log of ${name}`, read, options).catch(() => "");
  return linesOf(text).slice(-60).join("\n");
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}
