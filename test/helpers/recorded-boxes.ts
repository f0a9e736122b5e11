// A provider whose boxes are recorded: every byte that crosses between the host and a main process, as the engine's
// streams carry it, and what the engine says of each container.

import { PassThrough, type Readable } from "node:stream";
import type Dockerode from "dockerode";
import { FrameDecoder, fromBox, toBox } from "../../src/channel/frames.ts";
import { type Header, parseHeader } from "../../src/channel/messages.ts";
import type { MainProcess, Sandbox, SandboxProvider, SandboxSpec } from "../../src/core/sandbox.ts";

export interface RecordedFrame {
  from: "host" | "box";
  header: Header;
  body: Uint8Array;
}

export interface RecordedBox {
  spec: SandboxSpec;
  sandbox: Sandbox;
  inspected: Dockerode.ContainerInspectInfo;
  /** What the host wrote, and what the box wrote to its two streams. */
  bytes(stream: "stdin" | "stdout" | "stderr"): Buffer;
  /** Both directions' whole frames, each in its own order. */
  frames(from: RecordedFrame["from"]): RecordedFrame[];
}

/** `boxes` grows as they are opened. */
export function recordingProvider(
  provider: SandboxProvider,
  docker: Dockerode,
): { provider: SandboxProvider; boxes: RecordedBox[] } {
  const boxes: RecordedBox[] = [];
  return {
    boxes,
    provider: {
      name: provider.name,
      prepareImage: async (source, options) => await provider.prepareImage(source, options),
      sweep: async (options) => await provider.sweep(options),
      async open(spec, options) {
        const sandbox = await provider.open(spec, options);
        const { main, bytes } = recordedMain(sandbox.main);
        const inspected = await docker.getContainer(sandbox.id).inspect();
        boxes.push({
          ...{ spec, sandbox, inspected, bytes },
          frames: (from) => framesOf(from, bytes(from === "host" ? "stdin" : "stdout")),
        });
        return withMain(sandbox, main);
      },
    },
  };
}

function withMain(sandbox: Sandbox, main: MainProcess | undefined): Sandbox {
  const { id, session, imageNotes, hostname } = sandbox;
  return {
    ...{ id, session, imageNotes },
    ...(hostname === undefined ? {} : { hostname }),
    ...(main === undefined ? {} : { main }),
    processes: async (options) => (await sandbox.processes?.(options)) ?? [],
    [Symbol.asyncDispose]: async () => await sandbox[Symbol.asyncDispose](),
  };
}

function recordedMain(main: MainProcess | undefined): Pick<RecordedBox, "bytes"> & { main?: MainProcess } {
  const kept = { stdin: [] as Buffer[], stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const bytes = (stream: keyof typeof kept): Buffer => Buffer.concat(kept[stream]);
  if (main === undefined) return { bytes };
  const stdin = new PassThrough();
  stdin.on("data", (chunk: Buffer) => kept.stdin.push(Buffer.from(chunk)));
  main.stdin.on("error", (error) => stdin.destroy(error));
  stdin.pipe(main.stdin);
  const tee = (source: Readable, into: Buffer[]): Readable => {
    const through = new PassThrough();
    source.on("data", (chunk: Buffer) => into.push(Buffer.from(chunk)));
    source.on("error", (error) => through.destroy(error));
    source.on("close", () => through.end());
    return source.pipe(through);
  };
  return {
    bytes,
    main: {
      stdin,
      stdout: tee(main.stdout, kept.stdout),
      stderr: tee(main.stderr, kept.stderr),
      exited: main.exited,
    },
  };
}

function framesOf(from: RecordedFrame["from"], bytes: Buffer): RecordedFrame[] {
  const decoder = new FrameDecoder(from === "host" ? toBox : fromBox);
  const frames: RecordedFrame[] = [];
  for (const { header, body } of decoder.push(bytes)) frames.push({ from, header: parseHeader(header), body });
  return frames;
}
