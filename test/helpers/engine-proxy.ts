// The engine of these tests at a port of the loopback, plainly or behind certificates that are made here.

import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { promisify } from "node:util";
import { findEngine } from "../../src/engine/find-engine.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface EngineProxy extends AsyncDisposable {
  /** As DOCKER_HOST has it. */
  address: string;
  /** How many there have been. */
  connections(): number;
  /** Breaks those that there are. */
  cut(): void;
  /** Also breaks every new one, as an engine that has stopped, until `open`. */
  shut(): void;
  open(): void;
}

export async function openEngineProxy(certificates?: Certificates): Promise<EngineProxy> {
  const { options } = await findEngine();
  const target: NetConnectOpts =
    options.socketPath === undefined
      ? { host: String(options.host), port: Number(options.port) }
      : { path: options.socketPath };
  const sockets = new Set<Socket>();
  let connections = 0;
  let isShut = false;
  const onClient = (client: Socket) => {
    connections += 1;
    if (isShut) {
      client.destroy();
      return;
    }
    const engine = connect({ ...target, allowHalfOpen: true });
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy()).on("close", () => sockets.delete(from));
      from.pipe(to);
    }
  };
  const server =
    certificates === undefined
      ? createServer({ allowHalfOpen: true }, onClient)
      : createTlsServer({ ...certificates.server, requestCert: true, allowHalfOpen: true }, onClient);
  // One whose handshake failed is no client, and stays half open.
  server.on("connection", (raw: Socket) => {
    sockets.add(raw);
    raw.on("close", () => sockets.delete(raw));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `tcp://127.0.0.1:${port}`,
    connections: () => connections,
    cut,
    shut() {
      isShut = true;
      cut();
    },
    open() {
      isShut = false;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      cut();
      await closed;
    },
  };
}

export interface Certificates extends AsyncDisposable {
  /** Holds ca.pem, cert.pem and key.pem of a client, as DOCKER_CERT_PATH wants them. */
  folder: string;
  /** Of a server at 127.0.0.1 that takes this authority's clients only. */
  server: { ca: Buffer; cert: Buffer; key: Buffer };
}

/** An authority of its own, made by openssl and valid for a day. */
export async function makeCertificates(): Promise<Certificates> {
  await using undo = new AsyncDisposableStack();
  const { path: folder } = undo.use(await temporaryFolder());
  const openssl = async (...args: string[]) => await promisify(execFile)("openssl", args, { cwd: folder });
  const request = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"];
  await openssl("req", "-x509", ...request, "-subj", "/CN=authority", "-keyout", "ca-key.pem", "-out", "ca.pem");
  for (const [name, extensions] of [
    ["server", "subjectAltName=IP:127.0.0.1"],
    ["", "extendedKeyUsage=clientAuth"],
  ] as const) {
    const [key, cert] = name === "" ? ["key.pem", "cert.pem"] : [`${name}-key.pem`, `${name}-cert.pem`];
    await writeFile(join(folder, "extensions"), extensions);
    await openssl(
      "req",
      ...request.slice(0, -2),
      "-subj",
      `/CN=${name || "client"}`,
      "-keyout",
      key,
      "-out",
      "csr.pem",
    );
    const sign = ["-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-days", "1", "-extfile", "extensions"];
    await openssl("x509", "-req", "-in", "csr.pem", ...sign, "-out", cert);
  }
  const read = async (name: string) => await readFile(join(folder, name));
  const server = { ca: await read("ca.pem"), cert: await read("server-cert.pem"), key: await read("server-key.pem") };
  const owned = undo.move();
  return { folder, server, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}
