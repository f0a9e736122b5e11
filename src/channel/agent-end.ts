// How an agent's phase ended, from what the host saw of its box.

import type { AgentEnd } from "../core/trial.ts";
import type { CallError, ChannelError } from "./channel-error.ts";

/** Codes that the box's runtime may give; a box that sends another one is taken at its word that it failed. */
const crashCodes = ["candidate-threw", "import-refused", "bad-export", "bad-reply", "unknown-interface"];

const maxDetail = 4096;

export function endOfError({ code, message }: CallError): AgentEnd {
  return {
    how: "crashed",
    code: crashCodes.includes(code) ? code : "candidate-threw",
    detail: message.slice(0, maxDetail),
  };
}

export function endOfExit(
  { exitCode, outOfMemory }: { exitCode: number; outOfMemory: boolean },
  log: string,
): AgentEnd {
  const heapFull = exitCode === 134 && log.includes("JavaScript heap out of memory");
  return {
    how: "crashed",
    code: outOfMemory || heapFull ? "out-of-memory" : `exited-${exitCode}`,
    detail: log.slice(-maxDetail).trim(),
  };
}

export function endOfProtocol(error: ChannelError): AgentEnd {
  return { how: "protocol", code: error.code, detail: error.message.slice(0, maxDetail) };
}
