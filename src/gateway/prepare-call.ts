// A box's call as it goes upstream: checked, translated where the upstream speaks another protocol, pinned.

import type { ModelRequest, Protocol, Upstream } from "../core/model.ts";
import { betaHeaders } from "./beta-headers.ts";
import { finishRequest } from "./finish-request.ts";
import { at, type Json } from "./json.ts";
import type { Pins } from "./pins.ts";
import { protocols } from "./protocols/index.ts";
import type { Quirks } from "./quirks.ts";
import { mistake, type Refusal } from "./refusal.ts";
import { callPaths } from "./route-request.ts";
import { openTranslator, spokenFor } from "./translate/index.ts";
import { NotTranslatable, type Translator } from "./translate/translator.ts";

export interface PreparedCall {
  kind: "prepared";
  /** The box's protocol, and the upstream's. */
  box: Protocol;
  spoken: Protocol;
  /** null where they are the same. */
  translator: Translator | null;
  /** The box's request as it was checked. */
  asked: Json;
  request: ModelRequest;
  /** A chat completion's box wants the chunk with the usage. */
  wantsUsage: boolean;
  /** Fields that the model refuses, and that were left out. */
  leftOut: readonly string[];
}

export interface CallPreparer {
  prepare(protocol: Protocol, body: Json, headers: ModelRequest["headers"]): PreparedCall | Refusal;
}

/** Of one lease: translators remember what the lease's models thought. */
export function callPreparer(upstream: Upstream, pins: Pins, quirks: Quirks): CallPreparer {
  const translators = new Map<Protocol, Translator | null>();

  function translatorFor(box: Protocol, spoken: Protocol): Translator | null {
    const known = translators.get(box);
    if (known !== undefined) return known;
    const opened = openTranslator(box, spoken);
    translators.set(box, opened);
    return opened;
  }

  return {
    prepare(box, body, headers) {
      const asked = protocols[box].check(body, pins);
      if (isRefusal(asked)) return asked;
      const spoken = spokenFor(box, upstream.protocols ?? ["chat"]);
      const translator = translatorFor(box, spoken);
      try {
        const wanted = translator === null ? asked : translator.request(asked);
        const { body: finished, leftOut } = finishRequest(spoken, wanted, pins, quirks);
        return {
          ...{ kind: "prepared", box, spoken, translator, asked, leftOut },
          wantsUsage: at(body, "stream_options", "include_usage") === true,
          request: {
            ...{ method: "POST", path: callPaths[spoken], body: Buffer.from(JSON.stringify(finished)) },
            headers: spoken === "messages" ? betaHeaders(headers) : {},
          },
        };
      } catch (error) {
        if (!(error instanceof NotTranslatable)) throw error;
        return mistake("not_translatable", error.message);
      }
    },
  };
}

function isRefusal(value: Json | Refusal): value is Refusal {
  return value["kind"] === "refused" && typeof value["code"] === "string" && "counts" in value;
}
