// Files in and out of a sandbox at a cloud, as tar archives: small ones within a command, large ones in parts that are
// uploaded one by one, each of which may be sent again.

import { PassThrough, type Readable } from "node:stream";
import { feed } from "../../lib/feed.ts";
import { tarOfFile } from "../../lib/tar-file.ts";
import { fileNotFound, fileTooLarge, pathMustBeAbsolute } from "../file-faults.ts";
import { type ChunkSink, type CloudBox, newId, type SpooledOptions } from "./box.ts";
import { boxBroken, notDone } from "./box-faults.ts";
import { HelperLimit } from "./helper-limit.ts";
import { killSpooled } from "./kill.ts";
import { boxFolder } from "./spool-folder.ts";

type Wait = { signal: AbortSignal };

const defaultMaxBytes = 32 * 1024 * 1024;
/** A kernel takes no argument over 128 KiB, and this is coded in base64. */
const inlineBytes = 72 * 1024;
const partBytes = 4 * 1024 * 1024;
const exits = { notFound: 66, link: 67, tooLarge: 68 } as const;

const unpackInline = `[ -d "$1" ] || exit ${exits.notFound}; printf %s "$2" | base64 -d | tar -xpf - --numeric-owner -C "$1"`;
const unpackParts = `
[ -d "$1" ] || { rm -f "$2".*; exit ${exits.notFound}; }
cat "$2".* | tar -xpf - --numeric-owner -C "$1"; code=$?; rm -f "$2".*; exit $code
`;

export async function putArchive(
  box: CloudBox,
  path: string,
  tar: Readable | Uint8Array,
  { signal }: Wait,
): Promise<void> {
  const upload = `${boxFolder}/${newId()}`;
  let parts = 0;
  let small: Buffer | undefined;
  for await (const part of partsOf(tar)) {
    signal.throwIfAborted();
    if (parts === 0 && part.length <= inlineBytes) small = part;
    else await box.upload(`${upload}.${String(parts).padStart(6, "0")}`, part, signal);
    parts += 1;
  }
  const command =
    small === undefined
      ? ["sh", "-c", unpackParts, "sh", path, upload]
      : ["sh", "-c", unpackInline, "sh", path, small.toString("base64")];
  const { exitCode, stderr } = await inside(box, command, signal);
  if (exitCode === 0) return;
  if (exitCode === exits.notFound || /not a directory|file exists/i.test(stderr)) {
    throw fileNotFound(path, "the path does not lead to one");
  }
  throw await notDone(box, `put files below ${path}`, { exitCode, stderr }, signal);
}

/** A file that changed as it was read is tar's exit code 1. */
const pack = `
[ -e "$1" ] || [ -L "$1" ] || exit ${exits.notFound}
tar -cf - -C "$(dirname -- "$1")" -- "$(basename -- "$1")"; code=$?
[ $code -le 1 ] || exit $code
`;

