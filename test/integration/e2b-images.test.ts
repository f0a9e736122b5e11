// The same Dockerfile built at E2B, step by step, and by an engine: the same files and the same surroundings.

import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImageSource, SandboxProvider, SandboxSpec } from "../../src/core/sandbox.ts";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { openTestE2b, type TestE2b } from "../helpers/cloud/open-test-e2b.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";

const signal = new AbortController().signal;
const dockerfile = `
ARG BASE=debian:bookworm-slim
FROM debian:bookworm-slim AS maker
WORKDIR /made
RUN mkdir -p tree/deep && echo "deep" > tree/deep/leaf && ln -s leaf tree/deep/link && chmod 775 tree/deep
FROM $BASE
ARG COLOUR=blue
ENV PLAIN=a\\ b QUOTED="two words, \\"so\\"" SINGLE='$PLAIN' PATH=/opt/tools:$PATH
ENV OLD style, with = signs
WORKDIR /app
COPY --from=maker --chown=65534:65534 /made/tree ./tree/
COPY files/ all/
COPY files/a.txt files/b.txt some/
COPY files/*.md marked/
COPY files/a.txt renamed
COPY files/run.sh /opt/tools/own-tool
RUN own-tool > said && printf '%s|' "$PLAIN" "$QUOTED" "$SINGLE" "$OLD" "$COLOUR" > values
USER 65534:65534
RUN ["sh", "-c", "id -u > /tmp/who; id -G >> /tmp/who"]
WORKDIR below
`;
/** Everything that the Dockerfile had a hand in. */
const look = `
id; pwd; umask
env | grep -E '^(PLAIN|QUOTED|SINGLE|OLD|COLOUR|PATH|HOME)=' | sort
cd /app; find . /opt/tools /tmp/who -printf '%M %U %G %s %l %p\\n' | sort
cat said values tree/deep/leaf marked/* some/* renamed /tmp/who
`;

let folder: string;
let e2b: TestE2b;
let docker: TestDocker;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "auto-harness-context-"));
  [e2b, docker] = [await openTestE2b(), await openTestDocker()];
});

afterAll(async () => {
  const left = e2b?.cloud.sandboxes();
  await e2b?.[Symbol.asyncDispose]();
  await docker?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
  expect([left, await e2b?.cloud.leftovers()]).toEqual([[], []]);
});

async function sourceOf(text: string): Promise<Extract<ImageSource, { kind: "build" }>> {
  const context = await mkdtemp(join(folder, "build-"));
  await cp(join(import.meta.dirname, "../fixtures/e2b-image"), context, { recursive: true });
  await writeFile(join(context, "Dockerfile"), text);
  return { kind: "build", name: "look", context, digest: await digestFolder(context) };
}

