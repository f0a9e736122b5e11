import type { ImageSource } from "./sandbox.ts";

/** Alike for two sources if and only if they are of the same content. */
export function imageContent(source: ImageSource): string {
  return source.kind === "build" ? `build ${source.digest}` : `image ${source.reference}`;
}
