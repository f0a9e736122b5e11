import { describe, expect, test } from "vitest";
import { parseImageReference } from "../../../src/engine/image-reference.ts";
import { planBaseImage } from "../../../src/engine/make-base-image.ts";

const digest = `sha256:${"0".repeat(64)}`;

describe("parseImageReference", () => {
  test.each([
    ["debian", { text: "debian:latest", registry: "", name: "debian", tag: "latest", digest: undefined }],
    ["library/node:24", { text: "node:24", registry: "", name: "node", tag: "24", digest: undefined }],
    [
      "docker.io/library/debian:trixie-slim",
      { text: "debian:trixie-slim", registry: "", name: "debian", tag: "trixie-slim", digest: undefined },
    ],
    ["someone/tool:1", { text: "someone/tool:1", registry: "", name: "someone/tool", tag: "1", digest: undefined }],
    [
      "localhost:5000/library/a:b",
      {
        text: "localhost:5000/library/a:b",
        registry: "localhost:5000",
        name: "library/a",
        tag: "b",
        digest: undefined,
      },
    ],
    [
      "registry.test/a/b",
      { text: "registry.test/a/b:latest", registry: "registry.test", name: "a/b", tag: "latest", digest: undefined },
    ],
    [`debian@${digest}`, { text: `debian@${digest}`, registry: "", name: "debian", tag: "latest", digest }],
    [`debian:12@${digest}`, { text: `debian:12@${digest}`, registry: "", name: "debian", tag: "12", digest }],
  ])("reads %s", (reference, parsed) => {
    expect(parseImageReference(reference)).toEqual(parsed);
  });

  test.each(["", "UPPER:1", "a b", "debian:", "debian:1:2", "../x", "a@sha256:zz", "$BASE"])("refuses %j", (text) => {
    expect(() => parseImageReference(text)).toThrow("is not the name of an image");
  });
});

describe("planBaseImage", () => {
  test.each([
    ["debian:bookworm-slim", undefined],
    ["debian:13", undefined],
    ["buildpack-deps:trixie", undefined],
    ["node:24-bookworm-slim", "debian:bookworm-slim"],
    ["node:24-trixie", "buildpack-deps:trixie"],
    ["node:24-slim", "debian:bookworm-slim"],
    ["node:22.11.0-slim", "debian:bookworm-slim"],
    ["python:3.13-slim-trixie", undefined],
    ["python:3.13", undefined],
    ["python:3.11-slim", undefined],
  ])("%s can be made, standing on %s", (name, base) => {
    const plan = planBaseImage(name);
    expect(plan).toBeDefined();
    expect(plan?.base).toBe(base);
  });

  test.each([
    "debian:sid",
    "debian:latest",
    "node:24-alpine",
    "node:lts",
    "python:3.12-slim",
    "python:3.13-slim-bookworm",
  ])("%s cannot be made", (name) => {
    expect(planBaseImage(name)).toBeUndefined();
  });

  test.each(["ubuntu:24.04", "postgres:14", "someone/debian:bookworm"])("%s has no maker", (name) => {
    expect(planBaseImage(name)).toBeUndefined();
  });
});
