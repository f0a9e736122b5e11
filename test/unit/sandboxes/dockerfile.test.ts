import { describe, expect, test } from "vitest";
import { findBaseImages, needsOfBuildKit, replaceBaseImages } from "../../../src/sandboxes/dockerfile.ts";

const references = (text: string) => findBaseImages(text).map((base) => base.reference);

describe("base images of a Dockerfile", () => {
  test("stages, scratch and platforms are told apart from images", () => {
    const text = [
      "# FROM commented:1",
      "FROM --platform=$BUILDPLATFORM golang:1.24 AS Build",
      "RUN echo FROM nothing:1",
      "FROM scratch AS empty",
      "from build as again",
      "FROM debian:bookworm-slim",
    ].join("\n");
    expect(references(text)).toEqual(["golang:1.24", "debian:bookworm-slim"]);
  });

  test("arguments before the first FROM are filled in, later ones are not", () => {
    const text = [
      "ARG NAME=debian",
      'ARG TAG="bookworm-slim" OTHER',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Dockerfile variables
      "FROM ${NAME}:$TAG AS a",
      "ARG NAME=ubuntu",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Dockerfile variables
      "FROM ${OTHER:-alpine}:${TAG:+3}",
      "FROM $NAME",
    ].join("\n");
    expect(references(text)).toEqual(["debian:bookworm-slim", "alpine:3", "debian"]);
  });

  test("a FROM over several lines is one instruction", () => {
    const text = "FROM \\\n# why\n  debian:bookworm-slim \\\n  AS one\nRUN true\n";
    const replaced = replaceBaseImages(text, new Map([["debian:bookworm-slim", "other"]]));
    expect(replaced.split("\n").map((line) => line.replace(/ +/g, " "))).toEqual(["FROM other AS one", "RUN true", ""]);
  });

  test("only the images that are named are replaced, and nothing else changes", () => {
    const text = "FROM --platform=linux/amd64 a:1 AS x\nFROM b:2\r\nCOPY --from=x / /\nFROM a:1\n";
    expect(replaceBaseImages(text, new Map([["a:1", "ours/a:1"]]))).toBe(
      "FROM --platform=linux/amd64 ours/a:1 AS x\nFROM b:2\r\nCOPY --from=x / /\nFROM ours/a:1\n",
    );
    expect(replaceBaseImages(text, new Map())).toBe(text);
  });

  test("a here-document's text is no instruction", () => {
    const text = "FROM a\nRUN <<EOF\nFROM b\nEOF\nCOPY <<-'X' <<Y /in/\n\tX\nFROM c\nY\nFROM d\n";
    expect(references(text)).toEqual(["a", "d"]);
  });
});

test("what only BuildKit does is named", () => {
  const text = "FROM a\nRUN --mount=type=cache,target=/x true\nCOPY --chown=1 --chmod=755 a b\nRUN cat <<EOF\nx\nEOF\n";
  expect(needsOfBuildKit(text)).toEqual(["RUN --mount", "COPY --chmod", "here-documents"]);
  expect(needsOfBuildKit("FROM a\nRUN echo '--mount' $((1<<2))\nCOPY --from=x --chown=1 a b\n")).toEqual([]);
});
