// The HTTP client of E2B's SDK, without HTTP/2. The SDK asks for it and has no option against it; but in Node a request
// that is given up before its body is on its way makes HTTP/2 send empty frames for ever, within one turn of the event
// loop, and many that are given up while they are answered stop a connection for good (Node 24.21 and 26.10 with undici
// 8.10 and 8.13; docs/e2b.md). Trials are ended by their time limits all night. So what the SDK loads as "undici" is this
// module (sdk-http.ts).

import { createSecureContext } from "node:tls";
import { Agent as PoolsByOrigin, ProxyAgent as ThroughProxy } from "undici";

export { fetch } from "undici";

/** A connection carries one request at a time: the SDK's limits of their number are meant for HTTP/2. */
const http1 = { allowH2: false, connections: null, keepAliveTimeout: 30_000 };

/** One for all connections; else each makes its own, with a copy of what it trusts. */
const trusted = { secureContext: createSecureContext() };

export class Agent extends PoolsByOrigin {
  constructor(options: PoolsByOrigin.Options) {
    super({ connect: trusted, ...options, ...http1 });
  }
}

export class ProxyAgent extends ThroughProxy {
  constructor(options: ThroughProxy.Options) {
    super({ requestTls: trusted, ...options, ...http1 });
  }
}
