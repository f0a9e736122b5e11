// Which HTTP client E2B's SDK is handed (http-client.ts says why), without loading it for whoever has no use for E2B.

import { registerHooks } from "node:module";
import { extname } from "node:path";

const client = new URL(`./http-client${extname(import.meta.url)}`, import.meta.url).href;
const wanted = new Set(["undici", "undici8"]);
let registered = false;

/** Before the SDK's first request of this thread. */
export function keepSdkOnHttp1(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      const asked = wanted.has(specifier) && /\/node_modules\/e2b\//.test(context.parentURL ?? "");
      return asked ? { url: client, shortCircuit: true } : next(specifier, context);
    },
  });
}
