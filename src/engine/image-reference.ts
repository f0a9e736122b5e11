import { HarnessError } from "../core/fault.ts";

export interface ImageReference {
  /** As it stands in a FROM, the public hub's long spellings made short: debian:bookworm-slim. */
  text: string;
  /** Empty for the public hub. */
  registry: string;
  /** debian, someone/tool … */
  name: string;
  tag: string;
  digest: string | undefined;
}

/** The long spellings of the public hub in the grammar of image names. */
const hubHosts = ["docker.io", "index.docker.io"];

/** Throws task "image-reference-invalid": references come from tasks' Dockerfiles. */
export function parseImageReference(reference: string): ImageReference {
  const [rest = "", digest, ...more] = reference.trim().split("@");
  const slash = rest.indexOf("/");
  const first = slash === -1 ? "" : rest.slice(0, slash);
  const hasHost = first.includes(".") || first.includes(":") || first === "localhost";
  const path = hasHost ? rest.slice(slash + 1) : rest;
  const registry = hasHost && !hubHosts.includes(first) ? first : "";
  const colon = path.lastIndexOf(":");
  let name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? "latest" : path.slice(colon + 1);
  if (registry === "" && /^library\/[^/]+$/.test(name)) name = name.slice("library/".length);
  const valid =
    /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?)?$/.test(registry) &&
    /^[a-z0-9]+(?:(?:[._]|__|-+|\/)[a-z0-9]+)*$/.test(name) &&
    /^\w[\w.-]{0,127}$/.test(tag) &&
    (digest === undefined || /^[a-z0-9]+:[a-f0-9]{32,}$/.test(digest)) &&
    more.length === 0;
  if (!valid) {
    throw new HarnessError({
      fault: "task",
      code: "image-reference-invalid",
      message: `"${reference}" is not the name of an image (expected name[:tag][@digest])`,
      context: { reference },
    });
  }
  const prefix = registry === "" ? "" : `${registry}/`;
  const shownTag = digest !== undefined && colon === -1 ? "" : `:${tag}`;
  const text = `${prefix}${name}${shownTag}${digest === undefined ? "" : `@${digest}`}`;
  return { text, registry, name, tag, digest };
}
