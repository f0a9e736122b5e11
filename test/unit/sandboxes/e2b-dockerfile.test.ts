import { describe, expect, test } from "vitest";
import { planBuild } from "../../../src/sandboxes/e2b/dockerfile.ts";

const plan = (dockerfile: string, target?: string) => planBuild(dockerfile, { name: "task", args: {}, target });

describe("a Dockerfile that E2B can't build", () => {
  test.each([
    ['FROM debian\nSHELL ["bash", "-c"]', "SHELL"],
    ['FROM debian\nENTRYPOINT ["/start"]', "ENTRYPOINT"],
    ["FROM debian\nONBUILD RUN true", "ONBUILD"],
    ["FROM debian\nRUN --mount=type=cache,target=/x true", "RUN --mount"],
    ["FROM debian\nRUN --mount=type=secret,id=a --mount=type=bind,target=/x true", "RUN --mount"],
    ["FROM debian\nRUN --mount=type=secret,id=a,required=true true", "RUN --mount"],
    ["FROM debian\nRUN --mount=type=secret,id=a,required true", "RUN --mount"],
    ["FROM debian\nRUN <<END\necho hi\nEND", "here-documents"],
    ["FROM debian\nCOPY --link a /a", "COPY --link"],
    ["FROM debian\nADD https://example.com/a.txt /a", "ADD https://example.com/a.txt"],
    ["FROM debian\nADD a.tar.gz /a", "ADD a.tar.gz"],
    ["FROM scratch\nCOPY a /a", "FROM scratch"],
    ["ARG X=1\n", "no FROM"],
    ["FROM debian\nARG V=1\nCOPY file-$V /a", "a variable in what is copied: file-$V"],
    ["FROM debian\nENV A=1 B", "a variable that is not NAME=value: A=1 B"],
  ])("%j is refused by name", (dockerfile, what) => {
    expect(() => plan(dockerfile)).toThrow(
      expect.objectContaining({
        ...{ fault: "config", code: "image-unsupported" },
        message: expect.stringContaining(`its Dockerfile uses ${what}`),
      }),
    );
  });

  test("a stage that is not there is refused", () => {
    expect(() => plan("FROM debian AS one", "two")).toThrow(expect.objectContaining({ code: "image-unsupported" }));
  });
});

describe("a Dockerfile that E2B can build", () => {
  test("an entry point taken away is nothing there, and a secret that need not be there is not", () => {
    const secret = "--mount=type=secret,id=ca,target=/run/secrets/ca,required=false";
    const [{ stages, notes }, without] = [
      plan(`FROM debian\nENTRYPOINT [ ]\nRUN ${secret} \\\n  --mount=type=secret,id=b test ! -e /run/secrets/ca`),
      plan("FROM debian\nRUN test ! -e /run/secrets/ca"),
    ];
    expect(stages).toEqual(without.stages);
    expect(notes).toEqual([]);
  });

  test("what does nothing there is noted, and what means nothing is not", () => {
    const { notes } = plan('FROM debian\nLABEL a=b\nEXPOSE 80\nVOLUME /data\nHEALTHCHECK NONE\nCMD ["bash"]');
    expect(notes).toEqual([
      "EXPOSE of its Dockerfile does nothing on E2B",
      "VOLUME of its Dockerfile does nothing on E2B",
      "HEALTHCHECK of its Dockerfile does nothing on E2B",
      "CMD of its Dockerfile does nothing on E2B",
    ]);
  });

  test("stages stand on images and on each other, and files come from stages, images and the context", () => {
    const text = [
      "ARG BASE=debian:12",
      "FROM $BASE AS one",
      "FROM one AS two",
      "COPY --from=one /a /a",
      "COPY --from=0 /b /b",
      "COPY --from=node:24 /c /c",
      "COPY d /d",
    ];
    const { stages, wanted } = plan(text.join("\n"));
    expect(wanted).toBe(1);
    expect(stages.map(({ name, base }) => ({ name, base }))).toEqual([
      { name: "one", base: { kind: "image", reference: "debian:12" } },
      { name: "two", base: { kind: "stage", index: 0 } },
    ]);
    expect(stages[1]?.steps.flatMap((step) => (step.kind === "copy" ? [step.copy] : []))).toEqual([
      { from: { kind: "stage", index: 0 }, paths: ["/a"] },
      { from: { kind: "stage", index: 0 }, paths: ["/b"] },
      { from: { kind: "image", reference: "node:24" }, paths: ["/c"] },
      { from: { kind: "context" }, paths: ["d"] },
    ]);
  });
});
