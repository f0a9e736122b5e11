import type Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import { SharedWork } from "../lib/shared-work.ts";
import { engineWords } from "./engine-request.ts";
import { type HostFacts, readHostFacts } from "./host-facts.ts";
import { type ImageReference, parseImageReference } from "./image-reference.ts";
import { hasImage } from "./local-images.ts";
import {
  type MakeBaseImageOptions,
  makeableNames,
  makeBaseImage,
  planBaseImage,
  whyNotMakeable,
} from "./make-base-image.ts";
import type { MakePlan } from "./makers/maker.ts";
import { type PullResult, pullImage } from "./pull-image.ts";
import { RegistryMemory } from "./registry-memory.ts";
import { stateFolder } from "./state-folder.ts";

export interface ResolvedBaseImage {
  /** What a FROM may name: the reference as given, or our equivalent's name. */
  reference: string;
  substituted: boolean;
  /** One line for the build log and the trial's record, if substituted. */
  note?: string;
}

export interface ResolveOptions {
  signal: AbortSignal;
  say: (line: string) => void;
  /** First part of the names of equivalents, default "auto-harness". */
  namespace?: string;
  /** The state folder. */
  folder?: string;
}

/** What resolveBaseImage stands on; only tests give others. */
export interface BaseImageMeans {
  has: (docker: Dockerode, reference: string, options: { signal: AbortSignal }) => Promise<boolean>;
  pull: (docker: Dockerode, reference: ImageReference, options: { signal: AbortSignal }) => Promise<PullResult>;
  make: (docker: Dockerode, official: string, plan: MakePlan, options: MakeBaseImageOptions) => Promise<string>;
  facts: () => Promise<HostFacts>;
}

const realMeans: BaseImageMeans = { has: hasImage, pull: pullImage, make: makeBaseImage, facts: readHostFacts };

/** The name of images that the project itself stands on. */
export const projectBaseImages = ["debian:bookworm-slim", "node:24-bookworm-slim"] as const;

/** Of them, what images/loop stands on, which compose builds without us. */
export const loopBaseImage = "node:24-bookworm-slim";

const shared = new WeakMap<Dockerode, SharedWork<ResolvedBaseImage>>();
const memories = new Map<string, RegistryMemory>();

/**
 * Makes sure that the engine has a base image. There already: as it is. Else it is pulled; if the registry does not
 * answer, an equivalent is made once under our own name and returned in its place. Concurrent callers share the work.
 * A registry that did not answer is not asked again for ten minutes. A registry that answers "no" is believed: nothing
 * is made in place of an image that it refuses.
 * Throws infrastructure "base-image-unavailable" and task "image-reference-invalid".
 */
export async function resolveBaseImage(
  docker: Dockerode,
  reference: string,
  options: ResolveOptions,
  means: BaseImageMeans = realMeans,
): Promise<ResolvedBaseImage> {
  const parsed = parseImageReference(reference);
  const { namespace = "auto-harness", folder = stateFolder(), signal, say } = options;
  const work = shared.get(docker) ?? new SharedWork<ResolvedBaseImage>();
  shared.set(docker, work);
  const resolved = await work.run(
    [folder, namespace, parsed.text].join("\n"),
    (inner) => resolve(docker, parsed, { signal: inner, say, namespace, folder }, means),
    { signal },
  );
  return resolved.substituted ? resolved : { ...resolved, reference };
}

async function resolve(
  docker: Dockerode,
  reference: ImageReference,
  options: Required<ResolveOptions>,
  means: BaseImageMeans,
): Promise<ResolvedBaseImage> {
  const { signal, say, namespace, folder } = options;
  const { text } = reference;
  if (await asked(text, () => means.has(docker, text, { signal }), signal))
    return { reference: text, substituted: false };

  const memory = memories.get(folder) ?? new RegistryMemory(folder);
  memories.set(folder, memory);
  const key = `${engineKey(docker)} ${reference.registry || "public hub"}`;
  const remembered = await memory.recall(key);
  let why = remembered;
  if (remembered === undefined) {
    say(`pulling ${text}`);
    const result = await means.pull(docker, reference, { signal });
    if (result.kind === "unreachable") await memory.remember(key, result.why);
    else await memory.forget(key);
    if (result.kind === "pulled") return { reference: text, substituted: false };
    if (result.kind !== "unreachable") throw notGiven(text, result);
    why = result.why;
  }
  const silence = `its registry does not answer (${why ?? ""}${remembered === undefined ? "" : ", tried less than 10 minutes ago"})`;

  const plan = reference.registry === "" && reference.digest === undefined ? planBaseImage(text) : undefined;
  if (plan === undefined) throw unavailable(text, `${silence}, and ${noPlan(reference)}`);
  const target = `${namespace}/${text}`;
  if (!(await asked(target, () => means.has(docker, target, { signal }), signal))) {
    const facts = await means.facts();
    const obstacle = whyNotMakeable(facts);
    if (obstacle !== undefined) throw unavailable(text, `${silence}, and ${obstacle}`);
    await means.make(docker, text, plan, { signal, say, facts, namespace, folder });
  }
  const note = `base image ${text} replaced by ${target}, made from Debian packages: its registry does not answer`;
  return { reference: target, substituted: true, note };
}

async function asked(text: string, question: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  try {
    return await question();
  } catch (error) {
    signal.throwIfAborted();
    throw unavailable(text, `the engine does not say whether it has it: ${engineWords(error)}`, error);
  }
}

function engineKey(docker: Dockerode): string {
  const { modem } = docker as { modem?: { host?: string; port?: number | string; socketPath?: unknown } };
  return modem?.host === undefined ? `unix:${String(modem?.socketPath)}` : `${modem.host}:${modem.port}`;
}

function noPlan({ digest, registry }: ImageReference): string {
  if (digest !== undefined) return "an image pinned by digest has no equivalent";
  if (registry !== "") return "only images of the public hub have equivalents that can be made here";
  return `there is no way to make an equivalent here (what can be made: ${makeableNames()})`;
}

function notGiven(text: string, { kind, why }: Exclude<PullResult, { kind: "pulled" }>): HarnessError {
  const meaning =
    kind === "refused"
      ? `the registry answers, and will not give it: ${why}. Check the name; if it is private, "docker pull ${text}" with your login puts it where it is found`
      : `the engine's words do not tell whether the registry is unreachable or has no such image, so nothing was made in its place: ${why}. "docker pull ${text}" by hand shows more, and an image that is there is used as it is`;
  return unavailable(text, meaning);
}

function unavailable(text: string, what: string, cause?: unknown): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "base-image-unavailable",
    message: `base image ${text} cannot be had: ${what}`,
    cause,
    context: { image: text },
  });
}
