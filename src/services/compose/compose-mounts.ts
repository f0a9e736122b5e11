// What a service brings of its own folder's files: binds, configs and secrets, which we copy in rather than mount.

import { isAbsolute, relative, resolve } from "node:path";
import { type ComposeModel, type ComposeService, listOf, tableOf } from "./compose-model.ts";

export interface ComposeMount {
  /** Absolute, on the host. */
  source: string;
  target: string;
  readOnly: boolean;
}

export type ComposeVolume =
  | ({ kind: "bind" } & ComposeMount)
  /** A named or unnamed volume, or memory: the engine's own. */
  | { kind: "own"; source: string }
  | { kind: "unknown"; what: string };

/** `folder`: where relative paths begin. */
export function volumesOf(service: ComposeService, folder: string): ComposeVolume[] {
  return listOf(service["volumes"]).map((volume) =>
    typeof volume === "string" ? shortVolume(volume, folder) : longVolume(tableOf(volume), folder),
  );
}

function shortVolume(text: string, folder: string): ComposeVolume {
  const [source = "", target, mode = ""] = text.split(":");
  if (target === undefined) return { kind: "own", source: "" };
  if (!/^[./~]/.test(source)) return { kind: "own", source };
  return { kind: "bind", source: pathOf(source, folder), target, readOnly: mode.split(",").includes("ro") };
}

function longVolume(volume: Record<string, unknown>, folder: string): ComposeVolume {
  const { type, source = "", target = "", read_only: readOnly } = volume;
  if (type === "bind") {
    const path = pathOf(unescaped(String(source)), folder);
    return { kind: "bind", source: path, target: unescaped(String(target)), readOnly: readOnly === true };
  }
  if (type === "volume" || type === "tmpfs" || type === undefined) return { kind: "own", source: String(source) };
  return { kind: "unknown", what: `a mount of type ${type}` };
}

export interface ComposeFile {
  target: string;
  content: { file: string } | { text: string };
  mode: number;
}

/** Configs and secrets of a service; a string is why one can't be had. */
export function filesOf(model: ComposeModel, service: ComposeService, folder: string): Array<ComposeFile | string> {
  return (["configs", "secrets"] as const).flatMap((kind) =>
    listOf(service[kind]).map((entry) => {
      const { source, target, mode } = typeof entry === "string" ? { source: entry } : tableOf(entry);
      const name = String(source);
      const given = tableOf(model[kind]?.[name]);
      const base = kind === "configs" ? "/" : "/run/secrets/";
      const place = unescaped(String(target ?? name));
      const where = {
        target: place.startsWith("/") ? place : `${base}${place}`,
        mode: typeof mode === "number" ? mode : Number.parseInt(String(mode ?? "0444"), 8),
      };
      if (typeof given["file"] === "string") {
        return { ...where, content: { file: pathOf(unescaped(given["file"]), folder) } };
      }
      if (typeof given["content"] === "string") return { ...where, content: { text: unescaped(given["content"]) } };
      return `${kind} ${name} has neither file nor content`;
    }),
  );
}

export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}

/** Compose writes $$ for a plain $. */
export function unescaped(text: string): string {
  return text.replaceAll("$$", "$");
}

/** Nobody's home is the task's. */
function pathOf(path: string, folder: string): string {
  return path.startsWith("~") ? `/${path}` : resolve(folder, path);
}
