import type { ConfigNames } from "./schema.ts";

/** What this version offers. */
export const knownNames: ConfigNames = {
  benchmarks: ["terminal-bench"],
  providers: ["docker"],
  codingAgents: ["built-in", "rehearsal"],
};
