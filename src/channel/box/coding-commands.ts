// The harness's commands in a coding agent's box: a program in the box asks over a local socket, the host answers.

import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";

export const commandSocket = "/run/auto-harness/commands.sock";

/** What the host answers to a command line. */
export interface CommandAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export async function serveCommands(peer: Peer): Promise<void> {
  const server = createServer((request, response) => {
    forward(peer, request, response).catch((error: unknown) => {
      const stderr = `auto-harness: the host did not answer: ${error instanceof Error ? error.message : error}\n`;
      answer(response, { exitCode: 3, stdout: "", stderr });
    });
  });
  // A gate takes as long as it takes.
  server.requestTimeout = 0;
  server.timeout = 0;
  await mkdir(dirname(commandSocket), { recursive: true });
  await rm(commandSocket, { force: true });
  server.listen(commandSocket);
  server.unref();
  await once(server, "listening");
}

async function forward(peer: Peer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const argv: unknown = JSON.parse(await text(request));
  const gone = new AbortController();
  response.once("close", () => gone.abort(new Error("the caller has gone")));
  const { result } = await peer.request("command", { argv }, { signal: gone.signal });
  const { exitCode, stdout, stderr } = isRecord(result) ? result : {};
  answer(response, { exitCode: Number(exitCode ?? 3), stdout: String(stdout ?? ""), stderr: String(stderr ?? "") });
}

function answer(response: ServerResponse, value: CommandAnswer): void {
  if (!response.destroyed) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}
