import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** What decides how an engine can be brought up here and what can be made. */
export interface HostFacts {
  platform: NodeJS.Platform;
  /** Node's name of the processor, such as x64 or arm64. */
  processor: string;
  root: boolean;
  /** systemd is PID 1. */
  systemd: boolean;
  distribution: Distribution | undefined;
}

export interface Distribution {
  /** debian, ubuntu, fedora … */
  id: string;
  like: readonly string[];
  /** bookworm, noble …; empty where there is none. */
  codename: string;
  /** As people call it. */
  title: string;
}

export async function readHostFacts(): Promise<HostFacts> {
  const text = process.platform === "linux" ? await readFile("/etc/os-release", "utf8").catch(() => "") : "";
  return {
    platform: process.platform,
    processor: process.arch,
    root: process.getuid?.() === 0,
    systemd: existsSync("/run/systemd/system"),
    distribution: parseOsRelease(text),
  };
}

/** Text of /etc/os-release; undefined where it has no ID. */
export function parseOsRelease(text: string): Distribution | undefined {
  const values = new Map<string, string>();
  for (const line of text.split("\n")) {
    const match = /^([A-Z_0-9]+)=(["']?)(.*)\2\s*$/.exec(line.trim());
    if (match?.[1] !== undefined) values.set(match[1], match[3] ?? "");
  }
  const id = values.get("ID");
  if (id === undefined || id === "") return undefined;
  return {
    id,
    like: (values.get("ID_LIKE") ?? "").split(/\s+/).filter((word) => word !== ""),
    codename: values.get("VERSION_CODENAME") ?? "",
    title: values.get("PRETTY_NAME") ?? id,
  };
}

/** Debian, Ubuntu, and what is made from them: apt and their package names are there. */
export function hasDebianPackages({ platform, distribution }: HostFacts): boolean {
  if (platform !== "linux" || distribution === undefined) return false;
  return [distribution.id, ...distribution.like].some((name) => name === "debian" || name === "ubuntu");
}

/** Whether we may install packages and start an engine here. */
export function canInstall(facts: HostFacts): boolean {
  return facts.root && hasDebianPackages(facts);
}
