import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import Dockerode from "dockerode";
import { describe, expect, test } from "vitest";
import { parseImageReference } from "../../../src/engine/image-reference.ts";
import { askRegistry, classifyRegistryError, pullImage } from "../../../src/engine/pull-image.ts";
import { openFolder, signal } from "./engine-fakes.ts";

const image = parseImageReference("debian:bookworm-slim");

/** An engine that answers every request by `answer`; `seen` are the requests' lines. */
async function openEngine(answer: (response: ServerResponse) => void) {
  const folder = await openFolder();
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request.resume();
    answer(response);
  });
  const socketPath = join(folder.path, "engine.sock");
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    docker: new Dockerode({ socketPath }),
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await folder[Symbol.asyncDispose]();
    },
  };
}

function fail(status: number, message: string) {
  return (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));
  };
}

describe("classifyRegistryError", () => {
  test.each([
    ["unreachable", 'Get "https://registry.test/v2/": dial tcp: lookup registry.test on 10.0.0.1:53: no such host'],
    ["unreachable", "dial tcp 10.0.0.2:443: connect: connection refused"],
    ["unreachable", "dial tcp 10.0.0.2:443: i/o timeout"],
    ["unreachable", "net/http: request canceled while waiting for connection (Client.Timeout exceeded)"],
    ["unreachable", "net/http: TLS handshake timeout"],
    ["unreachable", "x509: certificate signed by unknown authority"],
    ["unreachable", "received unexpected HTTP status: 503 Service Unavailable"],
    ["unreachable", 'Get "https://registry.test/v2/": EOF'],
    ["refused", "manifest for debian:nonsense not found: manifest unknown: manifest unknown"],
    ["refused", "pull access denied for x, repository does not exist or may require 'docker login'"],
    ["refused", "denied: requested access to the resource is denied"],
    ["refused", "unauthorized: authentication required"],
    ["refused", "toomanyrequests: You have reached your pull rate limit"],
    ["refused", "no matching manifest for linux/arm64/v8 in the manifest list entries"],
    ["unclear", "error parsing HTTP 403 response body: invalid character '<'"],
    ["unclear", "failed to register layer: no space left on device"],
  ])("%s: %s", (kind, why) => {
    expect(classifyRegistryError(new Error(`(HTTP code 500) server error - ${why} `))).toEqual({ kind, why });
  });
});

describe("pullImage", () => {
  test("asks for one tag and reads the progress to its end", async () => {
    await using engine = await openEngine((response) => {
      response.write('{"status":"Pulling from library/debian"}\n{"status":"Down');
      setTimeout(() => response.end('loaded"}\n{"status":"Digest: sha256:00"}\n'), 20);
    });
    expect(await pullImage(engine.docker, image, { signal })).toEqual({ kind: "pulled" });
    expect(engine.seen).toEqual(["POST /images/create?fromImage=debian&tag=bookworm-slim"]);
  });

  test("a failure among the progress is the result", async () => {
    await using engine = await openEngine((response) =>
      response.end('{"status":"Pulling"}\n{"error":"unauthorized: authentication required"}'),
    );
    const result = await pullImage(engine.docker, image, { signal });
    expect(result).toEqual({ kind: "refused", why: "unauthorized: authentication required" });
  });

  test("an image that is not there is refused, whatever the words", async () => {
    await using engine = await openEngine(fail(404, "nothing of the kind"));
    expect(await pullImage(engine.docker, image, { signal })).toMatchObject({ kind: "refused" });
  });

  test("gives up where no progress comes at all", async () => {
    await using engine = await openEngine(() => undefined);
    const result = await pullImage(engine.docker, image, { signal, firstProgressMs: 100 });
    expect(result).toEqual({ kind: "unreachable", why: "no sign of progress from the registry for 0.1 s" });
  });

  test("gives up where progress stops", async () => {
    await using engine = await openEngine((response) => response.write('{"status":"Pulling"}\n'));
    const result = await pullImage(engine.docker, image, { signal, firstProgressMs: 5_000, stallMs: 100 });
    expect(result).toEqual({ kind: "unreachable", why: "no sign of progress from the registry for 0.1 s" });
  });

  test("throws the signal's reason when aborted", async () => {
    await using engine = await openEngine(() => undefined);
    const controller = new AbortController();
    const pulling = pullImage(engine.docker, image, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("stop")), 50);
    await expect(pulling).rejects.toThrow("stop");
  });
});

describe("askRegistry", () => {
  test("a refusal is an answer", async () => {
    await using engine = await openEngine(fail(401, "unauthorized: authentication required"));
    expect(await askRegistry(engine.docker, image, { signal, timeoutMs: 1_000 })).toEqual({ kind: "reachable" });
    expect(engine.seen).toEqual(["GET /distribution/debian:bookworm-slim/json"]);
  });

  test("a silent one is unreachable after the time limit", async () => {
    await using engine = await openEngine(() => undefined);
    const answer = await askRegistry(engine.docker, image, { signal, timeoutMs: 100 });
    expect(answer).toEqual({ kind: "unreachable", why: "no answer within 0.1 s" });
  });
});
