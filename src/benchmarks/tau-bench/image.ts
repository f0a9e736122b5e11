import { fileURLToPath } from "node:url";
import type { ImageSource } from "../../core/sandbox.ts";
import { digestFolder } from "../../lib/digest-folder.ts";

/** In a clone as in an installed package. */
const context = fileURLToPath(new URL("../../../images/tau-bench", import.meta.url));

let source: Promise<ImageSource> | undefined;

/** tau2 with our driver; its digest is computed once per process. */
export async function tauImage(): Promise<ImageSource> {
  source ??= digestFolder(context).then((digest) => ({ kind: "build", name: "tau-bench", context, digest }) as const);
  return await source;
}
