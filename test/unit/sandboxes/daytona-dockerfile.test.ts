import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { planCopies } from "../../../src/sandboxes/daytona/copies.ts";
import { daytonaDockerfile } from "../../../src/sandboxes/daytona/dockerfile.ts";
import { refuseDaytonaImage } from "../../../src/sandboxes/daytona/images.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

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

  test("keeps what only looks like an instruction, in a here-document or a comment, as it is", () => {
    const text = [
      ...["FROM debian AS one", "# ARG A", "RUN <<END", "ARG A=1", "FROM other", "ADD local /x", "END"],
      ...["ARG B=1 A=2 \\", "  C=3", "FROM one AS two", "ADD local /x", ""],
    ].join("\n");
    const wanted = daytonaDockerfile(text, { name: "x", args: { A: "$HOME\\" }, target: "one" });
    expect(wanted).toMatch(
      /^FROM debian AS one\n# ARG A\nRUN <<END\nARG A=1\nFROM other\nADD local \/x\nEND\nARG B=1\nARG A="\\\$HOME\\\\"\nARG C=3\n\n/,
    );
    expect(wanted).not.toContain("AS two");
  });

  test.each([
    ["there is no stage none", { target: "none" }, ""],
    ["its argument A has more than one line", { args: { A: "1\nUSER root" } }, ""],
    ['"ADD files.tar /"', {}, "ADD files.tar /"],
    ['"ADD gitconfig /x"', {}, "ADD gitconfig /x"],
    ['"ADD https://x.test/y z /"', {}, "ADD https://x.test/y z /"],
    ['"ADD \\["a b","/x"\\]"', {}, 'ADD ["a b","/x"]'],
  ])("that can't be had is refused by name: %s", (why, source, line) => {
    expect(() => daytonaDockerfile(`FROM debian\n${line}\n`, { name: "x", ...source })).toThrow(
      expect.objectContaining({ fault: "config", code: "image-unsupported", message: expect.stringMatching(why) }),
    );
  });

  test.each([
    "ADD https://x.test/y /",
    "ADD --chmod=755 https://x.test/y /",
    "ADD  https://x.test/y /",
    "ADD --checksum=sha256:0 --chown=1:1 https://x.test/y https://x.test/z /",
    "ADD git@github.com:a/b.git /b",
    "ADD https://github.com/a/b.git#main /b",
    "ADD <<END /x\nADD local\nEND",
    "RUN <<END\nADD local /x\nEND",
  ])("may add what is fetched from elsewhere: %j", (line) => {
    expect(daytonaDockerfile(`FROM debian\n${line}\n`, { name: "x" })).toContain(line);
  });
});

