// What only containers can show: isolation, limits, undoing, sweeping.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isToldByEvents } from "../../src/sandboxes/docker/out-of-memory.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";

const signal = new AbortController().signal;
let opened: TestDocker;
let folder: string;

beforeAll(async () => {
  opened = await openTestDocker();
  folder = await mkdtemp(join(tmpdir(), "auto-harness-owners-"));
});

afterAll(async () => {
  const left = await opened.leftovers();
  await opened[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
  expect([left, opened.provider.failedCleanups]).toEqual([[], 0]);
});

describe("isolation", () => {
  test("network none has no way out and no interface but loopback", async () => {
    await using sandbox = await opened.provider.open(opened.specOf(), { signal });
    const interfaces = await sandbox.session.exec("ls /sys/class/net", { signal });
    expect(interfaces.stdout.trim()).toBe("lo");
    const out = await sandbox.session.exec(["bash", "-c", "exec 3<>/dev/tcp/1.1.1.1/80"], { signal });
    expect(out).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/unreachable/i) });
  });

  test("siblings on an internal network reach each other and nothing else; it goes with the last", async () => {
    const spec = opened.specOf({ network: "internal" });
    const trial = { ...spec, labels: { ...spec.labels, trial: "siblings" } };
    const one = await opened.provider.open(trial, { signal });
    const two = await opened.provider.open(trial, { signal });
    const address = (await one.session.exec("hostname -I", { signal })).stdout.trim();
    // Port 9 is closed: a refusal comes from the sibling itself.
    const reach = await two.session.exec(["bash", "-c", `exec 3<>/dev/tcp/${address}/9`], { signal });
    expect(reach.stderr).toMatch(/refused/i);
    const gateway = address.replace(/\.\d+$/, ".1");
    const probe = ["bash", "-c", `exec 3<>/dev/tcp/${gateway}/22`];
    expect((await two.session.exec(probe, { signal, timeoutMs: 8000 })).stderr).not.toMatch(/refused/i);
    const out = ["bash", "-c", "exec 3<>/dev/tcp/1.1.1.1/80"];
    expect((await two.session.exec(out, { signal, timeoutMs: 4000 })).exitCode).not.toBe(0);
    await one[Symbol.asyncDispose]();
    expect(await opened.leftovers()).toHaveLength(2);
    await two[Symbol.asyncDispose]();
    expect(await opened.leftovers()).toEqual([]);
  }, 60_000);

  test("an agent's box has a read-only root, no root user, no capabilities and no way to new ones", async () => {
    const spec = opened.specOf({
      profile: "agent",
      tmpfs: [{ path: "/work", sizeMb: 4 }],
      limits: { pids: 32, memoryMb: 64 },
    });
    await using box = await opened.provider.open(spec, { signal });
    const status = (await box.session.exec("cat /proc/self/status", { signal })).stdout;
    expect(status).toMatch(/^Uid:\t65534\t65534\t65534\t65534$/m);
    expect(status).toMatch(/^Gid:\t65534/m);
    for (const set of ["Inh", "Prm", "Eff", "Bnd", "Amb"]) expect(status).toMatch(new RegExp(`^Cap${set}:\\t0+$`, "m"));
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    const write = await box.session.exec("echo x > /tmp/x || echo x > /root/x || echo x > /var/x", { signal });
    expect(write).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/read-only|permission/i) });
    await expect(box.session.writeFile("/work/x", "x", { signal })).rejects.toMatchObject({
      fault: "config",
      code: "read-only-root",
    });
    const fill = await box.session.exec("head -c 8000000 /dev/zero > /work/fill; wc -c < /work/fill", { signal });
    expect(Number(fill.stdout)).toBe(4 * 1024 * 1024);
    const run = "printf '#!/bin/sh\\necho ran' > /work/run; chmod +x /work/run; rm /work/fill; ";
    const again = await box.session.exec(`rm /work/fill; ${run} /work/run`, { signal });
    expect(again.stdout).toBe("ran\n");
    const many = "i=0; while [ $i -lt 60 ]; do sleep 5 & i=$((i+1)); done 2>&1; wait";
    expect((await box.session.exec(many, { signal, timeoutMs: 10_000 })).stdout).toMatch(/cannot fork/i);
  });

  test("a command over its time is killed in an agent's box too", async () => {
    await using box = await opened.provider.open(opened.specOf({ profile: "agent", limits: { pids: 32 } }), { signal });
    const result = await box.session.exec("sleep 651 & (setsid sleep 652 &); sleep 653", { signal, timeoutMs: 700 });
    expect(result.timedOut).toBe(true);
    expect([await box.processes?.({ signal }), opened.said]).toEqual([[], []]);
  });

  test.each([5, 60, 150])("an open that is aborted after %i ms leaves nothing", async (ms) => {
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), ms);
    const main = { command: ["sleep", "600"], attach: true };
    const opening = opened.provider.open(opened.specOf({ network: "internal", main }), { signal: controller.signal });
    await expect(opening).rejects.toBe(reason);
    expect(await opened.leftovers()).toEqual([]);
  });

  test("a main process that is not there ends with the shell's code for that", async () => {
    await using box = await opened.provider.open(opened.specOf({ main: { command: ["nowhere"], attach: true } }), {
      signal,
    });
    expect(await box.main?.exited).toEqual({ exitCode: 127, outOfMemory: false });
  });

  // On a busy machine the engine loses one notice in a hundred.
  test("an engine that told of an exit first still tells that the process was over its memory", {
    retry: 2,
  }, async () => {
    const ends = ["exec tail /dev/zero", "kill -9 $$"].map(async (script) => {
      const main = { command: ["sh", "-c", script], attach: true };
      await using box = await opened.provider.open(opened.specOf({ main, limits: { memoryMb: 32 } }), { signal });
      expect(await box.main?.exited).toMatchObject({ exitCode: 137 });
      const container = opened.docker.getContainer(box.id);
      const { FinishedAt: finishedAt } = (await container.inspect()).State;
      return await isToldByEvents(container, { finishedAt, abortSignal: signal });
    });
    expect(await Promise.all(ends)).toEqual([true, false]);
  });

  test("a sandbox that can't be started is undone", async () => {
    const opening = opened.provider.open(opened.specOf({ user: "nosuchuser" }), { signal });
    await expect(opening).rejects.toMatchObject({ fault: "infrastructure", code: "engine-call-failed" });
    expect(await opened.leftovers()).toEqual([]);
  });

  test("a command that changed its user, its session and its environment is killed with its parents", async () => {
    await using sandbox = await opened.provider.open(opened.specOf(), { signal });
    const other = "setpriv --reuid 1234 --clear-groups";
    const command = `env -i setsid sleep 641 & ${other} setsid sleep 642 & (${other} setsid sleep 643 &) ; sleep 644`;
    const result = await sandbox.session.exec(command, { signal, timeoutMs: 1500 });
    expect(result.timedOut).toBe(true);
    expect(opened.said).toEqual([]);
    expect(await sandbox.processes?.({ signal })).toEqual([]);
    const changes = (await opened.docker.getContainer(sandbox.id).changes()) as Array<{ Path: string }> | null;
    const mounted = new Set(["/usr", "/usr/sbin", "/usr/sbin/docker-init", "/sbin", "/sbin/docker-init"]);
    expect((changes ?? []).filter(({ Path }) => !mounted.has(Path))).toEqual([]);
  });
});

