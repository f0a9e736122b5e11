// Images by content: found by name, pulled or built once, whoever asks.

import type Dockerode from "dockerode";
import { imageContent } from "../../core/image-content.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import { sha256 } from "../../lib/digest.ts";
import { packBuildContext, readBuildContext } from "../build-context.ts";
import { findBaseImages, replaceBaseImages } from "../dockerfile.ts";
import { OncePerKey } from "../once-per-key.ts";
import { type BuildSecret, buildImage, type DockerCli } from "./build.ts";
import { engineCall, statusOf } from "./call.ts";

export type ResolveBaseImage = (
  reference: string,
  options: { signal: AbortSignal; say: (line: string) => void },
) => Promise<{ reference: string; substituted: boolean; note?: string }>;

export interface DockerImagesOptions {
  docker: Dockerode;
  resolveBaseImage: ResolveBaseImage;
  cli: DockerCli;
  /** Proxy settings and the like, given to every build. */
  buildArgs: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, BuildSecret>>;
}

type Build = Extract<ImageSource, { kind: "build" }>;
type Progress = { signal: AbortSignal; onLog: (line: string) => void };

const repository = "auto-harness/task";
const defaultTimeoutMs = 600_000;

export class DockerImages {
  readonly #options: DockerImagesOptions;
  readonly #prepared = new OncePerKey<PreparedImage>();

  constructor(options: DockerImagesOptions) {
    this.#options = options;
  }

  /** Remembered for the life of this object: see forget. */
  async prepare(
    source: ImageSource,
    options: { signal: AbortSignal; onLog?: (line: string) => void },
  ): Promise<PreparedImage> {
    const work = (progress: Progress) =>
      source.kind === "build" ? this.#build(source, progress) : this.#find(source.reference, progress);
    return await this.#prepared.run(imageContent(source), work, options);
  }

  /** The image was removed behind our back: the next prepare looks again. */
  forget(source: ImageSource): void {
    this.#prepared.forget(imageContent(source));
  }

  async #find(reference: string, { signal, onLog }: Progress): Promise<PreparedImage> {
    if (await this.#has(reference, signal)) return { reference, built: false, notes: [] };
    const found = await this.#options.resolveBaseImage(reference, { signal, say: onLog });
    return { reference: found.reference, built: false, notes: noteOf(reference, found) };
  }

  async #build(source: Build, { signal, onLog }: Progress): Promise<PreparedImage> {
    const pure = `${repository}:${source.digest.slice(0, 16)}`;
    if (await this.#has(pure, signal)) return { reference: pure, built: false, notes: [] };
    const context = await readBuildContext(source.context, source.dockerfile);
    const { replacements, notes } = await this.#resolveBases(context.dockerfile, { signal, onLog });
    // Another base is another environment, hence another name.
    const reference = replacements.size === 0 ? pure : `${pure}-${digestOf(replacements)}`;
    if (await this.#has(reference, signal)) return { reference, built: false, notes };
    for (const note of notes) onLog(note);
    const dockerfile = replaceBaseImages(context.dockerfile, replacements);
    const { docker, cli, buildArgs, secrets } = this.#options;
    const request = {
      name: source.name,
      tag: reference,
      labels: { "auto-harness.image": source.name, "auto-harness.image.digest": source.digest },
      dockerfile,
      file: context.name,
      ...(source.target === undefined ? {} : { target: source.target }),
      context: () => packBuildContext(source.context, { ...context, dockerfile }),
      buildArgs: { ...buildArgs, ...source.args },
      secrets,
      timeoutMs: source.timeoutMs ?? defaultTimeoutMs,
    };
    await buildImage(docker, cli, request, { signal, onLog });
    return { reference, built: true, notes };
  }

  async #resolveBases(
    dockerfile: string,
    { signal, onLog }: Progress,
  ): Promise<{ replacements: Map<string, string>; notes: string[] }> {
    const replacements = new Map<string, string>();
    const notes: string[] = [];
    for (const reference of new Set(findBaseImages(dockerfile).map((base) => base.reference))) {
      const found = await this.#options.resolveBaseImage(reference, { signal, say: onLog });
      if (found.substituted) replacements.set(reference, found.reference);
      notes.push(...noteOf(reference, found));
    }
    return { replacements, notes };
  }

  async #has(reference: string, signal: AbortSignal): Promise<boolean> {
    try {
      const image = this.#options.docker.getImage(reference);
      await engineCall(`look for the image ${reference}`, () => image.inspect(), {
        signal,
        idempotent: true,
      });
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }
}

function noteOf(asked: string, found: Awaited<ReturnType<ResolveBaseImage>>): string[] {
  if (!found.substituted) return [];
  return [found.note ?? `base image ${asked} could not be had; ${found.reference} stands in for it`];
}

function digestOf(replacements: ReadonlyMap<string, string>): string {
  return sha256(JSON.stringify([...replacements].sort())).slice(0, 8);
}
