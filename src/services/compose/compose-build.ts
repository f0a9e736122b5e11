// Of what a service's container is made, as an image of ours.

import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { canonicalJson, sha256 } from "../../lib/digest.ts";
import { digestFolder } from "../../lib/digest-folder.ts";
import { type ComposeService, pairsOf, tableOf } from "./compose-model.ts";
import { isInside, unescaped } from "./compose-mounts.ts";

/** In place of an image's name: main's own, built from the task's Dockerfile. */
export const mainImage = "auto-harness.invalid/main";

const heeded = ["context", "dockerfile", "args", "target"];
const unheeded = ["labels", "tags", "cache_from", "cache_to", "pull", "no_cache"];

/** What is wrong with a service's build, by key. */
export function buildProblems(build: unknown, folder: string): string[] {
  if (typeof build === "string") return contextProblems(build, folder);
  const table = tableOf(build);
  const unknown = Object.keys(table).filter((key) => !heeded.includes(key) && !unheeded.includes(key));
  const { context = ".", dockerfile = "Dockerfile" } = table;
  const file = resolve(folder, String(context), String(dockerfile));
  return [
    ...unknown.map((key) => `build.${key} is not supported`),
    ...contextProblems(String(context), folder),
    ...(isInside(file, resolve(folder, String(context))) ? [] : ["build.dockerfile lies outside its context"]),
  ];
}

function contextProblems(context: string, folder: string): string[] {
  if (/^\w+:\/\/|^git@|\.git(?:#|$)/.test(context)) return [`build.context ${context} is not a folder of the task`];
  return isInside(resolve(folder, unescaped(context)), folder)
    ? []
    : [`build.context ${context} lies outside the task's folder`];
}

/** `folder`: real, absolute. undefined: what the task itself says of main. Throws config "compose-refused". */
export async function imageOfService(
  name: string,
  service: ComposeService,
  { folder, timeoutMs }: { folder: string; timeoutMs: number },
): Promise<ImageSource | undefined> {
  const { build, image } = service;
  if (build === undefined || build === null) {
    return image === undefined || image === mainImage
      ? undefined
      : { kind: "image", reference: unescaped(String(image)) };
  }
  const { context = ".", dockerfile, args, target } = typeof build === "string" ? { context: build } : tableOf(build);
  const path = await realpath(resolve(folder, unescaped(String(context)))).catch(() => "");
  if (!isInside(path, folder)) throw contextMissing(name, String(context));
  const own = {
    ...(dockerfile === undefined || dockerfile === "Dockerfile" ? {} : { dockerfile: unescaped(String(dockerfile)) }),
    ...(target === undefined ? {} : { target: String(target) }),
    args: Object.fromEntries(Object.entries(pairsOf(args)).map(([key, value]) => [key, unescaped(value)])),
  };
  const digest = sha256(canonicalJson({ ...own, content: await digestFolder(path) }));
  return { kind: "build", name, context: path, digest, timeoutMs, ...own };
}

function contextMissing(name: string, context: string): HarnessError {
  const message = `${name}.build.context: ${context} is not there, or is a link that leads out of the task's folder.`;
  return new HarnessError({ fault: "config", code: "compose-refused", message });
}
