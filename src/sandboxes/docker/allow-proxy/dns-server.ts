// Names, for boxes: an allowed one is the proxy itself, another one is not there. Nothing that a box asks leaves, but on
// a network that may reach whatever is public, where questions are handed to the proxy's own server.

import { createSocket, type Socket } from "node:dgram";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { isAllowedHost } from "../../../lib/allowed-hosts.ts";
import { answerTo, questionOf, typeA } from "./dns-message.ts";
import type { Networks } from "./networks.ts";

const relayMs = 5_000;
const maxRelayed = 64;
let relayed = 0;

export function createDnsServer(networks: Networks): Socket {
  const server = createSocket("udp4");
  server.on("error", () => undefined);
  server.on("message", (message, { address, port }) => {
    const network = networks.ofSender(address);
    const question = questionOf(message);
    if (network === undefined || question === undefined) return;
    const send = (reply: Buffer) => server.send(reply, port, address);
    if (network.rules === null) return relay(message, send);
    const { name, type } = question;
    if (isAllowedHost(network.rules, name)) {
      return send(answerTo(message, question, type === typeA ? network.address : ""));
    }
    // Reverse look-ups, and short names that programs try on their own account, say nothing of interest.
    if (name.includes(".") && !/\.arpa\.?$/i.test(name)) network.uses.note(name, null, "not allowed");
    send(answerTo(message, question, null));
  });
  return server;
}

function relay(message: Buffer, send: (reply: Buffer) => void): void {
  const server = nameServer();
  if (server === undefined || relayed >= maxRelayed) return;
  relayed += 1;
  const socket = createSocket(isIP(server) === 6 ? "udp6" : "udp4");
  const close = () => socket.close();
  const timer = setTimeout(close, relayMs);
  socket.once("close", () => {
    clearTimeout(timer);
    relayed -= 1;
  });
  socket.once("error", close);
  socket.once("message", (reply) => {
    send(reply);
    close();
  });
  socket.send(message, 53, server);
}

function nameServer(): string | undefined {
  return /^nameserver\s+(\S+)/m.exec(readFileSync("/etc/resolv.conf", "utf8"))?.[1];
}
