// What of Daytona is its own: snapshots, refusals, faults, and what is left at the provider.

import { randomUUID } from "node:crypto";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImageSource, SandboxSpec } from "../../src/core/sandbox.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { daytonaSandboxProvider, openDaytonaProvider } from "../../src/sandboxes/daytona.ts";
import { noFaults } from "../helpers/cloud/cloud-faults.ts";
import { openTestDaytona, type TestDaytona } from "../helpers/cloud/open-test-daytona.ts";
import { type TemporaryFolder, temporaryFolder } from "../helpers/temporary-folder.ts";

const signal = new AbortController().signal;
const base: ImageSource = { kind: "image", reference: "debian:bookworm-slim" };
let opened: TestDaytona;
let folder: TemporaryFolder;

beforeAll(async () => {
  opened = await openTestDaytona({ seed: "storm" });
  folder = await temporaryFolder();
});

afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const specOf = (extra: Partial<SandboxSpec> = {}): SandboxSpec => ({
  image: base,
  labels: { owner: opened.owner.id, job: "daytona", trial: "one", role: "task" },
  ...{ network: "none", profile: "task", limits: {}, ...extra },
});

async function contextOf(
  name: string,
  files: Record<string, string>,
): Promise<Extract<ImageSource, { kind: "build" }>> {
  const context = join(folder.path, name);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(context, path, ".."), { recursive: true });
    await writeFile(join(context, path), content);
  }
  return { kind: "build", name, context, digest: sha256(JSON.stringify(files)) };
}

describe("snapshots", () => {
  test("a Dockerfile with files, a user and a folder is built once, whoever asks, and commands run as it says", async () => {
    const image = await contextOf("files", {
      Dockerfile:
        'FROM debian:bookworm-slim\nCOPY /dat* /srv/data/\nCOPY ["./one", "/srv/"]\nWORKDIR /srv\nUSER 1234:0\n',
      ...{ "data/deep/two": "two", one: "one", ".dockerignore": "secret\n", secret: "x" },
    });
    const builds = opened.cloud.snapshots.builds;
    const prepared = await opened.provider.prepareImage(image, { signal });
    expect([prepared.built, opened.cloud.snapshots.builds - builds]).toEqual([true, 1]);
    const { apiKey, url: apiUrl } = opened.cloud;
    const other = await openDaytonaProvider({ owner: opened.owner, say: () => undefined, apiKey, apiUrl, target: "x" });
    expect(await other.prepareImage(image, { signal })).toEqual({ ...prepared, built: false });
    await using box = await other.open(specOf({ image }), { signal });
    const { stdout } = await box.session.exec("id -u; pwd; cat one data/deep/two; ls /srv", { signal });
    expect(stdout).toBe("1234\n/srv\nonetwodata\none\n");
    expect(opened.cloud.snapshots.builds - builds).toBe(1);
  });

  test("links and empty folders of a context come along, as they are", async () => {
    const image = await contextOf("links", {
      Dockerfile: "FROM debian:bookworm-slim\nWORKDIR /srv\nCOPY tree other .\nCOPY other/one /one\n",
      ...{ "tree/bin/two": "two", "other/one": "one", "other/two.tar": "" },
    });
    await mkdir(join(image.context, "tree/empty"), { mode: 0o700 });
    await symlink("bin/two", join(image.context, "tree/link"));
    await symlink("/etc/hostname", join(image.context, "tree/out"));
    await using box = await opened.provider.open(specOf({ image }), { signal });
    const look = "cat link /one; readlink out; stat -c %a:%u empty; ls";
    const { stdout, stderr } = await box.session.exec(look, { signal });
    expect([stdout, stderr]).toEqual(["twoone/etc/hostname\n700:0\nbin\nempty\nlink\none\nout\ntwo.tar\n", ""]);
  });

  test("a snapshot is built in the size of the box to come, and once", async () => {
    // Never built before: an engine that has it would have nothing to say.
    const image = await contextOf("sized", { Dockerfile: `FROM debian:bookworm-slim\n#${randomUUID()}\n` });
    const builds = opened.cloud.snapshots.builds;
    const limits = { cpus: 2, memoryMb: 2048 };
    const lines: string[] = [];
    await opened.provider.prepareImage(image, { signal, limits, onLog: (line) => void lines.push(line) });
    await using _box = await opened.provider.open(specOf({ image, limits }), { signal });
    expect([opened.cloud.snapshots.builds - builds, lines.length > 0]).toEqual([1, true]);
  });

  test("a build that fails is the task's, with the log's end; one that is wedged is nobody's", async () => {
    const failing = await contextOf("fails", { Dockerfile: "FROM debian:bookworm-slim\nRUN echo why; exit 7\n" });
    await expect(opened.provider.prepareImage(failing, { signal })).rejects.toMatchObject({
      ...{ fault: "task", code: "image-build-failed", message: expect.stringContaining("why") },
    });
    opened.cloud.faults.rates = { ...noFaults, wedgedBuild: 1 };
    const wedged = {
      ...(await contextOf("wedged", { Dockerfile: "FROM debian:bookworm-slim\n#w\n" })),
      timeoutMs: 1500,
    };
    await expect(opened.provider.prepareImage(wedged, { signal })).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "image-build-timeout" },
    });
    opened.cloud.faults.rates = noFaults;
  });
});

