// The driver of images/tau-bench in its container, as a job opens it, with whatever agent and user's model a test plays.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import type { Methods } from "../../src/channel/method.ts";
import { openPeer, type Peer } from "../../src/channel/peer.ts";
import { pythonImage } from "../../src/channel/python-image.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";

export interface TauImage extends AsyncDisposable {
  opened: TestDocker;
  source: ImageSource;
  reference: string;
}

/** Builds the image unless it is there. */
export async function openTauImage(): Promise<TauImage> {
  const { buildSecrets } = await openEnvironment({ file: "" });
  const opened = await openTestDocker({ secrets: buildSecrets });
  const cacheFolder = join(tmpdir(), "auto-harness-test-images");
  const source = await pythonImage({ image: "tau-bench", cacheFolder });
  const { reference } = await opened.provider.prepareImage(source, { signal: AbortSignal.timeout(600_000) });
  return { opened, source, reference, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

export interface TauDriver extends AsyncDisposable {
  peer: Peer;
  sandbox: Sandbox;
  /** The parameters of `ready` or `refused`, whichever came. */
  first: Promise<{ method: string; params: unknown }>;
  stderr(): string;
}

export interface TauDriverOptions {
  domain: string;
  methods?: Methods;
  env?: Readonly<Record<string, string>>;
  command?: readonly string[];
}

/** The walls that the driver's container has in a job, too. */
export async function openTauDriver(
  { opened, source }: TauImage,
  { domain, methods = {}, env = {}, command = ["python", "-m", "tau_driver", domain] }: TauDriverOptions,
): Promise<TauDriver> {
  const spec = opened.specOf({
    image: source,
    profile: "agent",
    network: "none",
    limits: { memoryMb: 2048, pids: 512 },
    tmpfs: [{ path: "/tmp", sizeMb: 64 }],
    env,
    main: { command, attach: true },
  });
  const sandbox = await opened.provider.open(spec, { signal: AbortSignal.timeout(120_000) });
  if (sandbox.main === undefined) throw new Error("the driver is an attached main process");
  const { stdin, stdout, stderr } = sandbox.main;
  let log = "";
  stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  const first = Promise.withResolvers<{ method: string; params: unknown }>();
  const said = (method: string) => async (params: unknown) => {
    first.resolve({ method, params });
    return { result: null };
  };
  const peer = openPeer({
    input: stdout,
    output: stdin,
    receive: fromBox,
    send: toBox,
    methods: { ready: said("ready"), refused: said("refused"), ...methods },
  });
  void peer.closed.then(() => first.reject(new Error(`the driver is gone: ${log}`)));
  first.promise.catch(() => undefined);
  return {
    peer,
    sandbox,
    first: first.promise,
    stderr: () => log,
    async [Symbol.asyncDispose]() {
      peer.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

export interface Gold {
  actions: Array<{ requestor: "assistant" | "user"; name: string; arguments: Record<string, unknown> }>;
  communicate: string[];
  scenario: string;
}

/** Read out of the installed package by a script that is in no image. */
export async function readGold(
  { reference }: Pick<TauImage, "reference">,
  domain: string,
): Promise<Record<string, Gold>> {
  const script = await readFile(new URL("../fixtures/tau/gold.py", import.meta.url));
  const args = ["run", "--rm", "-i", "--network", "none", "--entrypoint", "python", reference, "-", domain];
  const running = promisify(execFile)("docker", args, { maxBuffer: 64 * 1024 * 1024, timeout: 300_000 });
  running.child.stdin?.end(script);
  return JSON.parse((await running).stdout) as Record<string, Gold>;
}
