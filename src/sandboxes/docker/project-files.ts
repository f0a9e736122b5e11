// Files of the task's folder that services would mount: copied into the containers before they start, so that the
// engine may be anywhere and nothing that a service writes comes back.

import { lstat, readFile, realpath } from "node:fs/promises";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import { packFolder } from "../../lib/tar-folder.ts";
import type { ComposeModel } from "../../services/compose/compose-model.ts";
import { filesOf, isInside, volumesOf } from "../../services/compose/compose-mounts.ts";
import { isLogMount } from "../../services/compose/judge-compose.ts";
import { putArchive, writeFile } from "./files.ts";
import type { Member } from "./project-ready.ts";

export interface PutProjectFilesContext {
  docker: Dockerode;
  /** Makes the containers, and says which they are; asked only if there is something to copy. */
  created: () => Promise<Member[]>;
  signal: AbortSignal;
}

interface Copy {
  service: string;
  target: string;
  content: { file: string } | { text: string };
  mode?: number;
}

export async function putProjectFiles(
  model: ComposeModel,
  folder: string,
  { docker, created, signal }: PutProjectFilesContext,
): Promise<void> {
  const copies = copiesIn(model, folder);
  if (copies.length === 0) return;
  const members = await created();
  for (const copy of copies) {
    for (const { facts } of members.filter(({ service }) => service === copy.service)) {
      await putCopy(docker.getContainer(facts.Id), copy, folder, { signal });
    }
  }
}

function copiesIn(model: ComposeModel, folder: string): Copy[] {
  return Object.entries(model.services).flatMap(([service, its]) => [
    ...volumesOf(its, folder).flatMap((volume): Copy[] =>
      volume.kind === "bind" && !isLogMount(volume.source)
        ? [{ service, target: volume.target, content: { file: volume.source } }]
        : [],
    ),
    ...filesOf(model, its, folder).flatMap((file): Copy[] => (typeof file === "string" ? [] : [{ service, ...file }])),
  ]);
}

async function putCopy(
  container: Dockerode.Container,
  { service, target, content, mode }: Copy,
  folder: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  if ("text" in content) return await writeFile(container, target, content.text, { signal, mode: mode ?? 0o444 });
  const source = await realpath(content.file).catch(() => undefined);
  if (source === undefined || !isInside(source, folder)) throw missing(service, content.file);
  const facts = await lstat(source);
  if (facts.isDirectory()) {
    return await putArchive(container, "/", packFolder(source, { prefix: target.replace(/^\/+/, "") }), { signal });
  }
  await writeFile(container, target, await readFile(source), { signal, mode: mode ?? facts.mode & 0o777 });
}

function missing(service: string, source: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "compose-refused",
    message: `${service}.volumes: ${source} is not there, or is a link that leads out of the task's folder.`,
  });
}
