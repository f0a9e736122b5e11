// The environment's process: `node main.js` with the protocol on descriptors 4 (in) and 3 (out), or
// `node main.js --listen PORT` for the first connection to a port. Whatever is printed goes to standard error.

import { readFileSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fromBox, toBox } from "../../../channel/frames.ts";
import { openPeer, type Peer } from "../../../channel/peer.ts";
import { sha256 } from "../../../lib/digest.ts";
import { Environment, protocol } from "./environment.ts";

const answerMs = 2000;
const say = (line: string) => void process.stderr.write(`${line}\n`);
console.log = (...values) => console.error(...values);
process.on("unhandledRejection", (error) => say(`unhandled: ${error instanceof Error ? error.stack : String(error)}`));

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const [flag, port, ...rest] = args;
  if (flag === undefined) {
    const output = new Socket({ fd: 3, readable: false, writable: true });
    await serve(new Socket({ fd: 4, readable: true, writable: false }), output);
  } else if (flag === "--listen" && Number.isInteger(Number(port)) && rest.length === 0) {
    const socket = await firstConnection(Number(port));
    await serve(socket, socket);
  } else {
    say("usage: node main.js [--listen PORT]");
    process.exitCode = 2;
  }
}

/** Serves until the host's side ends, then leaves nothing behind. */
async function serve(input: Socket, output: Socket): Promise<void> {
  const environment = new Environment({ host: () => peer, say });
  const peer: Peer = openPeer({ input, output, receive: toBox, send: fromBox, methods: environment.methods });
  const digest = sha256(readFileSync(fileURLToPath(import.meta.url)));
  const ready = { protocol, node: process.version, digest };
  await peer.request("ready", ready, { signal: new AbortController().signal });
  const end = await Promise.race([peer.closed, environment.lost.then(() => "lost" as const)]);
  if (end === "lost") {
    say("the connection to Postgres is gone");
    process.exitCode = 5;
    // What was under way is answered before the end.
    await Promise.race([peer.settled(), sleep(answerMs, undefined, { ref: false })]);
    peer.close();
  } else if (end !== null) {
    say(`the channel failed: ${end.message}`);
    process.exitCode = 4;
  }
  await environment[Symbol.asyncDispose]().catch((error: unknown) => say(`could not clean up: ${String(error)}`));
  input.destroy();
  output.destroy();
}

async function firstConnection(port: number): Promise<Socket> {
  const connected = Promise.withResolvers<Socket>();
  const server = createServer((socket) => {
    server.close();
    connected.resolve(socket);
  });
  server.on("error", connected.reject);
  server.listen(port);
  return await connected.promise;
}
