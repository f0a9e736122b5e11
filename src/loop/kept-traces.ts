// What the host keeps of a traced trial until, and after, it is published: trace.json, and beside it what the task has
// published.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { z } from "zod";
import type { TraceEvent } from "../core/trial.ts";
import type { Artifacts } from "../core/verification.ts";
import { textIfThere } from "../lib/text-if-there.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import type { Trace } from "../trials/trace.ts";
import type { HostLayout } from "../workspace/layout.ts";

type Place = Pick<HostLayout, "trials">;

/** Holds `trace.json`, and `artifacts` and `steps/<name>/artifacts` where the task has published something. */
export function keptFolder({ trials }: Place, key: string): string {
  return join(trials, key.slice(0, 32));
}

/** The trace comes last: where it is, the rest is whole. */
export async function saveTrace(place: Place, key: string, { artifacts, ...trace }: Trace): Promise<void> {
  const folder = keptFolder(place, key);
  for (const [step, published] of artifacts ?? []) {
    await saveArtifacts(step === "" ? folder : join(folder, "steps", step), published);
  }
  await writeAtomic(join(folder, "trace.json"), `${JSON.stringify(trace)}\n`, 0o600);
}

const traceSchema = z.object({
  task: z.string(),
  messages: z.array(z.unknown()),
  events: z.array(
    z.custom<TraceEvent>((event) => z.looseObject({ type: z.string(), atMs: z.number() }).safeParse(event).success),
  ),
});

/** null where none is kept. */
export async function readTrace(place: Place, key: string): Promise<z.output<typeof traceSchema> | null> {
  const text = await textIfThere(join(keptFolder(place, key), "trace.json"));
  return text === null ? null : traceSchema.parse(JSON.parse(text));
}

/** Of what is now a test task: nobody is to read it. */
export async function forgetTrace(place: Place, key: string): Promise<void> {
  await rm(keptFolder(place, key), { recursive: true, force: true });
}

/** An earlier execution's are replaced. */
async function saveArtifacts(folder: string, { manifest, files }: Artifacts): Promise<void> {
  const own = join(folder, "artifacts");
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true, mode: 0o700 });
  for (const [path, content] of files) {
    if (path.startsWith("/") || normalize(path).startsWith(".."))
      throw new Error(`an artifact outside its folder: ${path}`);
    const file = join(own, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { mode: 0o600 });
  }
  await writeFile(join(own, "manifest.json"), JSON.stringify(manifest, null, 4));
}
