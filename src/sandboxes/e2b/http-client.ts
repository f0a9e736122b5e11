// The HTTP client of E2B's SDK, without HTTP/2. The SDK asks for it and has no option against it; but in Node a request
// that is given up before its body is on its way makes HTTP/2 send empty frames for ever, within one turn of the event
// loop, and many that are given up while they are answered stop a connection for good (Node 24.21 and 26.10 with undici
// 8.10 and 8.13; docs/e2b.md). Trials are ended by their time limits all night. So what the SDK loads as "undici" is this
// module.

import { registerHooks } from "node:module";
import { Agent as PoolsByOrigin, ProxyAgent as ThroughProxy } from "undici";

export { fetch } from "undici";

/** A connection carries one request at a time: the SDK's limits of their number are meant for HTTP/2. */
const http1 = { allowH2: false, connections: null, keepAliveTimeout: 30_000 };

export class Agent extends PoolsByOrigin {
  constructor(options: PoolsByOrigin.Options) {
    super({ ...options, ...http1 });
  }
}

export class ProxyAgent extends ThroughProxy {
  constructor(options: ThroughProxy.Options) {
    super({ ...options, ...http1 });
  }
}

const wanted = new Set(["undici", "undici8"]);
let registered = false;

/** Before the SDK's first request of this thread. */
export function keepSdkOnHttp1(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      const asked = wanted.has(specifier) && /\/node_modules\/e2b\//.test(context.parentURL ?? "");
      return asked ? { url: import.meta.url, shortCircuit: true } : next(specifier, context);
    },
  });
}
