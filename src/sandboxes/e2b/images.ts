// Images as E2B's templates: built once per content and size, found again by name, whoever asks. The tag "ready" is ours: a
// template has its name from the moment on that its first build is asked for.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TemplateClass } from "e2b";
import { RequestSlots } from "../../channel/request-slots.ts";
import { HarnessError } from "../../core/fault.ts";
import { imageContent } from "../../core/image-content.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import { sha256 } from "../../lib/digest.ts";
import { readBuildContext } from "../build-context.ts";
import { OncePerKey } from "../once-per-key.ts";
import { buildsAtOnce, runBuild, templateIsReady } from "./build.ts";
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
type Named = Extract<ImageSource, { kind: "image" }>;

interface BuildWork {
  plan: BuildPlan;
  source: Build;
  context: { folder: string; entries: readonly string[] };
}

type Progress = { signal: AbortSignal; onLog: (line: string) => void };

/** Changes whenever a Dockerfile is translated to other steps than before. */
const translation = "1";

export class E2bImages {
  readonly #client: E2bClient;
  readonly #readStageFiles: ReadStageFiles;
  readonly #prepared = new OncePerKey<PreparedImage>();
  readonly #builds = new RequestSlots({ requests: buildsAtOnce, bytes: 0 });
  readonly #timeoutMs: number;

  /**
   * `readStageFiles` opens a sandbox of a template and reads files of it, for COPY --from. `timeoutMs`: of one build whose
   * image says none, such as a base image's.
   */
  constructor(
    client: E2bClient,
    readStageFiles: ReadStageFiles,
    { timeoutMs = 600_000 }: { timeoutMs?: number | undefined },
  ) {
    this.#client = client;
    this.#readStageFiles = readStageFiles;
    this.#timeoutMs = timeoutMs;
  }

  async prepare(
    source: ImageSource,
    size: E2bSize,
    options: { signal: AbortSignal; onLog?: (line: string) => void },
  ): Promise<PreparedImage> {
    const work = (progress: Progress) =>
      source.kind === "build" ? this.#build(source, size, progress) : this.#fromImage(source, size, progress);
    return await this.#prepared.run(templateNameOf(source, size), work, options);
  }

  /** It was removed behind our back: the next prepare looks again. */
  forget(source: ImageSource, size: E2bSize): void {
    this.#prepared.forget(templateNameOf(source, size));
  }

  async #fromImage(source: Named, size: E2bSize, progress: Progress): Promise<PreparedImage> {
    const { reference } = source;
    const notes = [
      `user and folder of the image ${reference} are not known on E2B: root and / where the task names none`,
    ];
    const options = { ...progress, size, timeoutMs: this.#timeoutMs, notes };
    return await this.#once(templateNameOf(source, size), options, async () =>
      this.#client.Template().fromImage(reference),
    );
  }

  async #build(source: Build, size: E2bSize, progress: Progress): Promise<PreparedImage> {
    const { entries, plan } = await planOf(source);
    const options = { ...progress, size, notes: plan.notes };
    const context = { folder: source.context, entries };
    return await this.#stage(templateNameOf(source, size), plan.wanted, { plan, source, context }, options);
  }

  /** Another one than the wanted: of the usual size, whatever the wanted one's is. */
  async #innerStage(index: number, work: BuildWork, progress: Progress): Promise<PreparedImage> {
    const { plan, source } = work;
    const stage = plan.stages[index];
    // One that only names an image is that image, whoever builds it.
    if (stage?.steps.length === 0 && stage.base.kind === "image") {
      return await this.prepare({ kind: "image", reference: stage.base.reference }, usualSize, progress);
    }
    const name = nameOf(`${imageContent(source)} stage ${index}`);
    const build = async (inner: Progress) =>
      await this.#stage(name, index, work, { ...inner, size: usualSize, notes: [] });
    // Shared while it is built, not kept: what is asked for later may be gone by then.
    return await this.#prepared.run(name, build, progress).finally(() => this.#prepared.forget(name));
  }

  async #stage(
    name: string,
    index: number,
    work: BuildWork,
    sized: Progress & { size: E2bSize; notes: readonly string[] },
  ): Promise<PreparedImage> {
    const { plan, source, context } = work;
    const { signal, onLog } = sized;
    const stage = plan.stages[index];
    if (stage === undefined) throw new Error(`no stage ${index}`);
    const from = async (base: StageBase) =>
      base.kind === "stage"
        ? await this.#innerStage(base.index, work, { signal, onLog })
        : await this.prepare({ kind: "image", reference: base.reference }, usualSize, { signal, onLog });
    const options = { ...sized, timeoutMs: source.timeoutMs ?? this.#timeoutMs };
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
          ...{ ...context, target: folder, prefix: `copy-${at}`, name: source.name, signal },
          readStageFiles: async (stageBase, path, file) => {
            await this.#readStageFiles((await from(stageBase)).reference, path, file, signal);
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
      const done = await this.#builds.acquire(0, signal);
      try {
        await runBuild(this.#client, template, { ...options, name });
      } finally {
        done();
      }
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

function templateNameOf(source: ImageSource, { cpus, memoryMb }: E2bSize): string {
  const name = nameOf(imageContent(source));
  const usual = cpus === usualSize.cpus && memoryMb === usualSize.memoryMb;
  return usual ? name : `${name}-c${cpus}-m${memoryMb}`;
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
  const message = `E2B has no sandbox of ${size.cpus} processors and ${size.memoryMb} MiB: ${mostCpus} and ${mostMemoryMb} at most.`;
  throw new HarnessError({ fault: "config", code: "size-unsupported", message, context: { ...size } });
}

/** Of the larger plans; a smaller one refuses less, by a message of its own. */
const mostCpus = 8;
const mostMemoryMb = 8192;
