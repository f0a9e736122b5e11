// Through the official SDK, at an API on loopback that builds nothing.

import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ImageSource } from "../../../src/core/sandbox.ts";
import { wait } from "../../../src/lib/wait.ts";
import { sizeOf } from "../../../src/sandboxes/daytona/images.ts";
import { refusalOf } from "../../helpers/cloud/daytona-answers.ts";
import { type DaytonaBuilds, openDaytonaBuilds } from "../../helpers/cloud/daytona-builds.ts";
import { fakeClock } from "../../helpers/fake-clock.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

const signal = new AbortController().signal;
const size = { cpus: 1, memoryMb: 1024 };
const plain: ImageSource = { kind: "image", reference: "debian:bookworm-slim" };
let clock: ReturnType<typeof fakeClock>;
let opened: DaytonaBuilds;
let folder: TemporaryFolder;

beforeEach(async () => {
  clock = fakeClock();
  opened = await openDaytonaBuilds({ clock });
  folder = await temporaryFolder();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await opened?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

type Build = Extract<ImageSource, { kind: "build" }>;

async function buildOf(files: Record<string, string>): Promise<Build> {
  const context = await mkdtemp(join(folder.path, "context-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(context, path)), { recursive: true });
    await writeFile(join(context, path), content);
  }
  return { kind: "build", name: "x", context, digest: context };
}

/** Of the n-th request to build. */
function refuseBuilds(refusal: (attempt: number) => [status: number, message: string] | undefined): () => number {
  let attempts = 0;
  opened.onRequest = ({ method, path }) => {
    if (method !== "POST" || path !== "/snapshots") return undefined;
    attempts += 1;
    const refused = refusal(attempts);
    return refused === undefined ? undefined : refusalOf(...refused);
  };
  return () => attempts;
}

test("a disk is asked for where it is larger than usual, and is another snapshot's then", async () => {
  const disks = [];
  for (const storageMb of [undefined, 100, 3072, 3073, 10_240]) {
    const limits = storageMb === undefined ? {} : { storageMb };
    const { reference } = await opened.images.prepare(plain, sizeOf(limits), { signal });
    disks.push([/-c1-m1(.*)$/.exec(reference)?.[1], opened.snapshots.find(reference)?.disk]);
  }
  expect(disks).toEqual([
    ["", 3],
    ["", 3],
    ["", 3],
    ["-d4", 4],
    ["-d10", 10],
  ]);
  expect(() => sizeOf({ storageMb: 10_241 })).toThrow(/disk of 11 GiB: 4, 8192 MiB and 10 GiB at most/);
});

describe("what is sent to be built", () => {
  test("is what is copied, folders and odd names included, and nothing that a here-document names", async () => {
    const lines = [
      ...["FROM debian", "COPY /app/x /app/x", "COPY s* /all/", 'COPY ["a b", "(group)/*.ts", "/odd/"]'],
      ...["RUN <<END cat", `COPY ${folder.path}/outside /x`, "COPY unused /x", "END", ""],
    ];
    await writeFile(join(folder.path, "outside"), "a secret of the host");
    const image = await buildOf({
      ...{ Dockerfile: lines.join("\n"), "app/x": "1", "some/deep/file": "2", single: "3", "a b": "4" },
      ...{ "(group)/[id].ts": "5", unused: "6", "some/ignored": "7", ".dockerignore": "some/ignored\n" },
    });
    await opened.images.prepare(image, size, { signal });
    expect(opened.built).toEqual([
      {
        ...{ "(group)/[id].ts": "5", "a b": "4", "app/x": "1", single: "3", "some/deep/file": "2" },
        Dockerfile: expect.stringContaining(lines.join("\n")),
      },
    ]);
  });

  test("is the whole context where all of it is copied, with the Dockerfile that is built", async () => {
    const image = await buildOf({ Dockerfile: "FROM debian\nCOPY . /app\n", a: "1", ".hidden/b": "2" });
    await opened.images.prepare(image, size, { signal });
    const Dockerfile = expect.stringMatching(/^FROM debian\nCOPY \. \/app\n\nRUN printf/);
    expect(opened.built).toEqual([{ ".hidden/b": "2", Dockerfile, a: "1" }]);
  });

  test("is nothing but text where nothing is copied", async () => {
    await opened.images.prepare(plain, size, { signal });
    expect(opened.built).toEqual([{ Dockerfile: expect.stringMatching(/^FROM debian:bookworm-slim\n/) }]);
    expect(opened.asked.filter((request) => /storage/.test(request))).toEqual([]);
  });
});

describe("a build that fails", () => {
  test.each([
    ["of itself", "why", "process '/bin/sh -c x' returned a non-zero code: 7", "task", "image-build-failed"],
    ["of itself, whatever it printed", "why", "timeout: disk quota exceeded", "task", "image-build-failed"],
    ["of a registry", "429: toomanyrequests: pull rate limit", "exit code: 1", "infrastructure", "image-build-trouble"],
    ["of a network", "why", "dial tcp: i/o timeout", "infrastructure", "image-build-trouble"],
  ])("%s is told from its state and its log", async (_of, line, reason, fault, code) => {
    opened.onBuild = (onLog) => {
      onLog(line);
      throw new Error(reason);
    };
    const message = expect.stringMatching(new RegExp(`${reason}.*\n.*${line}`));
    await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({ fault, code, message });
    expect(opened.snapshots.builds).toBe(1);
  });

  test("is built anew when it is asked for again", async () => {
    opened.onBuild = () => {
      throw new Error("why");
    };
    await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({ code: "image-build-failed" });
    opened.onBuild = () => undefined;
    expect(await opened.images.prepare(plain, size, { signal })).toMatchObject({ built: true });
  });

  test("is judged also where the answer to the request got lost", async () => {
    opened.onBuild = () => {
      throw new Error("why");
    };
    opened.onRequest = async (request) => {
      if (`${request.method} ${request.path}` !== "POST /snapshots") return undefined;
      await opened.snapshots.handle(request, {} as ServerResponse, "");
      return refusalOf(502, "bad gateway");
    };
    await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({ code: "image-build-failed" });
    expect(opened.snapshots.builds).toBe(1);
  });
});

describe("a build that is refused", () => {
  test.each<[status: number, said: string, fault: string, code: string, message: string]>([
    [401, "Invalid credentials", "config", "cloud-key-refused", ""],
    [403, "Forbidden resource", "config", "cloud-key-refused", ""],
    [404, "Region not found", "config", "cloud-refused", "Region not found"],
    [403, "Region eu is not available to the organization", "config", "cloud-refused", "Region eu is not available"],
    [400, "Invalid snapshot name", "infrastructure", "cloud-call-failed", "Invalid snapshot name"],
    [403, "CPU request 4 exceeds maximum allowed per sandbox (2). Limits?", "config", "size-unsupported", "request 4"],
  ])("with %i %j is not the task's fault", async (status, said, fault, code, message) => {
    const attempts = refuseBuilds(() => [status, said]);
    await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({
      ...{ fault, code, message: expect.stringContaining(message) },
    });
    expect(attempts()).toBe(1);
  });

  test.each([
    [403, "Snapshot quota exceeded. Maximum allowed: 30"],
    [400, "Snapshot quota exceeded. Maximum allowed: 30"],
    [429, "Too many requests"],
  ])("for now, with %i, is asked for again, after waits that grow to half a minute", async (status, said) => {
    const attempts = refuseBuilds((attempt) => (attempt > 60 ? undefined : [status, said]));
    const image = { ...(await buildOf({ Dockerfile: "FROM debian\n" })), timeoutMs: 3_600_000 };
    expect(await opened.images.prepare(image, size, { signal })).toMatchObject({ built: true });
    expect(attempts()).toBe(61);
    expect(clock.slept.slice(0, 2).every((ms) => ms < 2_000)).toBe(true);
    expect(clock.slept.slice(8).every((ms) => ms >= 30_000 && ms <= 45_000)).toBe(true);
  });

  test("for longer than its time limit is given up", async () => {
    refuseBuilds(() => [403, "Snapshot quota exceeded. Maximum allowed: 30"]);
    await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "cloud-rate-limited", message: expect.stringContaining("quota exceeded") },
    });
    expect(clock.now()).toBeGreaterThan(860_000);
  });
});

