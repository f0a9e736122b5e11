import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RegistryMemory } from "../../../src/engine/registry-memory.ts";
import { openFolder } from "./engine-fakes.ts";

const minute = 60_000;

describe("RegistryMemory", () => {
  test("remembers for ten minutes, in the next process too", async () => {
    await using folder = await openFolder();
    let now = 1_000_000;
    await new RegistryMemory(folder.path, () => now).remember("hub", "no such host");
    const next = new RegistryMemory(folder.path, () => now);
    expect(await next.recall("hub")).toBe("no such host");
    expect(await next.recall("other")).toBeUndefined();
    now += 10 * minute;
    expect(await next.recall("hub")).toBeUndefined();
  });

  test("concurrent notes are all kept", async () => {
    await using folder = await openFolder();
    const memory = new RegistryMemory(folder.path);
    await Promise.all(["a", "b", "c"].map((key) => memory.remember(key, `why ${key}`)));
    const next = new RegistryMemory(folder.path);
    expect(await Promise.all(["a", "b", "c"].map((key) => next.recall(key)))).toEqual(["why a", "why b", "why c"]);
  });

  test("forgets a registry that has answered", async () => {
    await using folder = await openFolder();
    const memory = new RegistryMemory(folder.path);
    await memory.remember("hub", "no such host");
    await memory.forget("hub");
    expect(await memory.recall("hub")).toBeUndefined();
    expect(await new RegistryMemory(folder.path).recall("hub")).toBeUndefined();
  });

  test("a clock set back and a broken file are as good as nothing", async () => {
    await using folder = await openFolder();
    await new RegistryMemory(folder.path, () => 5 * minute).remember("hub", "no such host");
    expect(await new RegistryMemory(folder.path, () => minute).recall("hub")).toBeUndefined();
    await writeFile(join(folder.path, "registry-unreachable.json"), "{");
    expect(await new RegistryMemory(folder.path).recall("hub")).toBeUndefined();
  });
});
