import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Asker, openOwner, ownerLabels, ownerState, parseOwnerLabels } from "../../../src/sandboxes/owner.ts";

let stateFolder: string;
beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "owner-"));
});
afterEach(() => rm(stateFolder, { recursive: true, force: true }));

const nowhere: Asker = { container: "", lookAt: async () => "running" };

test("an owner survives its labels, lives, and takes its heartbeat with it", async () => {
  const owner = await openOwner({ stateFolder });
  const { id, boot, namespace, pid, start, heartbeat, container } = owner;
  const read = parseOwnerLabels(ownerLabels(owner));
  expect(read).toEqual({ id, boot, namespace, pid, start, heartbeat, container });
  expect(await ownerState(owner, nowhere)).toBe("alive");
  expect((await stat(heartbeat)).isFile()).toBe(true);
  await owner[Symbol.asyncDispose]();
  await expect(stat(heartbeat)).rejects.toThrow();
});

test("labels of somebody else are no owner", () => {
  expect(parseOwnerLabels({})).toBeUndefined();
  expect(parseOwnerLabels({ "auto-harness.owner": "x", "auto-harness.owner.pid": "-1" })).toBeUndefined();
});

test("a process that ended, or whose number another one has now, is dead", async () => {
  await using owner = await openOwner({ stateFolder });
  const child = spawn("sleep", ["60"]);
  const { pid = 0 } = child;
  expect(await ownerState({ ...owner, pid }, nowhere)).toBe("dead");
  child.kill("SIGKILL");
  await once(child, "close");
  expect(await ownerState({ ...owner, pid }, nowhere)).toBe("dead");
});

test("a process that can be seen is alive however old its heartbeat is", async () => {
  await using owner = await openOwner({ stateFolder });
  await utimes(owner.heartbeat, 0, 0);
  expect(await ownerState(owner, nowhere)).toBe("alive");
});

test("of a process that can't be seen the heartbeat tells, and without one nothing is known", async () => {
  await using owner = await openOwner({ stateFolder });
  for (const elsewhere of [
    { ...owner, namespace: "pid:[1]" },
    { ...owner, boot: "another" },
  ]) {
    expect(await ownerState(elsewhere, nowhere)).toBe("alive");
    const old = join(stateFolder, "old");
    await writeFile(old, "");
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(old, longAgo, longAgo);
    expect(await ownerState({ ...elsewhere, heartbeat: old }, nowhere)).toBe("dead");
    expect(await ownerState({ ...elsewhere, heartbeat: join(stateFolder, "none") }, nowhere)).toBe("unknown");
  }
});

test("of a process in another container its end tells, however fresh its heartbeat is", async () => {
  await using owner = await openOwner({ stateFolder, container: "0123456789ab" });
  const elsewhere = { ...owner, namespace: "pid:[1]" };
  const asked: string[] = [];
  const asker = (state: "running" | "ended", container = "") => ({
    container,
    lookAt: async (id: string) => {
      asked.push(id);
      return state;
    },
  });
  expect(await ownerState(elsewhere, asker("running"))).toBe("alive");
  expect(await ownerState(elsewhere, asker("ended"))).toBe("dead");
  expect(asked).toEqual(["0123456789ab", "0123456789ab"]);
  // The same container, started anew: what ran in it before has ended.
  expect(await ownerState(elsewhere, asker("running", "0123456789ab"))).toBe("dead");
  // Its own namespace can be seen, so nobody is asked.
  expect(await ownerState(owner, asker("ended"))).toBe("alive");
  expect(asked.length).toBe(2);
});

describe("where the system names no boot", () => {
  const bootIdFile = "/nowhere/boot_id";
  const asker: Asker = { ...nowhere, bootIdFile };

  test("a process of this machine can be seen, whichever process asks", async () => {
    await using owner = await openOwner({ stateFolder, bootIdFile });
    await using another = await openOwner({ stateFolder, bootIdFile });
    expect([another.boot, another.namespace]).toEqual([owner.boot, owner.namespace]);
    expect(owner.boot).toMatch(/^[0-9a-f]{32}$/);
    await utimes(owner.heartbeat, 0, 0);
    expect(await ownerState(owner, asker)).toBe("alive");
    expect(await ownerState({ ...owner, pid: 2 ** 22 + 1 }, asker)).toBe("dead");
  });

  test("a process of another machine with the same name is unknown, not dead", async () => {
    const far = await openOwner({ stateFolder, bootIdFile });
    await far[Symbol.asyncDispose]();
    // No process here has its number.
    const labelled = { ...far, pid: 2 ** 22 + 1 };
    // The same path there and here, and another machine's id in it.
    await rm(join(stateFolder, "machine"));
    await using near = await openOwner({ stateFolder, bootIdFile });
    expect(near.boot).not.toBe(far.boot);
    expect(await ownerState(labelled, asker)).toBe("unknown");
    await rm(join(stateFolder, "machine"));
    expect(await ownerState(labelled, asker)).toBe("unknown");
  });

  test("an id that can't be kept is each process's own", async () => {
    await mkdir(join(stateFolder, "machine"));
    await using one = await openOwner({ stateFolder, bootIdFile });
    await using other = await openOwner({ stateFolder, bootIdFile });
    expect(one.boot).not.toBe(other.boot);
    expect(await ownerState({ ...one, heartbeat: join(stateFolder, "owners", "none") }, asker)).toBe("unknown");
  });
});
