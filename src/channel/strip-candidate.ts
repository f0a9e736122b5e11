import { HarnessError } from "../core/fault.ts";
import { stripTypes } from "./strip-types.ts";

export const maxCandidateBytes = 512 * 1024;

/**
 * Takes the types out of agent.ts as text: nothing is resolved, nothing runs, lines and columns stay where they are.
 * Throws agent faults: "syntax-error" (also for syntax that only a compiler could take out), "candidate-too-large",
 * "candidate-too-deep", "candidate-not-utf8".
 */
export function stripCandidate(source: string | Uint8Array): { code: string } {
  const text = decode(source);
  try {
    return { code: stripTypes(text) };
  } catch (error) {
    if (error instanceof RangeError) throw refused("candidate-too-deep", `agent.ts is ${error.message}`, error);
    if (!(error instanceof SyntaxError)) throw error;
    const place = placeOf(error);
    throw new HarnessError({
      fault: "agent",
      code: "syntax-error",
      message: `agent.ts${place.line === undefined ? "" : `:${place.line}`}: ${error.message}${place.excerpt}`,
      cause: error,
      context: { line: place.line },
    });
  }
}

function decode(source: string | Uint8Array): string {
  const bytes = typeof source === "string" ? Buffer.byteLength(source) : source.byteLength;
  if (bytes > maxCandidateBytes) {
    throw refused("candidate-too-large", `agent.ts has ${bytes} bytes; at most ${maxCandidateBytes} are sent to a box`);
  }
  if (typeof source === "string") {
    if (source.isWellFormed()) return source;
    throw refused("candidate-not-utf8", "agent.ts is not valid Unicode");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(source);
  } catch (cause) {
    throw refused("candidate-not-utf8", "agent.ts is not UTF-8 text", cause);
  }
}

function refused(code: string, message: string, cause?: unknown): HarnessError {
  return new HarnessError({ fault: "agent", code, message, cause });
}

/** Node puts `:LINE`, the line (sometimes lines before it) and a marker below it in front of the stack. */
function placeOf(error: SyntaxError): { line: number | undefined; excerpt: string } {
  const match = /^\S*:(\d+)\n(?:.*\n)*?(.*)\n( *\^+)\n/.exec(error.stack ?? "");
  if (match === null) return { line: undefined, excerpt: "" };
  return { line: Number(match[1]), excerpt: `\n${match[2]}\n${match[3]}` };
}
