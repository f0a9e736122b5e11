// Behind allowed names for TLS: the name that the client asks for decides, and what it says is handed through unread.

import { createServer, type Server, type Socket } from "node:net";
import { serverNameOf } from "./client-hello.ts";
import type { Networks } from "./networks.ts";
import { join, openTunnel } from "./tunnel.ts";
import type { Uses } from "./uses.ts";

const helloMs = 20_000;

export function createTlsServer(networks: Networks): Server {
  return createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    const network = networks.ofSocket(socket);
    if (network === undefined) socket.destroy();
    else if (network.admit(socket)) {
      handThrough(networks, socket, network.uses).catch(() => socket.destroy());
    }
  });
}

async function handThrough(networks: Networks, socket: Socket, uses: Uses): Promise<void> {
  const hello = await readHello(socket);
  if (hello === undefined) return void socket.destroy();
  if (hello.name === null) {
    uses.note("(no name)", 443, "TLS without a server name");
    return void socket.destroy();
  }
  const upstream = await openTunnel(networks, socket, { host: hello.name, port: 443 });
  if (upstream === undefined) return void socket.destroy();
  upstream.write(hello.bytes);
  await join(socket, upstream);
}

/** undefined where the client left, or said nothing. */
async function readHello(socket: Socket): Promise<{ name: string | null; bytes: Buffer } | undefined> {
  let bytes = Buffer.alloc(0);
  return await new Promise((resolve) => {
    const finish = (result: { name: string | null; bytes: Buffer } | undefined) => {
      socket.setTimeout(0);
      socket.off("data", onData).off("close", onEnd).off("end", onEnd).pause();
      resolve(result);
    };
    const onEnd = () => finish(undefined);
    const onData = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const name = serverNameOf(bytes);
      if (name !== "more") finish({ name, bytes });
    };
    socket.setTimeout(helloMs, onEnd);
    socket.on("data", onData).once("close", onEnd).once("end", onEnd);
  });
}
