import Dockerode from "dockerode";
import { describe, expect, test } from "vitest";
import { type BaseImageMeans, resolveBaseImage } from "../../../src/engine/base-images.ts";
import type { HostFacts } from "../../../src/engine/host-facts.ts";
import type { PullResult } from "../../../src/engine/pull-image.ts";
import { debianRoot, openFolder, signal } from "./engine-fakes.ts";

const unreachable: PullResult = { kind: "unreachable", why: "no such host" };

interface World extends BaseImageMeans {
  images: Set<string>;
  pulls: string[];
  made: string[];
}

/** An engine's images, a registry that answers every pull the same way, and a maker that always succeeds. */
function worldOf(images: readonly string[], answer: PullResult, facts: HostFacts = debianRoot): World {
  const world: World = {
    images: new Set(images),
    pulls: [],
    made: [],
    has: async (_docker, reference) => world.images.has(reference),
    pull: async (_docker, { text }) => {
      world.pulls.push(text);
      return answer;
    },
    make: async (_docker, official, _plan, { namespace }) => {
      world.made.push(official);
      world.images.add(`${namespace}/${official}`);
      return `${namespace}/${official}`;
    },
    facts: async () => facts,
  };
  return world;
}

function resolveIn(world: World, folder: string, reference: string, docker = new Dockerode()) {
  return resolveBaseImage(docker, reference, { signal, say: () => undefined, folder }, world);
}

describe("resolveBaseImage", () => {
  test("uses an image that is there, whatever the registry", async () => {
    await using folder = await openFolder();
    const world = worldOf(["debian:bookworm-slim"], unreachable);
    const reference = "docker.io/library/debian:bookworm-slim";
    expect(await resolveIn(world, folder.path, reference)).toEqual({ reference, substituted: false });
    expect(world.pulls).toEqual([]);
  });

  test("pulls from a registry that answers, although an equivalent is there", async () => {
    await using folder = await openFolder();
    const world = worldOf(["auto-harness/debian:bookworm-slim"], { kind: "pulled" });
    const resolved = await resolveIn(world, folder.path, "debian:bookworm-slim");
    expect(resolved).toEqual({ reference: "debian:bookworm-slim", substituted: false });
  });

  test("makes an equivalent when the registry does not answer, and says so in one line", async () => {
    await using folder = await openFolder();
    const world = worldOf([], unreachable);
    const resolved = await resolveIn(world, folder.path, "node:24-slim");
    expect(resolved).toEqual({
      reference: "auto-harness/node:24-slim",
      substituted: true,
      note: "base image node:24-slim replaced by auto-harness/node:24-slim, made from Debian packages: its registry does not answer",
    });
    expect(world.made).toEqual(["node:24-slim"]);
  });

  test("takes the equivalent that is there, also where none could be made", async () => {
    await using folder = await openFolder();
    const world = worldOf(["auto-harness/debian:12"], unreachable, { ...debianRoot, root: false });
    expect(await resolveIn(world, folder.path, "debian:12")).toMatchObject({ reference: "auto-harness/debian:12" });
    expect(world.made).toEqual([]);
  });

  test.each([
    ["not root", { ...debianRoot, root: false }, "not root"],
    ["not Debian", { ...debianRoot, platform: "darwin", distribution: undefined }, "not Debian or Ubuntu"],
  ] as const)("says why nothing can be made: %s", async (_name, facts, words) => {
    await using folder = await openFolder();
    const failing = resolveIn(worldOf([], unreachable, facts), folder.path, "debian:12");
    await expect(failing).rejects.toMatchObject({ fault: "infrastructure", code: "base-image-unavailable" });
    await expect(failing).rejects.toThrow(words);
  });

  test.each([
    ["ubuntu:24.04", "what can be made: debian:"],
    ["registry.test/debian:bookworm", "only images of the public hub"],
    [`debian@sha256:${"0".repeat(64)}`, "pinned by digest"],
  ])("makes nothing in place of %s", async (reference, words) => {
    await using folder = await openFolder();
    const world = worldOf([], unreachable);
    await expect(resolveIn(world, folder.path, reference)).rejects.toThrow(words);
    expect(world.made).toEqual([]);
  });

  test.each([
    ["refused", "manifest unknown", "the registry answers, and will not give it: manifest unknown"],
    ["unclear", "HTTP 403", "do not tell whether"],
  ] as const)("makes nothing when the registry's answer is %s", async (kind, why, words) => {
    await using folder = await openFolder();
    const world = worldOf(["auto-harness/debian:bookworm-slim"], { kind, why });
    const failing = resolveIn(world, folder.path, "debian:bookworm-slim");
    await expect(failing).rejects.toMatchObject({ fault: "infrastructure", code: "base-image-unavailable" });
    await expect(failing).rejects.toThrow(words);
    expect(world.made).toEqual([]);
  });

  test("asks a registry that does not answer once, not once per image", async () => {
    await using folder = await openFolder();
    const world = worldOf([], unreachable);
    for (const name of ["debian:12", "debian:13", "node:24"]) await resolveIn(world, folder.path, name);
    expect(world.pulls).toEqual(["debian:12"]);
    expect(world.made).toEqual(["debian:12", "debian:13", "node:24"]);
  });

  test("concurrent callers of one image share the work, however they spell it", async () => {
    await using folder = await openFolder();
    const world = worldOf([], unreachable);
    const docker = new Dockerode();
    const names = ["debian:12", "library/debian:12", "docker.io/library/debian:12"];
    const resolved = await Promise.all(names.map((name) => resolveIn(world, folder.path, name, docker)));
    expect(new Set(resolved.map(({ reference }) => reference))).toEqual(new Set(["auto-harness/debian:12"]));
    expect({ pulls: world.pulls, made: world.made }).toEqual({ pulls: ["debian:12"], made: ["debian:12"] });
  });

  test("an engine that fails is an infrastructure fault", async () => {
    await using folder = await openFolder();
    const world = worldOf([], unreachable);
    world.has = () => Promise.reject(new Error("(HTTP code 500) server error - broken "));
    await expect(resolveIn(world, folder.path, "debian:12")).rejects.toMatchObject({
      code: "base-image-unavailable",
      message: expect.stringContaining("broken"),
    });
  });

  test("a name that is none is the task's fault", async () => {
    await using folder = await openFolder();
    const failing = resolveIn(worldOf([], unreachable), folder.path, "$BASE");
    await expect(failing).rejects.toMatchObject({ fault: "task", code: "image-reference-invalid" });
  });
});
