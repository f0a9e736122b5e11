// A build as the SDK takes it: the Dockerfile's text, and a folder from which it uploads what is copied.

import { createWriteStream, rmSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Image } from "@daytona/sdk";
import { pack } from "tar-fs";
import type { ImageSource } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { readBuildContext } from "../build-context.ts";
import { type PlannedCopies, planCopies } from "./copies.ts";
import { daytonaDockerfile, daytonaDockerfileOf, unsupported } from "./dockerfile.ts";

interface PlannedBuild extends PlannedCopies {
  /** The build context, and its Dockerfile's path in it. */
  context: string;
  name: string;
}

interface Staged {
  dockerfile: string;
  folder: string | undefined;
}

/** Reads, and makes nothing. Throws task "dockerfile-missing" and config "image-unsupported". */
export async function planDaytonaBuild(source: ImageSource): Promise<PlannedBuild> {
  if (source.kind === "image") {
    const dockerfile = daytonaDockerfileOf(source.reference);
    return { dockerfile, files: [], archives: [], context: "", name: "Dockerfile" };
  }
  const context = await readBuildContext(source.context, source.dockerfile);
  const { name } = context;
  const refuse = (what: string) => unsupported(source.name, what);
  const text = daytonaDockerfile(context.dockerfile, source);
  const copies = await planCopies(text, { ...context, folder: source.context }, refuse);
  if (name !== "Dockerfile" && copies.files.includes("Dockerfile")) {
    throw refuse(`its builder would take the file Dockerfile, which is copied, for ${name}`);
  }
  return { ...copies, context: source.context, name };
}

/** Its folder is there until it is disposed and all that reads it has come to an end. */
export class StagedBuild implements AsyncDisposable {
  readonly #Image: typeof Image;
  readonly #source: ImageSource;
  readonly #readers = new Set<Promise<unknown>>();
  /** Made once: what the SDK may be reading still must not be written again. */
  #staged: Promise<Staged> | undefined;

  constructor(image: typeof Image, source: ImageSource) {
    this.#Image = image;
    this.#source = source;
  }

  /**
   * Rejects with the signal's reason when that is aborted, whatever `create` does. Throws what `create` and
   * planDaytonaBuild throw.
   */
  async use<T>(create: (image: Image) => Promise<T>, signal: AbortSignal): Promise<T> {
    this.#staged ??= stage(this.#source);
    const staged = await this.#staged;
    signal.throwIfAborted();
    const reader = create(imageOf(this.#Image, staged, signal));
    this.#readers.add(reader);
    const done = () => void this.#readers.delete(reader);
    reader.then(done, done);
    return await abortable(reader, signal);
  }

  /** Waits for no reader: what is left behind goes after them. */
  async [Symbol.asyncDispose](): Promise<void> {
    const folder = (await this.#staged?.catch(() => undefined))?.folder;
    if (folder === undefined) return;
    // The SDK's archiver ends the process where what it reads is gone.
    const readers = Promise.allSettled(this.#readers);
    const removed = readers.then(async () => await removeFolder(folder)).catch(() => undefined);
    if (this.#readers.size === 0) await removed;
  }
}

async function stage(source: ImageSource): Promise<Staged> {
  const { dockerfile, files, archives, context, name } = await planDaytonaBuild(source);
  if (files.length === 0 && archives.length === 0) return { dockerfile, folder: undefined };
  const folder = await makeFolder();
  try {
    for (const file of files) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      // Where it is copied it is sent too, and taken for the one that is built.
      if (file === name) await writeFile(path, dockerfile);
      else await copyFile(join(context, file), path);
    }
    for (const archive of archives) await packArchive(archive.paths, context, join(folder, archive.name));
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
  return { dockerfile, folder };
}

async function packArchive(paths: ReadonlyMap<string, string>, context: string, file: string): Promise<void> {
  const archive = pack(context, {
    entries: [...paths.keys()],
    // Folders are in the list only for their modes: what is in them is listed too.
    ignore: () => true,
    ...{ strict: false, umask: 0 },
    map: (header) => ({ ...header, uid: 0, gid: 0, name: paths.get(header.name) ?? header.name }),
  });
  await pipeline(Readable.from(archive, { objectMode: false }), createWriteStream(file));
}

function imageOf(image: typeof Image, { dockerfile, folder }: Staged, signal: AbortSignal): Image {
  // Not of the Dockerfile: it would take lines of here-documents for COPY, and send what they name.
  const commands = ["COPY . /"];
  const definition = image.base("scratch");
  if (folder !== undefined) definition.dockerfileCommands(commands, folder, { strictContext: true });
  return Object.defineProperty(definition, "dockerfile", {
    // Read between the upload and the request to build: nobody wants that any more.
    get() {
      signal.throwIfAborted();
      return dockerfile;
    },
  });
}

const folders = new Set<string>();

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-daytona-"));
  if (folders.size === 0) process.on("exit", removeFolders);
  folders.add(folder);
  return folder;
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeFolders);
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