describe("sweep", () => {
  const owners = new Set<ReturnType<typeof spawn>>();
  afterAll(() => {
    for (const child of owners) child.kill("SIGKILL");
  });

  async function spawnOwner() {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../helpers/sandbox-owner.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
      // It is killed, so what it leaves in the temporary folder goes with ours.
      env: { ...process.env, TMPDIR: folder },
    });
    owners.add(child);
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    return { child, ...(JSON.parse(line) as { container: string; owner: string }) };
  }

  const exists = async (id: string) => {
    const all = await opened.docker.listContainers({ all: true, filters: { id: [id] } });
    return all.length === 1;
  };

  test("a live neighbour's sandbox stays; a killed one's goes", async () => {
    const [living, killed] = [await spawnOwner(), await spawnOwner()];
    killed.child.kill("SIGKILL");
    await once(killed.child, "close");
    living.child.kill("SIGSTOP");
    // Every command of ours sweeps: another test's may have done it already, or be at it.
    const { alive } = await opened.provider.sweep({ signal });
    expect(alive).toBeGreaterThanOrEqual(1);
    await expect.poll(async () => await exists(killed.container)).toBe(false);
    expect(await exists(living.container)).toBe(true);
    expect(await opened.provider.sweep({ signal, owner: living.owner })).toEqual({ removed: 1, alive: 0 });
    expect(await exists(living.container)).toBe(false);
    living.child.kill("SIGKILL");
    await once(living.child, "close");
  });
});
