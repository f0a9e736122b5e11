// The proxy of programs that know of one (CONNECT, and requests with a whole URL), and the server behind allowed names
// for plain HTTP of those that don't.

import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from "node:http";
import type { Server, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Networks } from "./networks.ts";
import { proxyPorts } from "./protocol.ts";
import { type Asked, join, openTunnel } from "./tunnel.ts";

const headersMs = 20_000;
/** Of one connection to the next hop (RFC 9110, section 7.6.1). */
const hopHeaders = ["connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "upgrade"];

export function createHttpServer(networks: Networks): Server {
  const server = createServer({ headersTimeout: headersMs, requestTimeout: 0, keepAliveTimeout: 60_000 });
  server.on("connection", (socket: Socket) => {
    const network = networks.ofSocket(socket);
    if (network === undefined) socket.destroy();
    else network.admit(socket);
  });
  server.on("request", (incoming, response) => void forward(networks, incoming, response));
  server.on("connect", (incoming, socket, head) => void connectTo(networks, incoming, socket, head));
  server.on("clientError", (_error, socket) => socket.destroy());
  return server;
}

async function connectTo(networks: Networks, incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  socket.on("error", () => socket.destroy());
  const asked = hostAndPort(incoming.url ?? "");
  if (asked === undefined) return void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
  const upstream = await openTunnel(networks, incoming.socket, asked);
  if (upstream === undefined) return void socket.end(`HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n`);
  socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
  if (head.length > 0) upstream.write(head);
  await join(socket, upstream);
}

async function forward(networks: Networks, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on("error", () => response.destroy());
  const target = targetOf(incoming);
  if (target === undefined) return refuse(response, 400, "a request for http://host/… was expected");
  const upstream = await openTunnel(networks, incoming.socket, target);
  if (upstream === undefined) return refuse(response, 403, `${target.host} is not to be reached from here`);
  const outgoing = request({
    ...{ method: incoming.method, path: target.path, headers: headersFor(incoming, target) },
    // No agent: one would make a connection of its own.
    ...{ setHost: false, createConnection: () => upstream },
  });
  outgoing.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer));
    pipeline(answer, response).catch(() => response.destroy());
  });
  outgoing.on("error", () => (response.headersSent ? response.destroy() : refuse(response, 502, "it gave no answer")));
  pipeline(incoming, outgoing).catch(() => outgoing.destroy());
}

type Target = Asked & { path: string };

/** Of a whole URL; of the Host header only where this server stands in for the host itself. */
function targetOf(incoming: IncomingMessage): Target | undefined {
  const { url = "", headers, socket } = incoming;
  if (/^http:\/\//i.test(url)) {
    if (!URL.canParse(url)) return undefined;
    const { hostname, port, pathname, search } = new URL(url);
    return { host: unbracketed(hostname), port: Number(port || 80), path: `${pathname}${search}` };
  }
  if (!url.startsWith("/") || socket.localPort === proxyPorts.proxy) return undefined;
  const asked = hostAndPort(headers.host ?? "", 80);
  return asked === undefined ? undefined : { ...asked, path: url };
}

/** The host that was looked at is the host that is asked, whatever else the box wrote. */
function headersFor(incoming: IncomingMessage, { host, port }: Target): OutgoingHttpHeaders {
  const name = host.includes(":") ? `[${host}]` : host;
  return { ...withoutHops(incoming), host: port === 80 ? name : `${name}:${port}`, connection: "close" };
}

function withoutHops({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const named = String(headers.connection ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopHeaders.includes(name) && !named.includes(name)),
  );
}

function hostAndPort(text: string, otherwise?: number): Asked | undefined {
  const [, bracketed, bare, port] = /^(?:\[([0-9a-f:.]+)\]|([^:/@?#\s[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? bare;
  const number = port === undefined ? otherwise : Number(port);
  return host === undefined || number === undefined || number < 1 || number > 65_535
    ? undefined
    : { host, port: number };
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" });
  response.end(`auto-harness: ${why}\n`);
}
