import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { openHostLock } from "../../../src/lib/host-lock.ts";
import { openFolder, signal } from "../engine/engine-fakes.ts";

const source = new URL("../../../src/lib/host-lock.ts", import.meta.url).href;

describe("openHostLock", () => {
  test("has one holder at a time", async () => {
    await using folder = await openFolder();
    const events: string[] = [];
    const waiting = Promise.withResolvers<void>();
    async function work(name: string): Promise<void> {
      using _lock = await openHostLock({
        signal,
        folder: folder.path,
        name: "engine",
        onWait: () => {
          events.push(`${name} waits`);
          waiting.resolve();
        },
      });
      events.push(`${name} in`);
      await waiting.promise;
      events.push(`${name} out`);
    }
    await Promise.all([work("a"), work("b")]);
    // Who is first is not promised.
    const [first, second] = events[0] === "a in" ? ["a", "b"] : ["b", "a"];
    expect(events).toEqual([`${first} in`, `${second} waits`, `${first} out`, `${second} in`, `${second} out`]);
  });

  test("different names do not meet", async () => {
    await using folder = await openFolder();
    using _one = await openHostLock({ signal, folder: folder.path, name: "one" });
    using _two = await openHostLock({ signal, folder: folder.path, name: "two" });
  });

  test("a waiter leaves when aborted", async () => {
    await using folder = await openFolder();
    using _held = await openHostLock({ signal, folder: folder.path, name: "engine" });
    const limited = AbortSignal.timeout(50);
    await expect(openHostLock({ signal: limited, folder: folder.path, name: "engine" })).rejects.toThrow();
  });

  test("a holder killed without warning leaves nothing behind", async () => {
    await using folder = await openFolder();
    const script = `
      const { openHostLock } = await import(${JSON.stringify(source)});
      const lock = await openHostLock({ signal: new AbortController().signal, folder: process.argv[1], name: "engine" });
      console.log("held");
      setInterval(() => lock, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", script, folder.path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    let waited = false;
    const taken = openHostLock({ signal, folder: folder.path, name: "engine", onWait: () => (waited = true) });
    await expect.poll(() => waited, { timeout: 20_000 }).toBe(true);
    holder.kill("SIGKILL");
    using _lock = await taken;
  });
});
