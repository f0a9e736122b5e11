import { sha256 } from "../lib/digest.ts";

/**
 * A file name for any task id. Plain ids stay as they are; the others (long, odd, upper case on a file system that
 * ignores case, reserved names) become `<what is readable>~<16 hex digits of the id's SHA-256>`. Plain names hold no
 * `~`, so two ids never share a name.
 */
export function safeName(id: string): string {
  if (plain.test(id) && id.length <= 80 && !id.endsWith(".") && !reserved.test(id)) return id;
  const readable = id
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[.-]+/, "")
    .slice(0, 60);
  return `${reserved.test(readable) ? "_" : ""}${readable}~${sha256(JSON.stringify(id)).slice(0, 16)}`;
}

const plain = /^[a-z0-9][a-z0-9._-]*$/;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
