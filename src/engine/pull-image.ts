import type Dockerode from "dockerode";
import { engineGet, engineWords, statusCodeOf } from "./engine-request.ts";
import type { ImageReference } from "./image-reference.ts";

/**
 * What came of asking a registry. unreachable: it did not answer. refused: it answered, and will not give the image
 * (not found, denied, rate). unclear: the engine's words say neither.
 */
export type PullResult =
  | { kind: "pulled" }
  | { kind: "unreachable"; why: string }
  | { kind: "refused"; why: string }
  | { kind: "unclear"; why: string };

export interface PullOptions {
  signal: AbortSignal;
  /** The first sign of progress must come by then. */
  firstProgressMs?: number;
  /** Progress may pause that long later on. */
  stallMs?: number;
}

/** Pulls, giving up on a registry that does not answer. Throws only the signal's reason. */
export async function pullImage(
  docker: Dockerode,
  reference: ImageReference,
  { signal, firstProgressMs = 20_000, stallMs = 120_000 }: PullOptions,
): Promise<PullResult> {
  const silence = new AbortController();
  let limitMs = firstProgressMs;
  let timer = setTimeout(() => silence.abort(), limitMs);
  const restart = (ms: number) => {
    clearTimeout(timer);
    limitMs = ms;
    timer = setTimeout(() => silence.abort(), ms);
  };
  try {
    const abortSignal = AbortSignal.any([signal, silence.signal]);
    const stream = await docker.pull(reference.text, { abortSignal });
    let rest = "";
    for await (const chunk of stream) {
      rest += String(chunk);
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const event of lines.map(parseEvent)) {
        if (event.error !== undefined) return classifyRegistryError(new Error(event.error));
        // "Pulling from …" comes only after the registry has answered.
        if (event.status !== undefined) restart(stallMs);
      }
    }
    const last = parseEvent(rest);
    return last.error === undefined ? { kind: "pulled" } : classifyRegistryError(new Error(last.error));
  } catch (error) {
    signal.throwIfAborted();
    if (silence.signal.aborted) {
      return { kind: "unreachable", why: `no sign of progress from the registry for ${limitMs / 1000} s` };
    }
    return classifyRegistryError(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks the registry, through the engine, for a manifest: any answer of it, even a refusal, means reachable. */
export async function askRegistry(
  docker: Dockerode,
  reference: ImageReference,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<{ kind: "reachable" } | { kind: "unreachable" | "unclear"; why: string }> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    await engineGet(docker, `/distribution/${reference.text}/json`, { signal: limited });
    return { kind: "reachable" };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError")) {
      return { kind: "unreachable", why: `no answer within ${timeoutMs / 1000} s` };
    }
    const result = classifyRegistryError(error);
    return result.kind === "refused" ? { kind: "reachable" } : { kind: result.kind, why: result.why };
  }
}

const refusals =
  /manifest unknown|manifest for .* not found|not found: manifest|repository does not exist|access denied|access to the resource is denied|^denied|: denied|unauthorized|no matching manifest|too ?many ?requests|rate limit|name unknown|: not found$/i;
const silences =
  /no such host|connection refused|connection reset|i\/o timeout|network is unreachable|no route to host|host is unreachable|host is down|handshake timeout|context deadline exceeded|client\.timeout|awaiting headers|server misbehaving|temporary failure in name resolution|proxyconnect|x509:|certificate|\bEOF\b|: (?:502 bad gateway|503 service unavailable|504 gateway time-?out)/i;

/** Reads the engine's words for a failed question to a registry. */
export function classifyRegistryError(error: unknown): Exclude<PullResult, { kind: "pulled" }> {
  const why = engineWords(error);
  if (silences.test(why)) return { kind: "unreachable", why };
  if (refusals.test(why) || statusCodeOf(error) === 404) return { kind: "refused", why };
  return { kind: "unclear", why };
}

function parseEvent(line: string): { error?: string; status?: string } {
  if (line.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(line);
    if (value === null || typeof value !== "object") return {};
    return {
      ...("error" in value ? { error: String(value.error) } : {}),
      ...("status" in value ? { status: String(value.status) } : {}),
    };
  } catch {
    return { error: `the engine sent what is not JSON: ${line.slice(0, 200)}` };
  }
}
