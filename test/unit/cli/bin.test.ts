// bin/auto-harness.js under a Node that is too old: this one, which says so of itself. A bin that starts another Node
// starts it without that pretence.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

const ownBin = fileURLToPath(new URL("../../../bin/auto-harness.js", import.meta.url));

const pretence = `
Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.1" } });
Object.defineProperty(process, "version", { value: "v20.18.1" });`;

interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

async function runOld(bin: string, ...args: string[]): Promise<Ended> {
  const old = ["--import", `data:text/javascript,${encodeURIComponent(pretence)}`];
  const child = spawn(process.execPath, [...old, bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { exitCode, stdout, stderr };
}

/** A package of its own with this bin; `node` is the pinned Node's script, null where it was not installed. */
async function makePackage({ path }: TemporaryFolder, node?: string | null): Promise<string> {
  await mkdir(join(path, "bin"));
  await writeFile(join(path, "package.json"), '{"type":"module"}');
  await copyFile(ownBin, join(path, "bin/auto-harness.js"));
  if (node !== undefined) {
    const folder = join(path, "node_modules/node");
    await mkdir(join(folder, "bin"), { recursive: true });
    await writeFile(join(folder, "package.json"), '{"name":"node","version":"24.0.0"}');
    if (node !== null) {
      await writeFile(join(folder, "bin/node"), `#!/bin/sh\n${node}\n`);
      await chmod(join(folder, "bin/node"), 0o755);
    }
  }
  return join(path, "bin/auto-harness.js");
}

describe("under an old Node", () => {
  test("a clone runs by the Node that npm ci brought, and does what it is told", async () => {
    const { exitCode, stdout, stderr } = await runOld(ownBin, "--help");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("usage: auto-harness <command> [options]");
  });

  test("a mistake's exit code comes through", async () => {
    expect(await runOld(ownBin, "dance")).toMatchObject({ exitCode: 2, stdout: "" });
  });

  test("without a pinned one it is said in one line what to do, exit 2", async () => {
    await using folder = await temporaryFolder();
    expect(await runOld(await makePackage(folder), "start")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "auto-harness: needs Node >= 24, this is v20.18.1: install it, or run `npm ci` here, which brings one\n",
    });
  });

  test("with a pinned one whose install script did not run, npm rebuild is named", async () => {
    await using folder = await temporaryFolder();
    const { exitCode, stdout, stderr } = await runOld(await makePackage(folder, null), "start");
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^auto-harness: needs Node >= 24, this is v20\.18\.1, [^\n]*`npm rebuild node`\n$/);
  });

  test("arguments, output and exit code pass through", async () => {
    await using folder = await temporaryFolder();
    const bin = await makePackage(folder, 'shift; echo "$@"; exit 7');
    const { exitCode, stdout } = await runOld(bin, "start", "--budget", "1 0");
    expect(exitCode).toBe(7);
    expect(stdout).toMatch(/start --budget 1 0\n$/);
  });

  test.each([
    ["KILL", 137],
    ["TERM", 143],
    ["INT", 130],
  ])("a pinned one that SIG%s ended gives exit code %i", async (signal, code) => {
    await using folder = await temporaryFolder();
    expect((await runOld(await makePackage(folder, `kill -${signal} $$`))).exitCode).toBe(code);
  });

  test("a pinned one that can't be started is named, exit 2", async () => {
    await using folder = await temporaryFolder();
    const bin = await makePackage(folder, "exit 0");
    await chmod(join(folder.path, "node_modules/node/bin/node"), 0o644);
    const { exitCode, stderr } = await runOld(bin, "start");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^auto-harness: \S+\/bin\/node can't be started: [^\n]*EACCES[^\n]*\n$/);
  });
});

test("a reader of the output that leaves early is no bug", async () => {
  const child = spawn(process.execPath, [ownBin, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});
