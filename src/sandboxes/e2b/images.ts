// Images as E2B's templates: built once per content, found again by name, whoever asks. The tag "ready" is ours: a
// template has its name from the moment on that its first build is asked for.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TemplateClass } from "e2b";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import { sha256 } from "../../lib/digest.ts";
import { readBuildContext } from "../build-context.ts";
import { OncePerKey } from "../once-per-key.ts";
import { runBuild, templateIsReady } from "./build.ts";
import type { E2bClient } from "./client.ts";
import { type ReadStageFiles, stageCopies } from "./copies.ts";
import { type BuildPlan, planBuild, type StageBase } from "./dockerfile.ts";

export interface E2bSize {
  cpus: number;
  memoryMb: number;
}

/** What a template has where nothing else is asked for. */
export const usualSize: E2bSize = { cpus: 2, memoryMb: 1024 };

type Build = Extract<ImageSource, { kind: "build" }>;
type Progress = { signal: AbortSignal; onLog: (line: string) => void };

/** Changes whenever a Dockerfile is translated to other steps than before. */
const translation = "1";
const defaultTimeoutMs = 600_000;

export class E2bImages {
  readonly #client: E2bClient;
  readonly #readStageFiles: ReadStageFiles;
  readonly #prepared = new OncePerKey<PreparedImage>();

  /** `readStageFiles` opens a sandbox of a template and reads files of it, for COPY --from. */
  constructor(client: E2bClient, readStageFiles: ReadStageFiles) {
    this.#client = client;
    this.#readStageFiles = readStageFiles;
  }

  async prepare(
    source: ImageSource,
    options: { signal: AbortSignal; onLog?: (line: string) => void },
  ): Promise<PreparedImage> {
    const work = (progress: Progress) =>
      source.kind === "build" ? this.#build(source, progress) : this.#fromImage(source.reference, progress);
    return await this.#prepared.run(keyOf(source), work, options);
  }

