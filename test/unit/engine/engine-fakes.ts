import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostFacts } from "../../../src/engine/host-facts.ts";

export const signal = new AbortController().signal;

export const debianRoot: HostFacts = {
  platform: "linux",
  processor: "x64",
  root: true,
  systemd: false,
  distribution: { id: "debian", like: [], codename: "bookworm", title: "Debian GNU/Linux 12 (bookworm)" },
};

/** A folder of its own, removed on dispose. */
export async function openFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "auto-harness-engine-test-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
