// Copies of a sandbox and what has changed in one: abilities that a provider may have.

import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox, SandboxSpec } from "../../src/core/sandbox.ts";
import { applicable, type SandboxContractSetup } from "./sandbox-contract.ts";

export interface SandboxCopyOptions {
  name: string;
  setup: () => Promise<SandboxContractSetup>;
  /** Why the provider can't show these. */
  skips?: Partial<Record<"network" | "memory" | "restart", string>>;
}

const signal = new AbortController().signal;

export function describeSandboxCopies({ name, setup, skips = {} }: SandboxCopyOptions): void {
  describe(`copies of a sandbox: ${name}`, () => {
    let context: SandboxContractSetup;
    const open = (extra: Partial<SandboxSpec> = {}) =>
      context.provider.open(
        {
          image: context.image,
          labels: { owner: context.owner, job: "copies", trial: randomBytes(4).toString("hex"), role: "task" },
          ...{ network: "none", profile: "task", limits: {} },
          ...extra,
        },
        { signal },
      );

    beforeAll(async () => {
      context = await setup();
    });

    afterAll(async () => {
      await context?.close();
    });

    test("what was added, changed and deleted is listed by path", async () => {
      await using box = await open();
      await box.session.writeFile("/data/kept", "1", { signal });
      expect(await changesOf(box)).toContainEqual({ path: "/data/kept", kind: "added" });
    });

    test("a copy has the files, the settings and none of the processes; the original has stopped", async () => {
      await using box = await open({ env: { GREETING: "hello" }, workdir: "/" });
      await box.session.writeFile("/data/kept", "1", { signal });
      await box.session.exec("sleep 641 >/dev/null 2>&1 &", { signal });
      const copy = await copied(box, "nothing");
      expect(await copy.processes?.({ signal })).toEqual([]);
      expect(await changesOf(copy)).toContainEqual({ path: "/data/kept", kind: "added" });
      const look = await copy.session.exec('cat data/kept; printf " $GREETING"', { signal });
      expect(look.stdout).toBe("1 hello");
      expect(await box.processes?.({ signal })).toEqual([]);
      await copy[Symbol.asyncDispose]();
    });

    test("of one state there may be several copies, and they don't see each other", async () => {
      await using box = await open();
      await box.session.writeFile("/data/kept", "1", { signal });
      const [one, two] = [await copied(box, "nothing"), await copied(box, "nothing")];
      await one.session.writeFile("/data/kept", "2", { signal });
      const read = async (copy: Sandbox) =>
        Buffer.from(await copy.session.readFile("/data/kept", { signal })).toString();
      expect([await read(one), await read(two)]).toEqual(["2", "1"]);
    });

    applicable(skips.restart)("started anew it has its files and settings, and none of its processes", async () => {
      await using box = await open({ env: { GREETING: "hello" }, workdir: "/" });
      if (box.restart === undefined) throw new Error("the provider starts nothing anew");
      await box.session.writeFile("/data/kept", "1", { signal });
      await box.session.exec("sleep 661 >/dev/null 2>&1 &", { signal });
      await box.restart({ signal });
      expect(await box.processes?.({ signal })).toEqual([]);
      const look = await box.session.exec('cat data/kept; printf " $GREETING"', { signal });
      expect(look.stdout).toBe("1 hello");
      expect(await changesOf(box)).toContainEqual({ path: "/data/kept", kind: "added" });
    });

    test("beside an original that goes on, neither writes the other's files", async () => {
      await using box = await open();
      await box.session.writeFile("/data/kept", "1", { signal });
      await box.session.exec("sleep 651 >/dev/null 2>&1 &", { signal });
      const copy = await copied(box, "network");
      await box.session.writeFile("/data/late", "x", { signal });
      await expect(copy.session.readFile("/data/late", { signal })).rejects.toMatchObject({ code: "file-not-found" });
      expect(await copy.processes?.({ signal })).toEqual([]);
      expect(await box.processes?.({ signal })).toEqual([expect.stringContaining("sleep 651")]);
    });

    applicable(skips.network)(
      "a copy beside its original has its addresses, its ports and its hosts file",
      async () => {
        await using box = await open({ network: "open" });
        await box.session.exec("echo 127.0.0.1 known-here >> /etc/hosts", { signal, user: "0" });
        const copy = await copied(box, "network");
        const look = "cat /etc/hosts /proc/net/fib_trie";
        const [own, its] = [await box.session.exec(look, { signal }), await copy.session.exec(look, { signal })];
        expect(its.stdout).toBe(own.stdout);
        expect(own.stdout).toContain("known-here");
      },
    );

    applicable(skips.network)("an edited hosts file goes along into a copy with a network of its own", async () => {
      await using box = await open({ network: "open" });
      await box.session.exec("echo 127.0.0.1 known-here >> /etc/hosts", { signal, user: "0" });
      const copy = await copied(box, "nothing");
      const hosts = (await copy.session.exec("cat /etc/hosts; hostname -i", { signal })).stdout.trim().split("\n");
      expect(hosts).toContain("127.0.0.1 known-here");
      const address = hosts.at(-1) ?? "";
      expect(hosts.filter((line) => line.startsWith(address) && line !== address)).toHaveLength(1);
    });

    applicable(skips.memory)("files that a copy would lack are named, and the original goes on", async () => {
      await using box = await open({ tmpfs: [{ path: "/cache", sizeMb: 1 }] });
      await expect(copied(box, "nothing")).rejects.toMatchObject({
        ...{ fault: "task", code: "not-copyable", message: expect.stringContaining("/cache") },
      });
      expect((await box.session.exec("echo here", { signal })).stdout).toBe("here\n");
    });

    test("closing the original closes its copies", async () => {
      const box = await open();
      const copy = await copied(box, "network");
      await box[Symbol.asyncDispose]();
      await expect(copy.session.exec("true", { signal })).rejects.toMatchObject({ code: "sandbox-gone" });
      await copy[Symbol.asyncDispose]();
    });

    test("an abort while a copy is made leaves none", async () => {
      await using box = await open();
      const reason = new Error("enough");
      await expect(box.copy?.({ keep: "network", signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect((await box.session.exec("echo here", { signal })).stdout).toBe("here\n");
    });
  });
}

async function copied(box: Sandbox, keep: "nothing" | "network"): Promise<Sandbox> {
  const copy = await box.copy?.({ keep, signal });
  if (copy === undefined) throw new Error("the provider makes no copies");
  return copy;
}

async function changesOf(box: Sandbox) {
  const changes = await box.changes?.({ signal });
  if (changes === undefined) throw new Error("the provider lists no changes");
  return changes;
}
