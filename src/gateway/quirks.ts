// What providers want said otherwise, in one table: the first row that fits is a model's.

import type { PinnedModel } from "../core/model.ts";

export interface Quirks {
  /**
   * Of temperature, top_p and top_k: `refused` ones are left out; `unless-none` wants an effort of none for them; with
   * `one` a temperature and a top_p exclude each other.
   */
  sampling: "free" | "one" | "refused" | "unless-none";
  /** The name of the limit of output tokens in chat completions. */
  tokenLimit: "max_tokens" | "max_completion_tokens" | "either";
  /** Names of efforts; null where nothing is known of them. */
  efforts: readonly string[] | null;
  /** In Anthropic's messages: how an effort is said. Budgets are in tokens. */
  thinking: "adaptive" | Readonly<Record<string, number>>;
  /** In Anthropic's messages: may be told not to think. */
  thinkingOff: boolean;
  /** Takes a seed. */
  seed: boolean;
}

interface Row extends Partial<Quirks> {
  family: string;
  /** Of the name without a provider's prefix. */
  models: RegExp;
}

const openAiEfforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];
const claudeEfforts = ["none", "low", "medium", "high", "xhigh", "max"];
const budgets = { low: 4096, medium: 10_240, high: 24_576 };

const rows: readonly Row[] = [
  { family: "openai", models: /^gpt-[5-9].*-chat/, tokenLimit: "max_completion_tokens", efforts: openAiEfforts },
  {
    ...{ family: "openai", models: /^(o\d|gpt-[5-9])/, efforts: openAiEfforts },
    ...{ sampling: "unless-none", tokenLimit: "max_completion_tokens" },
  },
  { family: "openai", models: /./, tokenLimit: "max_completion_tokens", efforts: openAiEfforts },
  {
    ...{ family: "anthropic", models: /^claude-(3|[a-z]+-4(-[0-5])?(-\d{8})?$)/, seed: false },
    ...{ sampling: "one", thinking: budgets, efforts: ["none", ...Object.keys(budgets)] },
  },
  { family: "anthropic", models: /^claude-[a-z]+-4-6/, sampling: "one", efforts: claudeEfforts, seed: false },
  {
    ...{ family: "anthropic", models: /^claude-(fable|mythos)/, sampling: "refused", seed: false },
    ...{ efforts: claudeEfforts.slice(1), thinkingOff: false },
  },
  { family: "anthropic", models: /./, sampling: "refused", efforts: claudeEfforts, seed: false },
  { family: "gemini", models: /./, tokenLimit: "max_tokens", efforts: ["none", "minimal", "low", "medium", "high"] },
  { family: "openrouter", models: /./, tokenLimit: "max_tokens", efforts: openAiEfforts },
  { family: "compatible", models: /./, tokenLimit: "max_tokens" },
];

const none: Quirks = {
  ...{ sampling: "free", tokenLimit: "either", efforts: null },
  ...{ thinking: "adaptive", thinkingOff: true, seed: true },
};

/** `model` is the name that the upstream has for it. */
export function quirksOf(family: string | undefined, model: string): Quirks {
  const bare = model.slice(model.lastIndexOf("/") + 1);
  const row = rows.find((candidate) => candidate.family === family && candidate.models.test(bare));
  if (row === undefined) return none;
  const { family: _, models: __, ...own } = row;
  return { ...none, ...own };
}

/** Why what is pinned cannot be said to the model; null when it can. */
export function unfitPin({ model, reasoningEffort: effort, seed }: PinnedModel, quirks: Quirks): string | null {
  if (effort !== undefined && quirks.efforts !== null && !quirks.efforts.includes(effort)) {
    return `${model} has no effort ${effort}; it has ${quirks.efforts.join(", ")}`;
  }
  if (seed !== undefined && !quirks.seed) return `${model} takes no seed`;
  return null;
}