describe("what is copied", () => {
  let folder: TemporaryFolder;
  const refused = async (dockerfile: string, extra: object = {}) => {
    await writeFile(join(folder.path, "context", "Dockerfile"), `FROM debian\n${dockerfile}\n`);
    const source = { kind: "build", name: "x", context: join(folder.path, "context"), digest: "0" } as const;
    return await refuseDaytonaImage({ ...source, ...extra }).then(
      () => "",
      ({ code, message }) => `${code}: ${message}`,
    );
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    const files = [
      "outside",
      "context/a0",
      "context/app/x",
      "context/a b",
      "context/[id].ts",
      "context/test.Dockerfile",
    ];
    for (const file of files) {
      await mkdir(dirname(join(folder.path, file)), { recursive: true });
      await writeFile(join(folder.path, file), file);
    }
    await mkdir(join(folder.path, "context/links"));
    await mkdir(join(folder.path, "context/empty"));
    await symlink("../../outside", join(folder.path, "context/links/out"));
    await mkdir(join(folder.path, "context/inner/bin"), { recursive: true });
    await mkdir(join(folder.path, "context/inner/empty"), { recursive: true });
    await writeFile(join(folder.path, "context/inner/x.js"), "x");
    await symlink("../x.js", join(folder.path, "context/inner/bin/x"));
    await symlink("/opt/y", join(folder.path, "context/inner/bin/y"));
    await symlink(folder.path, join(folder.path, "context/links/folder"));
  });

  afterAll(async () => await folder?.[Symbol.asyncDispose]());

  test.each([
    ["COPY ../outside /x", "../outside leads out of its context"],
    ["COPY /app/../../outside /x", "/app/../../outside leads out of its context"],
    ["COPY $FILE /x", "a variable in what is copied, $FILE"],
    ["COPY missing /x", "missing is not in its context"],
    ["COPY missing* /x", "missing* is not in its context"],
    ["COPY links/folder/outside /x", "links/folder/outside is not in its context"],
    ["COPY links/out /x", "links/out is a link, and what it leads to would be copied"],
    ["COPY links/o* /x", "links/out is a link, and what it leads to would be copied"],
    ["COPY . /x", "the link links/out leads out of what is copied, to ../../outside"],
    ["COPY links /x", "the link links/out leads out of what is copied, to ../../outside"],
    ["COPY --chown=1:1 links /x", "links/folder is a link, which a COPY without flags alone can take"],
    ["RUN --mount=type=bind,target=/x true", "inner/bin/x is a link, which a COPY without flags alone can take"],
    ["ONBUILD COPY links /x", "links/folder is a link, which a COPY without flags alone can take"],
    ["COPY empty /x", "there is no file in empty"],
    ["COPY [id].ts /x", "[id].ts is not in its context"],
  ])("is refused by name where it can't be sent as it is: %s", async (line, why) => {
    expect(await refused(line)).toContain(`image-unsupported: Daytona can't build the image of x: "${line}": ${why}`);
  });

  test.each([
    "COPY /app/x /app/x",
    "COPY --chown=1:1 --chmod=600 ./app//x /x",
    'COPY ["a b", "/x y"]',
    "COPY a* [[]id* /x/",
    "COPY --from=other ../$X /x",
    "RUN --mount=type=secret,id=a --mount=type=bind,from=other,target=/x true",
    "COPY <<END /x\nCOPY ../outside /x\nEND",
    "RUN <<END\nCOPY ../outside /x\nEND",
    "# COPY ../outside /x",
    "COPY Dockerfile /x",
  ])("is taken where Docker would take it: %j", async (line) => {
    expect(await refused(line)).toBe("");
  });

  test("travels in an archive where links or empty folders are in it", async () => {
    const lines = ["FROM debian", "COPY app inne? \\", "  inner/bin $HOME/x/", "COPY app/x /x", "COPY inn* /y", ""];
    const context = { folder: join(folder.path, "context"), name: "Dockerfile" };
    const entries = [
      "app",
      "app/x",
      "inner",
      "inner/bin",
      "inner/bin/x",
      "inner/bin/y",
      "inner/empty",
      "inner/x.js",
      "a0",
    ];
    const refuse = (what: string) => new HarnessError({ fault: "config", code: "refused", message: what });
    const plan = async (text: string) => await planCopies(text, { ...context, entries }, refuse);
    await expect(plan(lines.join("\n"))).rejects.toThrow(
      "the link inner/bin/x leads out of what is copied, to ../x.js",
    );
    const { dockerfile, files, archives } = await plan(lines.join("\n").replace("inner/bin ", ""));
    expect(dockerfile).toBe('FROM debian\nADD ["~0","~1","$HOME/x/"]\nCOPY app/x /x\nADD ["~2","/y"]\n');
    expect(files).toEqual(["app/x"]);
    const inner = ["bin", "bin/x", "bin/y", "empty", "x.js"].map((path) => [`inner/${path}`, path]);
    expect(archives.map(({ name, paths }) => [name, [...paths]])).toEqual([
      ["~0", [["app/x", "x"]]],
      ["~1", inner],
      ["~2", inner],
    ]);
    await expect(plan("COPY inner /x\nCOPY ?0 /y")).rejects.toThrow("?0 would also copy what links travel in");
  });

  test("must not be what its builder would take for the Dockerfile", async () => {
    await writeFile(join(folder.path, "context/test.Dockerfile"), "FROM debian\nCOPY Docker* app /x/\n");
    expect(await refused("", { dockerfile: "test.Dockerfile" })).toContain("would take the file Dockerfile");
  });
});
