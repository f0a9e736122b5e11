// A provider that takes no time: chat completions, whole or as a stream of pieces some milliseconds apart. Prints its
// port; ends with its standard input.

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

const usage = { prompt_tokens: 5000, completion_tokens: 200, total_tokens: 5200 };
const text = "An answer of some length, as agents get them. ".repeat(20);
const whole = JSON.stringify({
  ...{ id: "c", object: "chat.completion", created: 1, model: "m", usage },
  choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
});

async function stream(response: ServerResponse, pieces: number, everyMs: number): Promise<void> {
  const chunk = (delta: object, finish_reason: string | null) =>
    `data: ${JSON.stringify({ id: "c", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (let piece = 0; piece < pieces; piece++) {
    response.write(chunk({ content: `${piece} ` }, null));
    await sleep(everyMs);
  }
  const last = `data: ${JSON.stringify({ id: "c", choices: [], usage })}\n\n`;
  response.end(`${chunk({}, "stop")}${last}data: [DONE]\n\n`);
}

const server = createServer((request, response) => {
  json(request).then(
    async (body) => {
      const { stream: streamed, n = 1, top_k: everyMs = 0 } = body as { stream?: boolean; n?: number; top_k?: number };
      if (streamed === true) await stream(response, n, everyMs);
      else response.writeHead(200, { "content-type": "application/json" }).end(whole);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().once("end", () => process.exit(0));
