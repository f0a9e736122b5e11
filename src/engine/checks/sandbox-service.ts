import { type HarnessError, harnessErrorOf } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import type { Check, CheckResult } from "./check.ts";

/** A service of sandboxes that the config names, or whose key is set. */
export interface KnownService {
  name: string;
  /** Of the variable with its key. */
  key: string;
  keySet: boolean;
  /** What the config names it by, such as "env_provider e2b"; none where only its key is there. */
  neededBy: readonly string[];
  /** What tasks may not ask for there, in a few words. */
  lacks: string;
  /** Variables that are set and change the way to it, such as HTTPS_PROXY. */
  ways: readonly string[];
  /** Asks it. Throws config faults where the key is refused or the SDK is missing, else infrastructure faults. */
  ask: (options: { signal: AbortSignal }) => Promise<{ alive: number; left: number }>;
}

/** Less than a check has, so that it can be said what is likely. */
const answerMs = 12_000;

/** No key is ever shown, and where one is refused nothing of what the service says. */
export function serviceCheck(
  { name, key, keySet, neededBy, lacks, ways, ask }: KnownService,
  limitMs: number = answerMs,
): Check {
  const bad = (detail: string, todo: string): CheckResult => {
    return { name, status: neededBy.length > 0 ? "missing" : "warn", detail, todo };
  };
  return async ({ signal }) => {
    if (!keySet) {
      return bad(`${key} is not set, for ${neededBy.join(", ")}`, `put ${key}=… into .env, or into the environment`);
    }
    const limit = AbortSignal.timeout(limitMs);
    try {
      const { alive, left } = await abortable(ask({ signal }), AbortSignal.any([signal, limit]));
      const counts = `takes the key, ${alive + left} sandboxes of ours${left === 0 ? "" : `, ${left} left by dead runs`}`;
      const detail = `${counts}; not there: ${lacks}`;
      return left === 0
        ? { name, status: "ok", detail }
        : { name, status: "warn", detail, todo: "npx auto-harness sweep" };
    } catch (error) {
      if (limit.aborted) return bad(`no answer within ${limitMs / 1000} s`, wayTodo(ways));
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      return bad(...troubleOf(known, key, ways));
    }
  };
}

function troubleOf(error: HarnessError, key: string, ways: readonly string[]): [detail: string, todo: string] {
  const { code, message, fault } = error;
  if (code === "cloud-key-refused") return ["refuses the key", `put a valid ${key} into .env, or into the environment`];
  if (code === "sdk-missing") return ["its package is not there", message.split("; ").at(-1) ?? message];
  if (fault === "config") return ["can't be opened", message];
  return [`does not answer: ${innermost(error)}`, wayTodo(ways)];
}

function wayTodo(ways: readonly string[]): string {
  const by = ways.length === 0 ? "; is a proxy needed, or a domain of your own?" : `, and at ${ways.join(", ")}`;
  return `look at the way to it${by}`;
}

/** fetch wraps what broke. */
function innermost(error: Error): string {
  return error.cause instanceof Error ? innermost(error.cause) : error.message;
}
