import { describe, expect, test } from "vitest";
import { daytonaDockerfile } from "../../../src/sandboxes/daytona/dockerfile.ts";

const stages = `ARG VERSION=1
FROM debian AS base
ARG NAME
RUN echo $NAME
FROM base AS last
COPY a /a
`;

describe("a Dockerfile for Daytona", () => {
  test("has its arguments and its wanted stage written into it, and says at its end whom it runs as", () => {
    const text = daytonaDockerfile(stages, { name: "x", args: { VERSION: "2", NAME: 'a "b"' }, target: "BASE" });
    expect(text).toMatch(
      /^ARG VERSION="2"\nFROM debian AS base\nARG NAME="a \\"b\\""\nRUN echo \$NAME\n\nRUN printf .*\nUSER root\n/,
    );
    expect(text).not.toContain("COPY a /a");
    expect(daytonaDockerfile(stages, { name: "x" })).toContain(`${stages}\nRUN printf`);
  });

  test.each([
    [{ target: "none" }, "FROM debian\n", "there is no stage none"],
    [{}, "FROM debian\nADD files.tar /\n", '"ADD files.tar /"'],
  ])("that can't be had is refused by name", (source, dockerfile, why) => {
    expect(() => daytonaDockerfile(dockerfile, { name: "x", ...source })).toThrow(
      expect.objectContaining({ fault: "config", code: "image-unsupported", message: expect.stringContaining(why) }),
    );
    expect(() => daytonaDockerfile("FROM debian\nADD https://x.test/y /\n", { name: "x" })).not.toThrow();
  });
});
