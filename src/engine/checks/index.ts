import { baseImages } from "./base-images.ts";
import type { Check } from "./check.ts";
import { disk } from "./disk.ts";
import { engineVersion } from "./engine-version.ts";
import { keys } from "./keys.ts";
import { nodeVersion } from "./node-version.ts";
import { pluginCheck } from "./plugin.ts";
import { registry } from "./registry.ts";

/** In the order in which they are shown. */
export const checks: Readonly<Record<string, Check>> = {
  Node: nodeVersion,
  engine: engineVersion,
  compose: pluginCheck("compose"),
  buildx: pluginCheck("buildx"),
  disk,
  registry,
  "base images": baseImages,
  keys,
};