test("what it can't hold to is refused by name, before a sandbox is made", async () => {
  const refused = async (extra: Partial<SandboxSpec>, code: string) =>
    await expect(opened.provider.open(specOf(extra), { signal })).rejects.toMatchObject({ fault: "config", code });
  await refused({ network: "internal" }, "network-unsupported");
  await refused({ network: { allow: ["example.test"] } }, "network-unsupported");
  await refused({ limits: { cpus: 16 } }, "size-unsupported");
  await refused({ limits: { memoryMb: 100_000 } }, "size-unsupported");
  expect(opened.cloud.sandboxes()).toEqual([]);
});

test("a missing key and a wrong one are named", async () => {
  const context = { owner: opened.owner, say: () => undefined, signal };
  await expect(daytonaSandboxProvider.open({}, context)).rejects.toMatchObject({
    fault: "config",
    code: "key-missing",
  });
  const variables: Record<string, string> = { DAYTONA_API_KEY: "wrong", DAYTONA_API_URL: opened.cloud.url };
  const provider = await daytonaSandboxProvider.open({}, { ...context, variable: (name) => variables[name] });
  await expect(provider.open(specOf(), { signal })).rejects.toMatchObject({ code: "cloud-key-refused" });
});

test("a sandbox that Daytona loses is nobody's doing; what a dead owner left is swept", async () => {
  await using box = await opened.provider.open(specOf(), { signal });
  await opened.cloud.lose(box.id);
  await expect(box.session.exec("true", { signal })).rejects.toMatchObject({
    ...{ fault: "infrastructure", code: "sandbox-gone" },
  });
  await opened.provider.open(specOf(), { signal });
  expect(opened.cloud.sandboxes()).toHaveLength(1);
  expect(await opened.provider.sweep({ signal, owner: "somebody-else" })).toEqual({ removed: 0, alive: 0 });
  expect(await opened.provider.sweep({ signal })).toEqual({ removed: 0, alive: 1 });
  expect(await opened.provider.sweep({ signal, owner: opened.owner.id })).toEqual({ removed: 1, alive: 0 });
});

test("in a storm of refusals, failures and lost answers every byte arrives once, and nothing is left", async () => {
  opened.cloud.faults.rates = { ...noFaults, rateLimited: 0.1, serverError: 0.1, dropped: 0.1, clockSkew: 0.1 };
  const one = async (number: number) => {
    const main = { command: ["sh", "-c", 'while read -r line; do echo "got $line"; done; exit 4'], attach: true };
    await using box = await opened.provider.open(specOf({ main }), { signal });
    const counted = await box.session.exec(`echo ${number} >>/count; wc -l </count; echo e >&2`, { signal });
    await box.session.writeFile("/file", "content", { signal });
    const file = Buffer.from(await box.session.readFile("/file", { signal })).toString();
    box.main?.stdin.write("one\n");
    box.main?.stdin.end("two\n");
    const heard = box.main === undefined ? "" : await text(box.main.stdout);
    return [counted.stdout, counted.stderr, file, heard, (await box.main?.exited)?.exitCode];
  };
  const results = await Promise.all([1, 2, 3, 4].map(one));
  expect(results).toEqual(Array(4).fill(["1\n", "e\n", "content", "got one\ngot two\n", 4]));
  const { rateLimited, serverError, dropped } = opened.cloud.faults.count;
  expect([rateLimited, serverError, dropped].every((count) => count > 0)).toBe(true);
  opened.cloud.faults.rates = noFaults;
  expect([opened.cloud.sandboxes(), opened.provider.failedCleanups]).toEqual([[], 0]);
}, 300_000);
