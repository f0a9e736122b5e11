// compose.yaml as a person uses it, on a folder and a project of the test's own, and all that it leaves on the engine.

import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { openEnvironment } from "../../src/config/env.ts";
import { loopBaseImage, resolveBaseImage } from "../../src/engine/base-images.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { type CommandResult, runCommand } from "../../src/lib/run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const clone = fileURLToPath(new URL("../..", import.meta.url));

export interface ComposeLoop extends AsyncDisposable {
  /** The person's folder. */
  readonly folder: string;
  /** Whose it is: not root, also where the test is. */
  readonly owner: number;
  compose(...args: string[]): Promise<CommandResult>;
  /** With another folder of a person's in place of this one. */
  composeOn(folder: string, ...args: string[]): Promise<CommandResult>;
  /** A file of the person's, theirs. */
  write(path: string, content: string): Promise<void>;
  /** Makes all that is in the folder its owner's. */
  give(): Promise<void>;
  /** Waits for the line in what the service has printed since it was made. */
  printed(line: RegExp): Promise<string>;
  /** Waits for the service's end; its exit code. */
  ended(): Promise<number>;
  /** Ids of boxes and networks of every loop container there is. */
  boxes(): Promise<string[]>;
  /** Containers, networks and volumes of the project. */
  ofProject(): Promise<string[]>;
  /** What in the folder is not its owner's. */
  notOwned(): Promise<string[]>;
}

/** Builds the image as compose does, with what this machine needs for it. */
export async function openComposeLoop(command?: readonly string[]): Promise<ComposeLoop> {
  await using undo = new AsyncDisposableStack();
  const root = undo.use(await temporaryFolder()).path;
  const folder = join(root, "folder");
  await mkdir(folder);
  const owner = process.getuid?.() === 0 ? 4321 : (await stat(folder)).uid;
  await chown(folder, owner, (await stat(folder)).gid);
  const project = `auto-harness-test-${randomBytes(4).toString("hex")}`;
  const override = join(root, "override.yaml");
  await writeFile(override, JSON.stringify({ services: { loop: command === undefined ? {} : { command } } }));
  const docker = await connectEngine({ signal: AbortSignal.timeout(60_000) });
  const base = await resolveBaseImage(docker, loopBaseImage, {
    ...{ signal: AbortSignal.timeout(600_000), say: () => undefined },
  });
  const { ca } = (await openEnvironment({ file: join(root, ".env") })).buildSecrets;
  const env = {
    AUTO_HARNESS_BASE_IMAGE: base.reference,
    ...(ca !== undefined && "file" in ca ? { AUTO_HARNESS_CA: ca.file } : {}),
  };
  const files = ["-f", join(clone, "compose.yaml"), "-f", override];
  const composeOn = async (on: string, ...args: string[]) =>
    await runCommand(["docker", "compose", "-p", project, ...files, ...args], {
      ...{ cwd: root, env: { ...env, AUTO_HARNESS_FOLDER: on }, signal: AbortSignal.timeout(900_000) },
    });
  const compose = async (...args: string[]) => await composeOn(folder, ...args);
  const filters = { label: ["auto-harness.owner.heartbeat"] };
  // Only what a loop's container opened has its state folder there.
  const isOurs = ({ Labels }: { Labels?: Record<string, string> | null | undefined }) =>
    Labels?.["auto-harness.owner.heartbeat"]?.startsWith("/var/lib/auto-harness/") === true;
  const boxes = async () => {
    const containers = (await docker.listContainers({ all: true, filters })).filter(isOurs);
    const networks = (await docker.listNetworks({ filters })).filter(isOurs);
    return [...containers, ...networks].map(({ Id }) => Id);
  };
  undo.defer(async () => {
    await compose("down", "-v", "--timeout", "60");
    for (const id of await boxes()) {
      await docker
        .getContainer(id)
        .remove({ force: true, v: true })
        .catch(() => undefined);
    }
  });
  const built = await compose("build", "loop");
  expect(built.exitCode, built.stderr).toBe(0);
  const logs = async () => (await compose("logs", "--no-color", "--no-log-prefix", "loop")).stdout;
  const id = async () => (await compose("ps", "-a", "-q", "loop")).stdout.trim();
  const owned = undo.move();
  return {
    ...{ folder, owner, compose, composeOn, boxes },
    async write(path, content) {
      await writeFile(join(folder, path), content);
      await chown(join(folder, path), owner, (await stat(folder)).gid);
    },
    async give() {
      const { gid } = await stat(folder);
      for (const path of await readdir(folder, { recursive: true })) await chown(join(folder, path), owner, gid);
    },
    async printed(line) {
      await expect.poll(logs, { timeout: 300_000, interval: 300 }).toMatch(line);
      return await logs();
    },
    ended: async () => Number((await docker.getContainer(await id()).wait()).StatusCode),
    async ofProject() {
      const label = { label: [`com.docker.compose.project=${project}`] };
      const { Volumes } = await docker.listVolumes({ filters: label });
      const containers = await docker.listContainers({ all: true, filters: label });
      const networks = await docker.listNetworks({ filters: label });
      return [...[...containers, ...networks].map(({ Id }) => Id), ...(Volumes ?? []).map(({ Name }) => Name)];
    },
    async notOwned() {
      const entries = await readdir(folder, { recursive: true });
      const facts = await Promise.all(
        entries.map(async (path) => ((await stat(join(folder, path))).uid === owner ? [] : [path])),
      );
      return facts.flat();
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
