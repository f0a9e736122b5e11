import { describe, expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { ensureEngine } from "../../../src/engine/ensure-engine.ts";
import type { EngineAddress } from "../../../src/engine/find-engine.ts";
import type { HostFacts } from "../../../src/engine/host-facts.ts";
import { debianRoot, signal } from "./engine-fakes.ts";

interface Scene {
  source?: EngineAddress["source"];
  facts?: HostFacts;
  running?: boolean;
  interactive?: boolean;
  yes?: boolean;
  agrees?: boolean;
}

/** Runs ensureEngine on a machine whose engine comes up when fixed; tells what was asked, said and done. */
async function ensureOn(scene: Scene) {
  const events: string[] = [];
  let running = scene.running ?? false;
  const host = "unix:///var/run/docker.sock";
  const address = { host, source: scene.source ?? "default", options: {}, tried: [host], exists: running };
  const failure = await ensureEngine(
    {
      signal,
      interactive: scene.interactive ?? false,
      yes: scene.yes ?? false,
      say: (line) => events.push(`say ${line.split(":")[0]}`),
      ask: async () => {
        events.push("ask");
        return scene.agrees ?? true;
      },
    },
    {
      find: async () => address,
      facts: async () => scene.facts ?? debianRoot,
      connect: async () => {
        if (!running) throw new HarnessError({ fault: "config", code: "engine-missing", message: "no engine" });
      },
      fix: async () => {
        events.push("fix");
        running = true;
      },
    },
  ).catch((error: unknown) => error);
  return { events, failure };
}

describe("ensureEngine", () => {
  test("does and says nothing when an engine answers", async () => {
    expect(await ensureOn({ running: true })).toEqual({ events: [], failure: undefined });
  });

  test("goes on without a terminal, saying so", async () => {
    const { events, failure } = await ensureOn({});
    expect({ events, failure }).toEqual({ events: ["say no Docker engine answers", "fix"], failure: undefined });
  });

  test("asks on a terminal, unless told yes", async () => {
    expect((await ensureOn({ interactive: true })).events).toEqual(["ask", "say no Docker engine answers", "fix"]);
    expect((await ensureOn({ interactive: true, yes: true })).events).toEqual(["say no Docker engine answers", "fix"]);
  });

  test("takes no for an answer", async () => {
    const { events, failure } = await ensureOn({ interactive: true, agrees: false });
    expect(events).toEqual(["ask"]);
    expect(failure).toMatchObject({ fault: "config", code: "engine-refused" });
    expect(String(failure)).toContain("doctor --fix");
  });

  test.each(["DOCKER_HOST", "context"] as const)("never replaces an engine named by %s", async (source) => {
    const { events, failure } = await ensureOn({ source });
    expect(events).toEqual([]);
    expect(failure).toMatchObject({ fault: "config", code: "engine-missing" });
  });

  test("shows what to do where it can do nothing", async () => {
    const { events, failure } = await ensureOn({ facts: { ...debianRoot, platform: "darwin" } });
    expect(events).toEqual([]);
    expect(failure).toMatchObject({ fault: "config", code: "engine-missing" });
    expect(String(failure)).toContain("OrbStack");
  });
});
