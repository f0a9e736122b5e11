// Who serves a model: by the prefix of its name, or by the server that a base URL names.

import type { Protocol } from "../../core/model.ts";
import { messagesHeaders, openAiHeaders } from "./headers.ts";
import type { HeadersWith } from "./http-upstream.ts";

export type FamilyName = "openai" | "anthropic" | "gemini" | "openrouter" | "compatible";
export type FamilyKey = "OPENAI_API_KEY" | "ANTHROPIC_API_KEY" | "GEMINI_API_KEY" | "OPENROUTER_API_KEY";

export interface Family {
  name: FamilyName;
  /** Provider's prefixes, which are not part of the name there. */
  prefixes: readonly string[];
  /** Of names that need no prefix. */
  names: RegExp | null;
  /** Servers that a base URL may name, with their subdomains. */
  hosts: readonly string[];
  /** The variable with its key. */
  key: FamilyKey;
  /** null: the config's or the environment's. */
  baseUrl: string | null;
  /** Best first. */
  protocols: readonly Protocol[];
  headers: HeadersWith;
}

export const anthropic: Family = {
  ...{ name: "anthropic", prefixes: ["anthropic/"], names: /^claude/, hosts: ["anthropic.com"] },
  ...{ key: "ANTHROPIC_API_KEY", baseUrl: "https://api.anthropic.com/v1" },
  ...{ protocols: ["messages"], headers: messagesHeaders },
};

export const gemini: Family = {
  ...{ name: "gemini", prefixes: ["gemini/", "google/"], names: /^gemini/, hosts: ["googleapis.com"] },
  ...{ key: "GEMINI_API_KEY", baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai" },
  ...{ protocols: ["chat"], headers: openAiHeaders },
};

export const openRouter: Family = {
  ...{ name: "openrouter", prefixes: ["openrouter/"], names: null, hosts: ["openrouter.ai"] },
  ...{ key: "OPENROUTER_API_KEY", baseUrl: "https://openrouter.ai/api/v1" },
  ...{ protocols: ["chat"], headers: openAiHeaders },
};

/** Every other name. */
export const openAi: Family = {
  ...{ name: "openai", prefixes: ["openai/"], names: /./, hosts: ["openai.com"] },
  ...{ key: "OPENAI_API_KEY", baseUrl: "https://api.openai.com/v1" },
  ...{ protocols: ["chat", "responses"], headers: openAiHeaders },
};

/** A server of one's own, or somebody's whom this table does not know: vLLM, Ollama, a proxy. */
export const compatible: Family = {
  ...{ name: "compatible", prefixes: [], names: null, hosts: [] },
  ...{ key: "OPENAI_API_KEY", baseUrl: null },
  ...{ protocols: ["chat"], headers: openAiHeaders },
};

export const families: readonly Family[] = [anthropic, gemini, openRouter, openAi];

/** Before a provider's prefix: the provider itself serves the model, also where there is a base URL for the others. */
export const directPrefix = "direct/";

export interface Served {
  family: Family;
  baseUrl: string;
}

export function isRehearsal(model: string): boolean {
  return model.startsWith("rehearsal/");
}

/** With a base URL it is the server that says whose keys and ways are right, whatever the model is called. */
export function servedBy(model: string, baseUrl: string | null): Served {
  const direct = model.startsWith(directPrefix);
  if (!direct && baseUrl !== null) return { family: familyOfUrl(baseUrl), baseUrl };
  const family = familyOfName(withoutDirect(model));
  return { family, baseUrl: family.baseUrl ?? "" };
}

/** What a family's servers call a model. */
export function nameIn({ prefixes }: Family, model: string): string {
  const asked = withoutDirect(model);
  const prefix = prefixes.find((candidate) => asked.startsWith(candidate)) ?? "";
  return asked.slice(prefix.length);
}

function withoutDirect(model: string): string {
  return model.startsWith(directPrefix) ? model.slice(directPrefix.length) : model;
}

function familyOfName(model: string): Family {
  const byPrefix = families.find(({ prefixes }) => prefixes.some((prefix) => model.startsWith(prefix)));
  return byPrefix ?? families.find(({ names }) => names?.test(model)) ?? openAi;
}

/** A key must never reach somebody else's server. */
function familyOfUrl(baseUrl: string): Family {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : "";
  return families.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`))) ?? compatible;
}
