// What a sandbox at E2B answers, when whoever is root in it has a hand in the answers.

import { afterEach, beforeEach, expect, test } from "vitest";
import { loadE2bClient } from "../../../src/sandboxes/e2b/client.ts";
import { type E2bBox, openE2bBox, passTrouble, streamProcess } from "../../../src/sandboxes/e2b/process.ts";
import { cloudFaults } from "../../helpers/cloud/cloud-faults.ts";
import { type CloudServer, openCloudServer } from "../../helpers/cloud/cloud-server.ts";
import { notFound, refusalOf, streamRefusalOf } from "../../helpers/cloud/e2b-answers.ts";

const { signal } = new AbortController();
const start = "POST /process.Process/Start";
const look = "GET /sandboxes/one";

let server: CloudServer;
let box: E2bBox;
/** Of the box, in order; then 200. */
let refusals: number[];
/** For E2B. */
let isThere: boolean;

beforeEach(async () => {
  [refusals, isThere] = [[], true];
  server = await openCloudServer({
    faults: cloudFaults("box"),
    refusal: refusalOf,
    nameOf: (method, path) => `${method} ${path}`,
    async handle({ path }) {
      const sandbox = { sandboxID: "one", templateID: "template", clientID: "c", envdVersion: "0.6.4" };
      if (path === "/v2/sandboxes")
        return { status: 201, json: { ...sandbox, envdAccessToken: "token", domain: null } };
      if (path === "/sandboxes/one") {
        const at = "2026-11-30T00:00:00Z";
        const info = {
          ...sandbox,
          cpuCount: 2,
          memoryMB: 512,
          state: "running",
          startedAt: at,
          endAt: at,
          metadata: {},
        };
        return isThere ? { status: 200, json: info } : notFound("sandbox one");
      }
      const status = refusals.shift();
      if (path.endsWith("/Start")) return streamRefusalOf(status ?? 500, "as the test says");
      if (status !== undefined) return refusalOf(status, path);
      return { status: 200, json: [{ name: "file", type: "file", path: "/file" }] };
    },
  });
  const client = await loadE2bClient({
    ...{ apiKey: `e2b_${"0".repeat(40)}`, apiUrl: server.url, sandboxUrl: server.url },
  });
  box = openE2bBox(client, await client.Sandbox.create("template"), signal);
});
afterEach(() => server[Symbol.asyncDispose]());

const upload = () => box.upload("/file", Buffer.from("content"), signal);
const run = () => box.runPlain(["true"], signal);

test.each([401, 403])("a box that answers an upload with %i says nothing of our key", async (status) => {
  refusals = [status];
  await expect(upload()).rejects.toMatchObject({ fault: "infrastructure", code: "files-failed" });
  expect(server.requests.get("POST /files")).toBe(1);
});

test.each([
  ["does not know root", 401],
  ["can't start the command", 400],
])("a box that %s is asked once", async (_why, status) => {
  refusals = [status];
  await expect(run()).rejects.toMatchObject({ fault: "infrastructure", code: "cloud-call-failed" });
  expect(server.requests.get(start)).toBe(1);
});

test("a box that has too much to do is asked again, and is never taken for E2B refusing us", async () => {
  refusals = [429, 429];
  await upload();
  expect([server.requests.get("POST /files"), server.requests.get(look)]).toEqual([3, undefined]);
  refusals = [429];
  const busy = await streamProcess(box, ["true"], { signal, onChunk: () => undefined }).catch(
    (error: unknown) => error,
  );
  await passTrouble(box, busy, { what: "run a command", troubles: 1, signal });
  expect(server.requests.get(look)).toBe(undefined);
  const last = passTrouble(box, busy, { what: "run a command", troubles: 12, signal });
  await expect(last).rejects.toMatchObject({ fault: "infrastructure", code: "cloud-call-failed" });
});

test.each([500, 503])("a box that answers an upload with %i is asked again", async (status) => {
  refusals = [status];
  await upload();
  expect(server.requests.get("POST /files")).toBe(2);
});

test("that a box is gone is for E2B to say", async () => {
  refusals = [404];
  await upload();
  expect(server.requests.get("POST /files")).toBe(2);
  [refusals, isThere] = [[404], false];
  await expect(upload()).rejects.toMatchObject({ fault: "infrastructure", code: "sandbox-gone" });
});
