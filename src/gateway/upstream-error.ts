// Whose fault an upstream's answer is.

import { HarnessError } from "../core/fault.ts";
import { asArray, at, field, isObject, textAt } from "./json.ts";

export interface UpstreamAnswer {
  /** The upstream's. */
  name: string;
  status: number;
  /** Parsed; anything where it is not JSON. */
  body: unknown;
  /** Whether a success's body is an answer. */
  isAnswer: (body: unknown) => boolean;
}

/** The fault of an answer; undefined when it goes to the box as it is: a success, or a refusal of its own doing. */
export function upstreamError({ name, status, body, isAnswer }: UpstreamAnswer): HarnessError | undefined {
  const said = saidBy(body);
  const context = { status };
  if (status === 401 || isRefusedKey(status, said)) {
    const message = `${name} refused the key (HTTP ${status}): check the key and what it may use`;
    return new HarnessError({ fault: "config", code: "key-refused", message, context });
  }
  if (isSpent(status, said)) {
    const message = `${name} says that the account has no credit left (HTTP ${status}): add some, then resume`;
    return new HarnessError({ fault: "config", code: "quota-spent", message, context });
  }
  if (status === 404) {
    const message = `${name} knows no such model or path (HTTP 404): check the model's name and the base URL`;
    return new HarnessError({ fault: "config", code: "model-not-found", message, context });
  }
  if (status === 400 && isAboutEffort(said)) {
    const message = `${name} refuses the pinned effort (HTTP 400): ${said.message.slice(0, 300)}`;
    return new HarnessError({ fault: "config", code: "effort-refused", message, context });
  }
  if (status === 429 && isTooLarge(said)) return undefined;
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const limited = status === 429;
    const message = limited ? `${name} limits the rate (HTTP 429)` : `${name} failed (HTTP ${status})`;
    const code = limited ? "rate-limited" : "upstream-failed";
    return new HarnessError({ fault: "infrastructure", code, message, context });
  }
  // Some proxies answer a success that only says what went wrong.
  if (status < 300 && !isAnswer(body)) {
    const message = `${name} answered HTTP ${status} with something that is no answer of a model`;
    return new HarnessError({ fault: "infrastructure", code: "upstream-failed", message, context });
  }
  return undefined;
}

export interface Said {
  message: string;
  /** Codes and types, by which providers tell errors apart. */
  words: readonly string[];
  param: string;
  /** Of a provider that checks what it is asked. */
  moderated: boolean;
}

/** What an error's body says, in the form of OpenAI, Anthropic, Google (also as a list of one) and OpenRouter. */
export function saidBy(body: unknown): Said {
  const error = field(Array.isArray(body) ? body[0] : body, "error");
  const details = asArray(field(error, "details")).map((detail) => textAt(detail, "reason"));
  const anthropic = at(error, "details", "error_code");
  const words = [field(error, "code"), field(error, "type"), field(error, "status"), anthropic, ...details];
  return {
    message: typeof error === "string" ? error : textAt(error, "message"),
    words: words.filter((word): word is string => typeof word === "string" && word !== ""),
    param: textAt(error, "param"),
    moderated: isObject(at(error, "metadata")) && Array.isArray(at(error, "metadata", "reasons")),
  };
}

/** Google says 400 to a wrong key; OpenRouter says 403 to what its moderation refuses, which is no matter of the key. */
function isRefusedKey(status: number, { words, message, moderated }: Said): boolean {
  if (status === 403) return !moderated;
  return status === 400 && (words.includes("API_KEY_INVALID") || /API key not valid|API key expired/i.test(message));
}

/** Anthropic says 400 to an account without credit. */
function isSpent(status: number, { words, message }: Said): boolean {
  if (status === 402) return true;
  if (status === 429) return words.includes("insufficient_quota");
  return status === 400 && (words.includes("billing_error") || /credit balance is too low/i.test(message));
}

/** OpenAI says 429 also to one request that is larger than the tokens of a minute: no waiting helps. */
function isTooLarge({ message }: Said): boolean {
  return /^Request too large\b/i.test(message);
}

/** A box can only say the pinned effort, so what is wrong with it is not the box's. */
function isAboutEffort({ param, message }: Said): boolean {
  if (["reasoning_effort", "reasoning.effort", "output_config.effort"].includes(param)) return true;
  return /^(reasoning_effort|reasoning\.effort|output_config\.effort)\b/.test(message);
}
