import { HarnessError, harnessErrorOf } from "../../core/fault.ts";

const code = "replay-diverged";

/** A replay that does not go the recorded way. `shown`: what differs, line by line. */
export function diverged(message: string, shown: readonly string[] = []): HarnessError {
  return new HarnessError({ fault: "config", code, message, context: { shown } });
}

/** null for any other error. */
export function readDivergence(error: unknown): { message: string; shown: readonly string[] } | null {
  const known = harnessErrorOf(error);
  if (known?.code !== code) return null;
  const { shown } = known.context;
  return { message: known.message, shown: Array.isArray(shown) ? shown.map(String) : [] };
}
