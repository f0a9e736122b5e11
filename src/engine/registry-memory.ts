import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomic } from "../lib/write-atomic.ts";

const rememberMs = 10 * 60_000;

const fileSchema = z.strictObject({
  version: z.literal(1),
  entries: z.record(z.string(), z.strictObject({ atMs: z.number(), why: z.string() })),
});
type Entries = z.output<typeof fileSchema>["entries"];

/**
 * Which registries did not answer which engine, for ten minutes: in this process and in a file for the next one.
 * It only saves time: a file that cannot be read or written is as good as none.
 */
export class RegistryMemory {
  readonly #path: string;
  readonly #now: () => number;
  #entries: Entries | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(folder: string, now: () => number = Date.now) {
    this.#path = join(folder, "registry-unreachable.json");
    this.#now = now;
  }

  /** Why it did not answer, if that was less than ten minutes ago. */
  async recall(key: string): Promise<string | undefined> {
    const entry = (await this.#load())[key];
    if (entry === undefined) return undefined;
    const ageMs = this.#now() - entry.atMs;
    return ageMs >= 0 && ageMs < rememberMs ? entry.why : undefined;
  }

  async remember(key: string, why: string): Promise<void> {
    await this.#change((entries) => ({ ...entries, [key]: { atMs: this.#now(), why } }));
  }

  /** The registry has answered after all. */
  async forget(key: string): Promise<void> {
    if ((await this.#load())[key] === undefined) return;
    await this.#change(({ [key]: _gone, ...rest }) => rest);
  }

  async #load(): Promise<Entries> {
    this.#entries ??= await this.#read();
    return this.#entries;
  }

  async #read(): Promise<Entries> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(this.#path, "utf8"))).entries;
    } catch {
      return {};
    }
  }

  /** One at a time, so that an older state is never written over a newer one. */
  #change(change: (entries: Entries) => Entries): Promise<void> {
    this.#written = this.#written.then(async () => {
      this.#entries = change({ ...(await this.#read()), ...this.#entries });
      const content = JSON.stringify(fileSchema.parse({ version: 1, entries: this.#entries }), undefined, 2);
      await writeAtomic(this.#path, `${content}\n`).catch(() => undefined);
    });
    return this.#written;
  }
}
