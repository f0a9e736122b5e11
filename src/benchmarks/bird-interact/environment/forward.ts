// `node forward.js PORT HOST:PORT`: every connection to the first is one to the second. It stands between a network
// without a way out and a published port; it reads nothing of what it carries.

import { createServer, connect as open } from "node:net";
import { pipeline } from "node:stream";

const [from = "", to = "", ...rest] = process.argv.slice(2);
const [, host = "", port = ""] = /^([a-z0-9.-]+):(\d+)$/.exec(to) ?? [];

if (!/^\d+$/.test(from) || host === "" || rest.length > 0) {
  process.stderr.write("usage: node forward.js PORT HOST:PORT\n");
  process.exitCode = 2;
} else {
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const target = open({ host, port: Number(port), allowHalfOpen: true });
    // Whichever side breaks, both are gone afterwards.
    const over = (error: NodeJS.ErrnoException | null) => {
      if (error === null) return;
      client.destroy();
      target.destroy();
    };
    pipeline(client, target, over);
    pipeline(target, client, over);
  });
  server.listen(Number(from));
}