export async function getArchive(box: CloudBox, path: string, { signal }: Wait): Promise<Readable> {
  const out = new PassThrough();
  const left = new AbortController();
  out.on("close", () => left.abort(new Error("nobody reads the archive any more")));
  const first = Promise.withResolvers<void>();
  let stderr = "";
  const onChunk: ChunkSink = (name, bytes) => {
    if (name === "stderr") {
      stderr = `${stderr}${Buffer.from(bytes)}`.slice(-2_000);
      return undefined;
    }
    first.resolve();
    return feed(out, Buffer.from(bytes));
  };
  const options = { signal: AbortSignal.any([signal, left.signal]), onChunk };
  runHelper(box, ["sh", "-c", pack, "sh", path], options)
    .then(async (exitCode) => {
      if (exitCode === 0) {
        // Also without a byte: that is no archive, which its reader says.
        first.resolve();
        out.end();
        return;
      }
      const missing = exitCode === exits.notFound;
      throw missing
        ? fileNotFound(path, "the path does not lead to one")
        : await notDone(box, `read ${path}`, { exitCode, stderr }, options.signal);
    })
    .catch((error: unknown) => {
      first.reject(error);
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  out.on("error", () => undefined);
  await first.promise;
  return out;
}

/** Missing parents are made; those that are there keep their owner and mode. */
export async function writeFile(
  box: CloudBox,
  path: string,
  content: Uint8Array | string,
  { signal, mode }: Wait & { mode?: number },
): Promise<void> {
  if (!path.startsWith("/")) throw pathMustBeAbsolute(path);
  await putArchive(box, "/", await tarOfFile(path.replace(/^\/+/, ""), content, mode), { signal });
}

const read = `
[ -L "$1" ] && exit ${exits.link}
[ -f "$1" ] || exit ${exits.notFound}
size=$(wc -c <"$1"); [ "$size" -gt "$2" ] && { echo "$size"; exit ${exits.tooLarge}; }
exec head -c $(($2 + 1)) -- "$1"
`;

export async function readFile(
  box: CloudBox,
  path: string,
  { signal, maxBytes = defaultMaxBytes }: Wait & { maxBytes?: number },
): Promise<Uint8Array> {
  const command = ["sh", "-c", read, "sh", path, String(maxBytes)];
  // It may grow while it is read.
  const { exitCode, stdout, stderr } = await inside(box, command, signal, maxBytes + 1);
  if (exitCode === exits.tooLarge) throw fileTooLarge(path, Number(stdout.toString("utf8")), maxBytes);
  if (exitCode === exits.link || exitCode === exits.notFound) {
    throw fileNotFound(path, "it is no regular file; links are not followed");
  }
  if (exitCode !== 0) throw await notDone(box, `read ${path}`, { exitCode, stderr }, signal);
  if (stdout.length > maxBytes) throw fileTooLarge(path, stdout.length, maxBytes);
  return stdout;
}

/** A command of ours, as root, with little to say. Throws infrastructure "box-broken" where it says more. */
export async function inside(
  box: CloudBox,
  command: readonly string[],
  signal: AbortSignal,
  maxBytes = defaultMaxBytes,
): Promise<{ exitCode: number; stdout: Buffer; stderr: string }> {
  const chunks: Uint8Array[] = [];
  let room = maxBytes;
  let stderr = "";
  const tooMuch = new AbortController();
  const exitCode = await runHelper(box, command, {
    signal: AbortSignal.any([signal, tooMuch.signal]),
    onChunk: (name, bytes) => {
      if (name === "stderr") stderr = `${stderr}${Buffer.from(bytes)}`.slice(-2_000);
      else if (room > 0) chunks.push(bytes.subarray(0, room));
      if (name === "stdout") room -= bytes.length;
      if (room < 0) tooMuch.abort(boxBroken("run a command of ours", "it prints more than it can have to say"));
      return undefined;
    },
  });
  return { exitCode, stdout: Buffer.concat(chunks), stderr };
}

/**
 * A command of ours, as root; known as one from this call to its end. Whoever is root in the box may have put another
 * program in the place of those that it runs, so it has to say something, and to end, in time.
 */
async function runHelper(
  box: CloudBox,
  command: readonly string[],
  { signal, onChunk }: SpooledOptions,
): Promise<number> {
  const spooled = { id: newId(), command, cwd: "/", user: "", bare: false, env: {}, stdin: false };
  using limit = new HelperLimit();
  box.helpers.add(spooled.id);
  const until = AbortSignal.any([signal, limit.signal]);
  let left = Promise.resolve();
  try {
    return await box.runSpooled(spooled, {
      signal: until,
      onChunk: (name, bytes) => limit.heard(onChunk(name, bytes)),
    });
  } catch (error) {
    // It would wait for a listener, and look like what somebody left behind.
    if (until.aborted && !box.closed.aborted) left = killSpooled(box, spooled.id, () => undefined);
    throw error;
  } finally {
    void left.then(() => box.helpers.delete(spooled.id));
  }
}

async function* partsOf(tar: Readable | Uint8Array): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of tar instanceof Uint8Array ? [tar] : tar) {
    for (let at = 0; at < chunk.length; ) {
      const piece = Buffer.from(chunk.subarray(at, at + partBytes - length));
      held.push(piece);
      length += piece.length;
      at += piece.length;
      if (length < partBytes) continue;
      yield Buffer.concat(held);
      held = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