  /** The same image on a machine of another size: a template of its own, begun from the first. */
  async sized(reference: string, size: E2bSize, { signal }: { signal: AbortSignal }): Promise<string> {
    if (size.cpus === usualSize.cpus && size.memoryMb === usualSize.memoryMb) return reference;
    const name = `${reference.split(":")[0]}-c${size.cpus}-m${size.memoryMb}`;
    const prepared = await this.#prepared.run(
      name,
      (progress) =>
        this.#once(name, { ...progress, size, timeoutMs: defaultTimeoutMs, notes: [] }, async () => {
          return this.#client.Template().fromTemplate(reference);
        }),
      { signal },
    );
    return prepared.reference;
  }

  /** It was removed behind our back: the next prepare looks again. */
  forget(source: ImageSource, reference: string): void {
    this.#prepared.forget(keyOf(source));
    this.#prepared.forget(reference.split(":")[0] ?? "");
  }

  async #fromImage(reference: string, progress: Progress): Promise<PreparedImage> {
    const notes = [
      `user and folder of the image ${reference} are not known on E2B: root and / where the task names none`,
    ];
    const options = { ...progress, size: usualSize, timeoutMs: defaultTimeoutMs, notes };
    return await this.#once(nameOf(`image ${reference}`), options, async () =>
      this.#client.Template().fromImage(reference),
    );
  }

  async #build(source: Build, progress: Progress): Promise<PreparedImage> {
    const { entries, plan } = await planOf(source);
    const context = { folder: source.context, entries };
    return await this.#stage(plan, plan.wanted, { source, context, progress });
  }

  async #stage(
    plan: BuildPlan,
    index: number,
    work: { source: Build; context: { folder: string; entries: readonly string[] }; progress: Progress },
  ): Promise<PreparedImage> {
    const { source, context, progress } = work;
    const stage = plan.stages[index];
    if (stage === undefined) throw new Error(`no stage ${index}`);
    const wanted = index === plan.wanted;
    // One that only names an image is that image, whoever builds it.
    if (!wanted && stage.steps.length === 0 && stage.base.kind === "image") {
      return await this.prepare({ kind: "image", reference: stage.base.reference }, progress);
    }
    const from = async (base: StageBase) =>
      base.kind === "stage"
        ? await this.#stage(plan, base.index, work)
        : await this.prepare({ kind: "image", reference: base.reference }, progress);
    const name = nameOf(`build ${source.digest}${wanted ? "" : ` stage ${index}`}`);
    const timeoutMs = source.timeoutMs ?? defaultTimeoutMs;
    const options = { ...progress, size: usualSize, timeoutMs, notes: wanted ? plan.notes : [] };
    return await this.#once(name, options, async (folder) => {
      const start = this.#client.Template({ fileContextPath: folder });
      const { base } = stage;
      let template =
        base.kind === "image" ? start.fromImage(base.reference) : start.fromTemplate((await from(base)).reference);
      for (const [at, step] of stage.steps.entries()) {
        if (step.kind === "run") {
          template = template.runCmd(step.command, { user: "root" });
          continue;
        }
        const copies = await stageCopies(step.copy, {
          ...{ ...context, target: folder, prefix: `copy-${at}`, name: source.name, signal: progress.signal },
          readStageFiles: async (stageBase, path, file) => {
            await this.#readStageFiles((await from(stageBase)).reference, path, file, progress.signal);
          },
        });
        for (const { file, path } of copies) template = template.copy(file, path, { user: "root" });
        template = template.runCmd(step.commandFor(copies), { user: "root" });
      }
      return template;
    });
  }

  /** Finds it by name, or builds it in a folder that is removed afterwards. */
  async #once(
    name: string,
    options: Progress & { size: E2bSize; timeoutMs: number; notes: readonly string[] },
    define: (folder: string) => Promise<TemplateClass>,
  ): Promise<PreparedImage> {
    const reference = `${name}:ready`;
    const { notes, signal } = options;
    if (await templateIsReady(this.#client, name, { signal })) return { reference, built: false, notes };
    const folder = await mkdtemp(join(tmpdir(), "auto-harness-e2b-"));
    try {
      const template = await define(folder);
      await runBuild(this.#client, template, { ...options, name });
      return { reference, built: true, notes };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** E2B allows small letters, digits, hyphens and underscores. */
function nameOf(content: string): string {
  return `auto-harness-${sha256(`${translation} ${content}`).slice(0, 20)}`;
}

function keyOf(source: ImageSource): string {
  return source.kind === "build" ? `build ${source.digest}` : `image ${source.reference}`;
}

async function planOf(source: Build): Promise<{ entries: readonly string[]; plan: BuildPlan }> {
  const { dockerfile, entries } = await readBuildContext(source.context, source.dockerfile);
  return {
    entries,
    plan: planBuild(dockerfile, { name: source.name, args: source.args ?? {}, target: source.target }),
  };
}

/** Builds nothing. Throws config "image-unsupported". */
export async function refuseE2bImage(source: ImageSource): Promise<void> {
  if (source.kind === "build") await planOf(source);
}

/** Whole processors; an even number of MiB and no less than E2B has. Throws config "size-unsupported". */
export function sizeOf({ cpus, memoryMb }: { cpus?: number; memoryMb?: number }): E2bSize {
  const size = {
    cpus: Math.max(1, Math.ceil(cpus ?? usualSize.cpus)),
    memoryMb: Math.max(512, 2 * Math.ceil((memoryMb ?? usualSize.memoryMb) / 2)),
  };
  if (size.cpus <= mostCpus && size.memoryMb <= mostMemoryMb) return size;
  const message = `E2B has no sandbox of ${size.cpus} processors and ${size.memoryMb} MiB: ${mostCpus} and ${mostMemoryMb} at most. Use env_provider: docker for this task.`;
  throw new HarnessError({ fault: "config", code: "size-unsupported", message, context: { ...size } });
}

/** Of the larger plans; a smaller one refuses less, by a message of its own. */
const mostCpus = 8;
const mostMemoryMb = 8192;
