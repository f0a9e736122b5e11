import type { Finding } from "./finding.ts";
import type { SourceText } from "./read-texts.ts";
import type { Token } from "./read-tokens.ts";

/** Families of models whose names look like nothing else. */
const families =
  /(?<![\w-])(?:(?:chat)?gpt-?\d[\w.-]*|gpt-oss[\w.-]*|o[1-9]-(?:mini|pro|preview)[\w.-]*|claude-(?:\d|opus|sonnet|haiku|instant)[\w.-]*|gemini-\d[\w.-]*|grok-\d[\w.-]*|kimi-k\d[\w.-]*|(?:llama|qwen|mistral|mixtral|deepseek|codestral|glm|gemma)-?(?:\d|v\d|r\d|large|medium|small|chat|coder)[\w.:-]*)/giu;

/** A text that is nothing but such a name, a provider before it or not. */
const short = /^(?:[\w-]+\/)?o[1-9]$/;

/** Names of models in literals and regular expressions. */
export function findModels(texts: readonly SourceText[], models: readonly string[]): Finding[] {
  const named = models
    .flatMap((model) => [model, model.split("/").at(-1) ?? model])
    .map((model) => model.toLowerCase());
  const known = [...new Set(named)].filter((model) => model.length >= 2);
  return texts
    .filter(({ kind }) => kind === "literal" || kind === "regex")
    .flatMap((text) => {
      const plain = text.text
        .normalize("NFKC")
        .replaceAll(/[\p{Cf}]/gu, "")
        .toLowerCase();
      const found = new Set([
        ...[...plain.matchAll(families)].map(([name]) => name.replace(/[.:-]+$/, "")),
        ...known.filter((model) => holdsWord(plain, model)),
        ...(short.test(plain) ? [plain] : []),
      ]);
      // Of gpt-5 and openai/gpt-5 the longer one says it.
      const longest = [...found].filter((name) => ![...found].some((other) => other !== name && other.includes(name)));
      return longest.map(
        (name): Finding => ({
          ...{ kind: "names-model", subject: name, detail: `names the model ${name}`, task: null, text },
          snippet: asWritten(text.text, name),
        }),
      );
    });
}

/** Not a part of a longer name. */
function holdsWord(text: string, word: string): boolean {
  const outside = (char: string | undefined) => char === undefined || !/[\w-]/.test(char);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (outside(text[at - 1]) && outside(text[at + word.length])) return true;
  }
  return false;
}

function asWritten(text: string, name: string): string {
  const at = text.toLowerCase().indexOf(name);
  return at < 0 ? "" : text.slice(at, at + name.length);
}

const effortKeys = new Set([
  ...["reasoningeffort", "effort", "agentreasoningeffort", "modeleffort", "reasoninglevel", "thinkinglevel"],
  ...["thinkingbudget", "budgettokens", "thinkingconfig"],
]);
const efforts = new Set(["none", "minimal", "low", "medium", "high", "xhigh", "max", "off", "auto"]);
/** What may stand between a key and the value that it is given, compared with or falls back to. */
const between = /^[:=!?|&,)\]]$/;

/** `reasoning_effort: "high"`, `effort === "low"`, `context.reasoningEffort ?? "medium"`, `budget_tokens = 4000`. */
export function findEfforts(tokens: readonly Token[]): Finding[] {
  return tokens.flatMap((token, index): Finding[] => {
    if (token.kind !== "name" && token.kind !== "string") return [];
    const key = token.text.toLowerCase().replaceAll(/[_-]/g, "");
    if (!effortKeys.has(key)) return [];
    const marks = tokens
      .slice(index + 1, index + 5)
      .findIndex(({ kind, text }) => kind !== "mark" || !between.test(text));
    const value = marks < 1 ? undefined : tokens[index + 1 + marks];
    const isEffort = value?.kind === "string" && efforts.has(value.text.toLowerCase());
    const isBudget = value?.kind === "number" && /budget|tokens/.test(key);
    if (!isEffort && !isBudget) return [];
    const detail = `names the effort ${value.text} at ${token.text}`;
    return [
      { kind: "names-effort", subject: `${key} ${value.text}`, detail, task: null, text: token, snippet: token.text },
    ];
  });
}