describe("a snapshot that is there", () => {
  const sleeping = async (onWake: () => void) => {
    const { reference } = await opened.images.prepare(plain, size, { signal });
    opened.images.forget(plain, size);
    const snapshot = opened.snapshots.find(reference);
    if (snapshot === undefined) throw new Error("not built");
    snapshot.state = "inactive";
    opened.onRequest = ({ path }) => {
      if (!path.endsWith("/activate")) return undefined;
      onWake();
      snapshot.state = "active";
      return undefined;
    };
    return snapshot;
  };

  test("is taken where somebody else woke it in between", async () => {
    const refused = vi.fn();
    await sleeping(refused);
    expect(await opened.images.prepare(plain, size, { signal })).toMatchObject({ built: false });
    expect(refused).toHaveBeenCalledTimes(1);
  });

  test.each(["GET", "DELETE"])(
    "and can't be asked for or removed (%s) is infrastructure, never a bug",
    async (refused) => {
      const snapshot = await sleeping(() => undefined);
      snapshot.state = "error";
      const isOne = (path: string) => path.startsWith("/snapshots/");
      opened.onRequest = ({ method, path }) =>
        method === refused && isOne(path) ? refusalOf(400, "not like this") : undefined;
      await expect(opened.images.prepare(plain, size, { signal })).rejects.toMatchObject({
        ...{ fault: "infrastructure", code: "cloud-call-failed", message: expect.stringContaining("not like this") },
      });
    },
  );
});

test("what is uploaded stays until the SDK has read it, whoever has left, and is not built then", async () => {
  vi.stubEnv("TMPDIR", folder.path);
  const staged = async () => (await readdir(folder.path)).filter((name) => name.startsWith("auto-harness-daytona-"));
  const image = await buildOf({ Dockerfile: "FROM debian\nCOPY a /a\n", a: "content" });
  const uploading = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  opened.onRequest = async ({ method }) => {
    if (method !== "PUT") return undefined;
    uploading.resolve();
    await goOn.promise;
    return undefined;
  };
  const left = new AbortController();
  const prepared = opened.images.prepare(image, size, { signal: left.signal });
  const rejected = expect(prepared).rejects.toThrow("left");
  await uploading.promise;
  left.abort(new Error("left"));
  await rejected;
  await wait(500, signal);
  const [name = ""] = await staged();
  expect(await readdir(join(folder.path, name))).toEqual(["a"]);
  goOn.resolve();
  await expect.poll(staged).toEqual([]);
  expect(opened.asked).not.toContain("POST /snapshots");
});

test("nothing is left where it was read to its end", async () => {
  vi.stubEnv("TMPDIR", folder.path);
  const image = await buildOf({ Dockerfile: "FROM debian\nCOPY a /a\n", a: "content" });
  await opened.images.prepare(image, size, { signal });
  await expect.poll(async () => (await readdir(folder.path)).filter((name) => name.includes("daytona"))).toEqual([]);
});
