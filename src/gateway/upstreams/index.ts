// Which upstream serves a model: by the prefix of its name, else the OpenAI-compatible server.

import { HarnessError } from "../../core/fault.ts";
import type { Upstream } from "../../core/model.ts";
import { openRehearsalUpstream } from "../rehearsal/upstream.ts";
import { openAiCompatible } from "./openai-compatible.ts";

export const defaultBaseUrl = "https://api.openai.com/v1";

export interface UpstreamsOptions {
  /** Of the OpenAI-compatible server; null: OpenAI's own. */
  baseUrl: string | null;
  /** null: none is sent, which only a server of one's own accepts. */
  key: string | null;
  /** The dataset's folder whose playbooks the rehearsal model knows; null where there is none. */
  playbooks: string | null;
}

export function isRehearsal(model: string): boolean {
  return model.startsWith("rehearsal/");
}

/** The function throws config faults: "key-missing", "no-playbooks", "base-url-invalid". */
export async function openUpstreams(options: UpstreamsOptions): Promise<(model: string) => Upstream> {
  const rehearsal = options.playbooks === null ? null : await openRehearsalUpstream({ playbooks: options.playbooks });
  let live: Upstream | null = null;
  return (model) => {
    if (!isRehearsal(model)) {
      live ??= openLive(model, options);
      return live;
    }
    if (rehearsal !== null) return rehearsal;
    throw new HarnessError({
      fault: "config",
      code: "no-playbooks",
      message: `${model} needs a dataset with rehearsal.toml files, such as \`dataset: starter\`; this one has none`,
    });
  };
}

function openLive(model: string, { baseUrl, key }: UpstreamsOptions): Upstream {
  if (baseUrl === null && key === null) {
    throw new HarnessError({
      fault: "config",
      code: "key-missing",
      message: `${model} needs OPENAI_API_KEY, or a base URL of another server: set it in .env or in the environment`,
    });
  }
  return openAiCompatible({ baseUrl: baseUrl ?? defaultBaseUrl, key });
}