async function lookAt(provider: SandboxProvider, image: ImageSource, owner: string): Promise<string> {
  const labels = { owner, job: "images", trial: "one", role: "task" } as const;
  const spec: SandboxSpec = { image, labels, network: "none", profile: "task", limits: {} };
  await using sandbox = await provider.open(spec, { signal });
  const { exitCode, stdout, stderr } = await sandbox.session.exec(look, { signal });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

test("what a Dockerfile makes is the same at E2B as on an engine", async () => {
  const source = await sourceOf(dockerfile);
  const far = await lookAt(e2b.provider, source, e2b.owner.id);
  expect(far).toBe(await lookAt(docker.provider, source, docker.owner.id));
  expect(far).toContain('a b|two words, "so"|$PLAIN|style, with = signs|blue|');
}, 300_000);

test("an image is built once, whoever asks, and another provider finds it by name", async () => {
  const source = await sourceOf("FROM debian:bookworm-slim\nRUN echo once > /once\n");
  const { builds } = e2b.cloud.templates;
  const both = await Promise.all([1, 2].map(() => e2b.provider.prepareImage(source, { signal })));
  expect(both.map(({ built }) => built)).toEqual([true, true]);
  await using other = await e2b.again();
  expect(await other.provider.prepareImage(source, { signal })).toMatchObject({
    ...{ reference: both[0]?.reference, built: false },
  });
  expect(e2b.cloud.templates.builds).toBe(builds + 1);
});

test("a template is built in the size of the box to come, one for each size, and stages once", async () => {
  const source = await sourceOf(
    "FROM debian:bookworm-slim AS maker\nRUN echo made > /made\nFROM maker\nRUN cat /made\n",
  );
  const { builds } = e2b.cloud.templates;
  const labels = { owner: e2b.owner.id, job: "images", trial: "one", role: "task" } as const;
  const small = { cpus: 1, memoryMb: 512 };
  const prepare = async (limits: SandboxSpec["limits"]) => await e2b.provider.prepareImage(source, { signal, limits });
  const lines: string[] = [];
  const first = e2b.provider.prepareImage(source, { signal, limits: small, onLog: (line) => void lines.push(line) });
  const prepared = await Promise.all([first, prepare({ memoryMb: 2048 }), prepare(small)]);
  expect(new Set(prepared.map(({ reference }) => reference)).size).toBe(2);
  expect(lines).not.toEqual([]);
  for (const limits of [small, { memoryMb: 2048 }]) {
    const spec: SandboxSpec = { image: source, labels, network: "none", profile: "task", limits };
    await using sandbox = await e2b.provider.open(spec, { signal });
    expect((await sandbox.session.exec("cat /made", { signal })).stdout).toBe("made\n");
  }
  // The stage, and two sizes of what was asked for.
  expect(e2b.cloud.templates.builds).toBe(builds + 3);
  await using other = await e2b.again();
  expect(await other.provider.prepareImage(source, { signal, limits: small })).toMatchObject({ built: false });
});

test("a build that fails is the task's fault and shows the log's end; a wedged one is given up and begun once more", async () => {
  const lines: string[] = [];
  const broken = await sourceOf("FROM debian:bookworm-slim\nRUN echo so far; exit 3\n");
  const building = e2b.provider.prepareImage(broken, { signal, onLog: (line) => void lines.push(line) });
  await expect(building).rejects.toMatchObject({
    ...{ fault: "task", code: "image-build-failed", message: expect.stringContaining("so far") },
  });
  expect(lines.join("\n")).toContain("so far");
  e2b.cloud.faults.rates.wedgedBuild = 1;
  try {
    const { builds } = e2b.cloud.templates;
    const source = await sourceOf("FROM debian:bookworm-slim\nRUN echo never > /never\n");
    await expect(e2b.provider.prepareImage({ ...source, timeoutMs: 1_000 }, { signal })).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "image-build-timeout" },
    });
    expect(e2b.cloud.templates.builds).toBe(builds + 2);
  } finally {
    e2b.cloud.faults.rates.wedgedBuild = 0;
  }
});

test("what E2B can't hold to is refused by name before anything is opened", async () => {
  const labels = { owner: e2b.owner.id, job: "images", trial: "one", role: "task" } as const;
  const image = { kind: "image", reference: "debian:bookworm-slim" } as const;
  const spec: SandboxSpec = { image, labels, network: "none", profile: "task", limits: {} };
  const before = e2b.cloud.requests.get("POST /v2/sandboxes");
  for (const network of ["internal", { allow: ["example.com"] }] as const) {
    const unsupported = { fault: "config", code: "network-unsupported" };
    await expect(e2b.provider.open({ ...spec, network }, { signal })).rejects.toMatchObject(unsupported);
  }
  await expect(e2b.provider.open({ ...spec, limits: { cpus: 64 } }, { signal })).rejects.toMatchObject({
    ...{ fault: "config", code: "size-unsupported" },
  });
  expect(e2b.cloud.requests.get("POST /v2/sandboxes")).toBe(before);
});
