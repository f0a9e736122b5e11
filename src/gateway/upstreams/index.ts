// Which upstream serves a model.

import { HarnessError } from "../../core/fault.ts";
import type { Upstream } from "../../core/model.ts";
import { openRehearsalUpstream } from "../rehearsal/upstream.ts";
import { type FamilyKey, isRehearsal, servedBy } from "./families.ts";
import { liveUpstream } from "./live-upstream.ts";

export interface UpstreamsOptions {
  /** Of the server that serves every model without `direct/`; null: the providers themselves, by the model's name. */
  baseUrl: string | null;
  /** null: there is none, which only a server of one's own accepts. */
  keyOf: (name: FamilyKey) => string | null;
  /** The dataset's folder whose playbooks the rehearsal model knows; null where there is none. */
  playbooks: string | null;
}

/** The function throws config faults: "key-missing", "no-playbooks", "base-url-invalid". */
export async function openUpstreams(options: UpstreamsOptions): Promise<(model: string) => Upstream> {
  const rehearsal = options.playbooks === null ? null : await openRehearsalUpstream({ playbooks: options.playbooks });
  const live = new Map<string, Upstream>();
  return (model) => {
    if (!isRehearsal(model)) return openLive(model, options, live);
    if (rehearsal !== null) return rehearsal;
    throw new HarnessError({
      fault: "config",
      code: "no-playbooks",
      message: `${model} needs a dataset with rehearsal.toml files, such as \`dataset: starter\`; this one has none`,
    });
  };
}

/** One upstream for all models that a server serves. */
function openLive(model: string, { baseUrl, keyOf }: UpstreamsOptions, live: Map<string, Upstream>): Upstream {
  const { family, baseUrl: server } = servedBy(model, baseUrl);
  const known = live.get(`${family.name} ${server}`);
  if (known !== undefined) return known;
  const key = keyOf(family.key);
  if (family.name !== "compatible" && key === null) {
    const elsewhere = baseUrl === null ? ", or a base URL of a server that has the model" : "";
    throw new HarnessError({
      fault: "config",
      code: "key-missing",
      message: `${model} needs ${family.key}${elsewhere}: set it in .env or in the environment`,
    });
  }
  const opened = liveUpstream(family, { baseUrl: server, key });
  live.set(`${family.name} ${server}`, opened);
  return opened;
}
