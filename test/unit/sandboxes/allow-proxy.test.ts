// What the proxy of boxes on allowed hosts reads from bytes that a box chooses.

import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { connect } from "node:tls";
import { describe, expect, test } from "vitest";
import { serverNameOf } from "../../../src/sandboxes/docker/allow-proxy/client-hello.ts";
import { answerTo, questionOf, typeA } from "../../../src/sandboxes/docker/allow-proxy/dns-message.ts";
import { Networks } from "../../../src/sandboxes/docker/allow-proxy/networks.ts";
import { Uses } from "../../../src/sandboxes/docker/allow-proxy/uses.ts";

/** A real client's first message. */
async function helloOf(servername: string | undefined): Promise<Buffer> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const client = connect({
    host: "127.0.0.1",
    port: address.port,
    ...(servername === undefined ? {} : { servername }),
  });
  client.on("error", () => undefined);
  const [socket] = (await once(server, "connection")) as [Socket];
  const [bytes] = (await once(socket, "data")) as [Buffer];
  client.destroy();
  socket.destroy();
  server.close();
  return bytes;
}

/** The same message in records of so many bytes. */
function inRecords(hello: Buffer, size: number): Buffer {
  const message = hello.subarray(5);
  const records: Buffer[] = [];
  for (let at = 0; at < message.length; at += size) {
    const part = message.subarray(at, at + size);
    records.push(Buffer.from([22, 3, 1, part.length >> 8, part.length & 255]), part);
  }
  return Buffer.concat(records);
}

describe("the name in a TLS client's first message", () => {
  test("is found, whole or byte by byte, in one record or in many", async () => {
    const hello = await helloOf("allowed.test");
    expect(serverNameOf(hello)).toBe("allowed.test");
    expect(serverNameOf(inRecords(hello, 7))).toBe("allowed.test");
    for (let length = 0; length < hello.length; length += 1) {
      expect(serverNameOf(hello.subarray(0, length)), String(length)).toBe("more");
    }
  });

  test("is none where there is none, and where it is no TLS", async () => {
    expect(serverNameOf(await helloOf(undefined))).toBeNull();
    for (const text of ["GET / HTTP/1.1\r\n\r\n", "SSH-2.0-x\r\n", "\x16\x03\x01\x00\x00"]) {
      expect(serverNameOf(Buffer.from(text, "latin1"))).toBeNull();
    }
  });

  test("breaks nothing whatever bytes are changed, and never waits for more than it reads", async () => {
    const hello = await helloOf("allowed.test");
    for (let at = 0; at < hello.length; at += 1) {
      for (const value of [0, 1, 127, 255]) {
        const changed = Buffer.from(hello);
        changed[at] = value;
        expect(() => serverNameOf(changed)).not.toThrow();
      }
    }
    const endless = Buffer.alloc(40_000);
    endless.set([22, 3, 1, 255, 255, 1, 255, 255, 255]);
    expect(serverNameOf(endless)).toBeNull();
  });
});

function queryOf(name: string, type = typeA): Buffer {
  const labels = name.split(".").map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)]));
  const head = Buffer.from([0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([head, ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

describe("a look-up", () => {
  test("is read, and answered with an address, with nothing, or with no such name", () => {
    const query = queryOf("a.allowed.test");
    const question = questionOf(query);
    if (question === undefined) throw new Error("no question");
    expect(question).toEqual({ name: "a.allowed.test", type: 1, end: query.length });
    const found = answerTo(query, question, "10.1.2.3");
    expect([found.readUInt16BE(0), found.readUInt8(3) & 15, found.readUInt16BE(6)]).toEqual([0x1234, 0, 1]);
    expect([...found.subarray(-4)]).toEqual([10, 1, 2, 3]);
    const [nothing, none] = [answerTo(query, question, ""), answerTo(query, question, null)];
    expect([nothing.readUInt8(3) & 15, nothing.readUInt16BE(6), none.readUInt8(3) & 15]).toEqual([0, 0, 3]);
  });

  test("that is none is not answered", () => {
    const query = queryOf("a.b");
    const cut = Array.from({ length: query.length }, (_, length) => questionOf(query.subarray(0, length)));
    expect(cut.filter((question) => question !== undefined)).toEqual([]);
    const reply = Buffer.from(query);
    reply[2] = 0x81;
    const pointer = Buffer.concat([query.subarray(0, 12), Buffer.from([0xc0, 12, 0, 1, 0, 1])]);
    expect([questionOf(reply), questionOf(pointer)]).toEqual([undefined, undefined]);
  });
});

test("what a box asked for is added up, and no more is kept however many names it makes up", () => {
  const uses = new Uses();
  for (let at = 0; at < 2; at += 1) uses.note("evil.test", 443, "not allowed");
  uses.note("\u001b[2Jx\n".repeat(200), 80, null);
  for (let at = 0; at < 5000; at += 1) uses.note(`${at}.evil.test`, null, "not allowed");
  const list = uses.list();
  expect(list.length).toBeLessThanOrEqual(301);
  expect(list[0]).toEqual({ host: "evil.test", port: 443, refused: "not allowed", count: 2, bytes: 0 });
  expect(list[1]?.host).toMatch(/^[\x21-\x7e]{253}$/);
  expect(list.reduce((sum, use) => sum + use.count, 0)).toBe(5003);
});

test("a connection belongs to the network of the address that it was made to, if it comes from there", () => {
  const networks = new Networks();
  networks.serve({ address: "172.20.0.2", subnet: "172.20.0.0/16", allow: [] });
  networks.serve({ address: "172.21.0.2", subnet: "172.21.0.0/16", allow: null });
  const of = (localAddress: string, remoteAddress: string) =>
    networks.ofSocket({ localAddress, remoteAddress } as Socket)?.address;
  expect([
    of("172.20.0.2", "172.20.0.3"),
    of("::ffff:172.21.0.2", "::ffff:172.21.0.3"),
    of("172.21.0.2", "172.20.0.3"),
    of("172.17.0.5", "172.20.0.3"),
  ]).toEqual(["172.20.0.2", "172.21.0.2", undefined, undefined]);
  networks.forget("172.20.0.2");
  expect(of("172.20.0.2", "172.20.0.3")).toBeUndefined();
});
