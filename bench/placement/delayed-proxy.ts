// A way that is long: what goes through it arrives half a round trip later, on both ways, in order and unchanged. A new
// connection costs two round trips more, as TCP and TLS 1.3 take to begin one.

import { type AddressInfo, connect as connectTo, createServer, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

export interface DelayedProxy extends AsyncDisposable {
  readonly url: string;
  /** Of a round trip, from now on. */
  rttMs: number;
}

const beginning = 2;

/** To a port of this machine. */
export async function openDelayedProxy(port: number): Promise<DelayedProxy> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connectTo({ host: "127.0.0.1", port, noDelay: true });
    near.setNoDelay();
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket)).on("error", () => undefined);
    }
    const end = () => [near, far].forEach((socket) => void socket.destroy());
    pipeline(
      near,
      delayed(() => proxy.rttMs, beginning),
      far,
    ).catch(end);
    pipeline(
      far,
      delayed(() => proxy.rttMs, 0),
      near,
    ).catch(end);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rttMs: 0,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

/** Each chunk waits from when it came, not from when the one before it was passed on. */
function delayed(rttMs: () => number, firstTrips: number) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const waiting: Array<{ chunk: Buffer; at: number }> = [];
    let more = Promise.withResolvers<void>();
    let first = firstTrips * rttMs();
    const reading = (async () => {
      for await (const chunk of source) {
        waiting.push({ chunk, at: performance.now() + rttMs() / 2 + first });
        first = 0;
        more.resolve();
      }
    })();
    let ended = false;
    reading.then(
      () => {
        ended = true;
        more.resolve();
      },
      (error: unknown) => more.reject(error),
    );
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        const leftMs = next.at - performance.now();
        if (leftMs > 0) await sleep(leftMs);
        yield next.chunk;
        continue;
      }
      if (ended) return;
      await more.promise;
      more = Promise.withResolvers();
    }
  };
}
