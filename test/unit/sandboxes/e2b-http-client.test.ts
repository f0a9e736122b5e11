import { once } from "node:events";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, test } from "vitest";
import { loadE2bClient } from "../../../src/sandboxes/e2b/client.ts";
import { makeCertificates } from "../../helpers/engine-proxy.ts";

test("E2B's SDK speaks HTTP/1.1 also to a service that offers HTTP/2, as many connections as it needs", async () => {
  await using certificates = await makeCertificates();
  const { ca, cert, key } = certificates.server;
  setDefaultCACertificates([...getCACertificates("default"), ca.toString("utf8")]);
  const versions: string[] = [];
  const waiting: Array<() => void> = [];
  const atOnce = 150;
  // The SDK's own limit is 100; it answers when all are there.
  const server = createSecureServer({ cert, key, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion);
    waiting.push(() => response.writeHead(200, { "Content-Type": "application/json" }).end("[]"));
    if (waiting.length === atOnce) for (const answer of waiting) answer();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { Sandbox } = await loadE2bClient({ apiKey: `e2b_${"0".repeat(40)}`, apiUrl: url, sandboxUrl: url });
  const lists = await Promise.all(Array.from({ length: atOnce }, () => Sandbox.list().nextItems()));
  server.close();
  expect(lists).toEqual(Array(atOnce).fill([]));
  expect(versions).toEqual(Array(atOnce).fill("1.1"));
});
