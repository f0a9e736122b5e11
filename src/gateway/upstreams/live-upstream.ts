import type { Upstream } from "../../core/model.ts";
import { sha256 } from "../../lib/digest.ts";
import { translationVersion } from "../translate/index.ts";
import { type Family, nameIn } from "./families.ts";
import { type HttpUpstreamOptions, httpComplete, parseBaseUrl } from "./http-upstream.ts";

/** A family's models at a server. Throws config "base-url-invalid". */
export function liveUpstream(family: Family, options: HttpUpstreamOptions): Upstream {
  const base = parseBaseUrl(options.baseUrl);
  return {
    name: base.host,
    digest: sha256(`${family.name}|${base.href}|${translationVersion}`),
    protocols: family.protocols,
    family: family.name,
    nameOf: (model) => nameIn(family, model),
    complete: httpComplete(options, family.headers),
  };
}
