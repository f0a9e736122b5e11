// Files in and out of a container as tar archives.

import { PassThrough, type Readable } from "node:stream";
import type Dockerode from "dockerode";
import { readFirstEntry, tarOfFile } from "../../lib/tar-file.ts";
import { fileNotFound, fileTooLarge, pathMustBeAbsolute } from "../file-faults.ts";
import { connectionLost, engineCall, isContainerGone, messageOf, statusOf } from "./call.ts";

type Wait = { signal: AbortSignal };

const defaultMaxBytes = 32 * 1024 * 1024;
/** Large archives over a slow remote engine take their time. */
const transferMs = 600_000;

export async function putArchive(
  container: Dockerode.Container,
  path: string,
  tar: Readable | Uint8Array,
  { signal }: Wait,
): Promise<void> {
  const body = tar instanceof Uint8Array ? Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength) : tar;
  const put = (abortSignal: AbortSignal) => container.putArchive(body, { path, abortSignal });
  const options = { signal, timeoutMs: transferMs, idempotent: Buffer.isBuffer(body) };
  try {
    await engineCall(`put files below ${path}`, put, options);
  } catch (error) {
    throw pathFault(path, error);
  }
}

export async function getArchive(container: Dockerode.Container, path: string, { signal }: Wait): Promise<Readable> {
  const get = (abortSignal: AbortSignal) => container.getArchive({ path, abortSignal });
  let source: Readable;
  try {
    source = (await engineCall(`read ${path}`, get, { signal, idempotent: true })) as Readable;
  } catch (error) {
    throw pathFault(path, error);
  }
  return withSignal(source, signal);
}

/** The engine makes missing parents; those that are there keep their owner and mode. */
export async function writeFile(
  container: Dockerode.Container,
  path: string,
  content: Uint8Array | string,
  { signal, mode }: Wait & { mode?: number },
): Promise<void> {
  if (!path.startsWith("/")) throw pathMustBeAbsolute(path);
  await putArchive(container, "/", await tarOfFile(path.replace(/^\/+/, ""), content, mode), { signal });
}

export async function readFile(
  container: Dockerode.Container,
  path: string,
  { signal, maxBytes = defaultMaxBytes }: Wait & { maxBytes?: number },
): Promise<Uint8Array> {
  const entry = await readFirstEntry(await getArchive(container, path, { signal }), maxBytes);
  signal.throwIfAborted();
  if (entry?.type === "file") return entry.content;
  if (entry?.type === "too-large") throw fileTooLarge(path, entry.bytes, maxBytes);
  throw fileNotFound(path, `it is no regular file but a ${entry?.kind ?? "nothing"}; links are not followed`);
}

function pathFault(path: string, error: unknown): unknown {
  const message = messageOf(error);
  const missing = statusOf(error) === 404 && !isContainerGone(error);
  if (missing || /not a directory|no such file or directory|extraction point is not a directory/i.test(message)) {
    return fileNotFound(path, "the path does not lead to one", error);
  }
  return error;
}

function withSignal(source: Readable, signal: AbortSignal): Readable {
  const out = new PassThrough();
  const onAbort = () => source.destroy(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
  signal.addEventListener("abort", onAbort, { once: true });
  source.on("error", (error) => out.destroy(signal.aborted ? error : connectionLost("sent an archive", error)));
  source.on("aborted", () => out.destroy(connectionLost("sent an archive")));
  out.on("close", () => {
    signal.removeEventListener("abort", onAbort);
    source.destroy();
  });
  if (signal.aborted) onAbort();
  return source.pipe(out);
}
