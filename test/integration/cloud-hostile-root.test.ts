// Whoever is root in a box at a cloud has put other programs in the place of those that our commands run there.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stageTests } from "../../src/benchmarks/terminal-bench/verification/verify.ts";
import type { Sandbox } from "../../src/core/sandbox.ts";
import { readTar } from "../../src/lib/tar-folder.ts";
import { openDebianBox, type TestCloud, testClouds } from "../helpers/cloud/test-clouds.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const signal = new AbortController().signal;

describe.each(testClouds)("at %s", (name, openCloud) => {
  let opened: TestCloud;

  beforeAll(async () => {
    opened = await openCloud();
  });

  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
  });

  async function openBox(): Promise<Sandbox> {
    const box = await openDebianBox(opened, { signal });
    await box.session.exec("mkdir -p /logs && echo 1 >/logs/reward.txt", { signal });
    return box;
  }

  async function replace(box: Sandbox, program: string, script: string): Promise<void> {
    await box.session.writeFile(`/usr/local/bin/${program}`, `#!/bin/sh\n${script}\n`, { signal, mode: 0o755 });
  }

  const logsOf = async (box: Sandbox) =>
    await readTar(await box.session.getArchive("/logs", { signal }), { maxBytes: 1_000_000 });

  test("an archive without a byte, and one that is none, are the task's fault at most", async () => {
    await using box = await openBox();
    await replace(box, "tar", "exit 0");
    expect([...(await logsOf(box))]).toEqual([]);
    await using other = await openBox();
    await replace(other, "tar", "head -c 512 /dev/zero | tr '\\0' x");
    await expect(logsOf(other)).rejects.toMatchObject({ fault: "task", code: "archive-malformed" });
  });

  test("a packer that fails has broken the box, whatever it says", async () => {
    await using box = await openBox();
    await replace(box, "tar", "echo File exists >&2; exit 2");
    await expect(logsOf(box)).rejects.toMatchObject({ fault: "infrastructure", code: "box-broken" });
    await using folder = await temporaryFolder();
    const staging = stageTests({ tests: [folder.path] }, box.session, { signal });
    await expect(staging).rejects.toMatchObject({ fault: "infrastructure", code: "box-broken" });
  });

  test("a packer whose reader has left is ended, and taken for nobody else's", async () => {
    await using box = await openBox();
    await box.session.exec("head -c 60000000 /dev/urandom >/logs/large", { signal });
    const reading = readTar(await box.session.getArchive("/logs", { signal }), { maxBytes: 1_000_000 });
    await expect(reading).rejects.toMatchObject({ fault: "task", code: "file-too-large" });
    expect(await box.processes?.({ signal })).toEqual([]);
    const packers = async () => (await box.session.exec("cat /proc/[0-9]*/comm | grep -cx tar", { signal })).stdout;
    await expect.poll(packers).toBe("0\n");
  });

  test("a file that changes while it is packed is packed all the same", async () => {
    await using box = await openBox();
    await replace(box, "tar", '/bin/tar "$@"; exit 1');
    expect((await logsOf(box)).get("logs/reward.txt")?.toString()).toBe("1\n");
  });

  // E2B's stream brings it without being asked.
  if (name === "Daytona") {
    test("what a command printed and nobody can read ends it", async () => {
      await using box = await openBox();
      await replace(box, "tail", ":");
      const running = box.session.exec("echo text", { signal });
      await expect(running).rejects.toMatchObject({ fault: "infrastructure", code: "box-broken" });
    });
  }
});
