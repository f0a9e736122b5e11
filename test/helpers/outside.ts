// An outside of our own, so that no test of a network depends on the internet: a server on the engine's default network,
// which says what it was asked for.

import type Dockerode from "dockerode";
import type { SandboxProvider, SandboxSpec } from "../../src/core/sandbox.ts";

export interface Outside extends AsyncDisposable {
  address: string;
  /** Texts that came by UDP, port 9999. */
  datagrams(): Promise<string[]>;
}

/** TLS goes by a key that both know: no certificate is needed. */
export const tlsKey = "00112233445566778899aabbccddeeff";

const program = `
const { createServer } = require("node:http"), tls = require("node:tls"), dgram = require("node:dgram"), fs = require("node:fs");
createServer((q, r) => r.end("http " + q.method + " " + q.headers.host + " " + q.url)).listen(80);
tls.createServer({ ciphers: "PSK", maxVersion: "TLSv1.2", pskCallback: () => Buffer.from("${tlsKey}", "hex") }, (s) => {
  s.on("error", () => {}); s.end("tls " + s.servername);
}).listen(443);
fs.writeFileSync("/datagrams", "");
dgram.createSocket("udp4").on("message", (m) => fs.appendFileSync("/datagrams", m + "\\n")).bind(9999, () => fs.writeFileSync("/ready", ""));
`;

export async function openOutside(
  provider: SandboxProvider,
  { docker, spec, signal }: { docker: Dockerode; spec: SandboxSpec; signal: AbortSignal },
): Promise<Outside> {
  const main = { command: ["node", "-e", program], attach: false };
  const box = await provider.open({ ...spec, image: outsideImage, network: "open", main }, { signal });
  await box.session.exec("until [ -e /ready ]; do sleep 0.1; done", { signal, timeoutMs: 60_000 });
  const { NetworkSettings } = await docker.getContainer(box.id).inspect();
  return {
    address: NetworkSettings.Networks["bridge"]?.IPAddress ?? "",
    async datagrams() {
      const text = Buffer.from(await box.session.readFile("/datagrams", { signal })).toString("utf8");
      return text.split("\n").filter((line) => line !== "");
    },
    [Symbol.asyncDispose]: async () => await box[Symbol.asyncDispose](),
  };
}

export const outsideImage = { kind: "image", reference: "node:24-bookworm-slim" } as const;

/** A box's program: does what each line of its input says, and prints what came of it, as a list in JSON. */
export const client = `
const http = require("node:http"), tls = require("node:tls"), net = require("node:net"), dns = require("node:dns"), dgram = require("node:dgram");
const key = Buffer.from("${tlsKey}", "hex");
const [, proxyHost, proxyPort] = /^http:..([^:]+):(\\d+)$/.exec(process.env.HTTP_PROXY || "") || [];
const code = (error) => error.code || error.message;
const read = (stream) => new Promise((resolve) => {
  let text = ""; stream.on("data", (c) => (text += c)); stream.on("end", () => resolve(text)); stream.on("error", (e) => resolve(code(e))); stream.on("close", () => resolve(text));
});
const get = (options) => new Promise((resolve) => {
  const q = http.get({ timeout: 6000, agent: options.createConnection ? undefined : new http.Agent(), ...options }, async (r) => resolve(r.statusCode + " " + (await read(r)).trim()));
  q.on("error", (e) => resolve(code(e))); q.on("timeout", () => q.destroy(new Error("timeout")));
});
const talk = (options) => new Promise((resolve) => {
  const s = tls.connect({ ciphers: "PSK", maxVersion: "TLSv1.2", pskCallback: () => ({ psk: key, identity: "box" }), checkServerIdentity: () => undefined, timeout: 6000, ...options });
  let text = ""; s.on("data", (c) => (text += c)); s.on("error", (e) => resolve(code(e))); s.on("timeout", () => s.destroy(new Error("timeout"))); s.on("close", () => resolve(text || "closed"));
});
const ways = {
  // As programs do that know of proxies.
  env: async (url) => { try { const r = await fetch(url); return r.status + " " + (await r.text()).trim(); } catch (e) { return code(e.cause || e); } },
  proxied: (url, host) => get({ host: proxyHost, port: proxyPort, path: url, headers: host ? { host } : {} }),
  connect: (target, path) => new Promise((resolve) => {
    const q = http.request({ host: proxyHost, port: proxyPort, method: "CONNECT", path: target, agent: false, timeout: 6000 });
    q.on("timeout", () => q.destroy(new Error("timeout")));
    q.on("connect", (r, socket) => { if (r.statusCode !== 200) { socket.destroy(); return resolve(String(r.statusCode)); } get({ createConnection: () => socket, path, headers: { host: target } }).then(resolve); });
    q.on("error", (e) => resolve(code(e))); q.end();
  }),
  // As programs do that don't.
  http: (host, name) => get({ host, path: "/", headers: { host: name || host } }),
  tls: (host, name) => talk({ host, port: 443, servername: name || host }),
  lookup: (name) => dns.promises.lookup(name).then((r) => "found", code),
  udp: (address) => new Promise((resolve) => { const s = dgram.createSocket("udp4"); s.on("error", (e) => resolve(code(e))); s.send("datagram of a box", 9999, address, (e) => { s.close(); resolve(e ? code(e) : "sent"); }); }),
};
(async () => {
  const asked = JSON.parse(process.argv[2]);
  console.log(JSON.stringify(await Promise.all(asked.map(([way, ...args]) => ways[way](...args)))));
})();
`;
