import type { Environment } from "./state-folder.ts";

/**
 * Id of the container that this process runs in, as images/loop/enter.sh says it: one of the very engine whose socket it
 * has. undefined where nothing says so.
 */
export function ownContainer(env: Environment = process.env): string | undefined {
  const id = env["AUTO_HARNESS_CONTAINER"] ?? "";
  return /^[0-9a-f]{12,64}$/.test(id) ? id : undefined;
}
