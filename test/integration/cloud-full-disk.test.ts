// A box at a cloud whose disk is full: commands run there as on Docker, such as the one that makes room.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CloudContainers, openCloudContainers } from "../helpers/cloud/cloud-containers.ts";
import { openDebianBox, type TestCloud, testClouds } from "../helpers/cloud/test-clouds.ts";

const signal = new AbortController().signal;

describe.each(testClouds)("at %s", (_name, openCloud) => {
  let opened: TestCloud;

  beforeAll(async () => {
    opened = await openCloud({ containers: await smallDisks() });
  });

  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
  });

  test("a command that fills it says so, and others still run, print and make room", async () => {
    await using box = await openDebianBox(opened, { signal });
    const exec = (command: string) => box.session.exec(command, { signal, env: { WHO: "me" } });
    const fill = "head -c 100000000 /dev/zero >/var/lib/fill; echo code $?; exit 3";
    expect(await exec(fill)).toMatchObject({
      ...{ exitCode: 3, stdout: "code 1\n", timedOut: false },
      stderr: expect.stringMatching(/^head: .*No space left on device\n$/),
    });
    expect(await exec("df --output=avail /var/lib | tail -n 1")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^ *0\n$/),
    });
    const printed = await exec("head -c 9000000 /dev/zero | tr '\\0' x; echo $WHO >&2");
    expect({ ...printed, stdout: printed.stdout.length }).toMatchObject({ exitCode: 0, stderr: "me\n" });
    expect(Buffer.from(await box.session.readFile("/etc/hostname", { signal })).toString()).toMatch(/\w/);
    expect(await exec("rm /var/lib/fill && echo room >/var/lib/room")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(Buffer.from(await box.session.readFile("/var/lib/room", { signal })).toString()).toBe("room\n");
  });
});

/** Where a sandbox of ours would keep things: 2 MB. */
async function smallDisks(): Promise<CloudContainers> {
  const containers = await openCloudContainers({ mounts: true });
  const tmpfs = [{ path: "/var/lib", sizeMb: 2 }];
  return { ...containers, create: (options) => containers.create({ ...options, tmpfs }) };
}
