// The environment's process: `node main.js` with the protocol on descriptors 4 (in) and 3 (out); what is printed goes to
// standard error. `node main.js --check` says whether a host could be served in a stack that was started by hand.

import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fromBox, toBox } from "../../../channel/frames.ts";
import { openPeer, type Peer } from "../../../channel/peer.ts";
import { sha256 } from "../../../lib/digest.ts";
import { Environment, protocol } from "./environment.ts";
import { checkStackServer } from "./stack-server.ts";

const answerMs = 2000;
const checkMs = 20_000;
const say = (line: string) => void process.stderr.write(`${line}\n`);
console.log = (...values) => console.error(...values);
process.on("unhandledRejection", (error) => say(`unhandled: ${error instanceof Error ? error.stack : String(error)}`));

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const [flag, ...rest] = args;
  if (flag === undefined) {
    const output = new Socket({ fd: 3, readable: false, writable: true });
    await serve(new Socket({ fd: 4, readable: true, writable: false }), output);
  } else if (flag === "--check" && rest.length === 0) {
    await check();
  } else {
    say("usage: node main.js [--check]");
    process.exitCode = 2;
  }
}

async function check(): Promise<void> {
  try {
    const templates = await checkStackServer({ signal: AbortSignal.timeout(checkMs) });
    if (templates === 0) throw new Error("Postgres has no templates");
    say(`protocol ${protocol}, Postgres answers, ${templates} templates`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
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
