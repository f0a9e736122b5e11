// The one way out of boxes on allowed hosts, as a container's main process. It knows nothing but what the host tells it
// over its standard input; when that ends, so does all that is open.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createDnsServer } from "./dns-server.ts";
import { createHttpServer } from "./http-server.ts";
import { Networks } from "./networks.ts";
import { type ProxyAnswer, type ProxyRequest, proxyPorts, request } from "./protocol.ts";
import { createTlsServer } from "./tls-server.ts";

const networks = new Networks();
const http = createHttpServer(networks);
const plain = createHttpServer(networks);
const tls = createTlsServer(networks);
const dns = createDnsServer(networks);

function handle(asked: ProxyRequest): ProxyAnswer {
  if (asked.do === "serve") networks.serve(asked.network);
  if (asked.do === "forget") networks.forget(asked.address);
  return { id: asked.id, uses: asked.do === "uses" ? (networks.at(asked.address)?.uses.list() ?? []) : [] };
}

function say(answer: ProxyAnswer): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

// A fault in one connection must not end those of others.
process.on("uncaughtException", (error) => process.stderr.write(`${error.stack}\n`));

http.listen(proxyPorts.proxy, "0.0.0.0");
plain.listen(proxyPorts.http, "0.0.0.0");
tls.listen(proxyPorts.tls, "0.0.0.0");
dns.bind(proxyPorts.dns, "0.0.0.0");
await Promise.all([http, plain, tls, dns].map(async (server) => await once(server, "listening")));
say({ id: 0, forwarding: readFileSync("/proc/sys/net/ipv4/ip_forward", "utf8").trim() });

for await (const line of createInterface({ input: process.stdin })) {
  say(handle(request.parse(JSON.parse(line))));
}
networks.forgetAll();
for (const server of [http, plain, tls]) server.close();
dns.close();
