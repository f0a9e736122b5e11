// The tree of one iteration between the host and a coding agent's box. The host's copy is what the gate looks at; it is
// replaced as a whole by what comes back, links and modes included.

import { randomBytes } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import type { CodingBox } from "../../channel/coding-box.ts";
import { packTree } from "../../lib/pack-tree.ts";
import { unpackTree } from "../../lib/unpack-tree.ts";

export interface TreeExchangeOptions {
  box: CodingBox;
  /** The host's copy. */
  tree: string;
  /** What the coding agent's program leaves of its own in its folder, and nobody looks at. */
  ignore: readonly string[];
}

/** What the host writes during a session is below this, and never the coding agent's own log. */
const hostFolder = "workspace";
const ownFiles = ["learnings.md"];

export class TreeExchange {
  readonly #options: TreeExchangeOptions;

  constructor(options: TreeExchangeOptions) {
    this.#options = options;
  }

  /** The whole tree, into a box that is new. */
  async bring({ signal }: { signal: AbortSignal }): Promise<void> {
    const { box, tree } = this.#options;
    await box.put(await packTree(tree), { signal });
  }

  /** The whole tree, into a box that has one already. */
  async replace({ signal }: { signal: AbortSignal }): Promise<void> {
    const { box, tree } = this.#options;
    await box.put(await packTree(tree), { replace: { below: ".", keep: [] }, signal });
  }

  /** What the host has written since. */
  async renew({ signal }: { signal: AbortSignal }): Promise<void> {
    const { box, tree } = this.#options;
    const ignore = ownFiles.map((name) => `${hostFolder}/${name}`);
    const archive = await packTree(tree, { only: hostFolder, ignore });
    await box.put(archive, { replace: { below: hostFolder, keep: ownFiles }, signal });
  }

  /** Throws agent "tree-too-large" and "tree-malformed"; the host's copy is then as it was. */
  async take({ signal }: { signal: AbortSignal }): Promise<void> {
    const { box, tree, ignore } = this.#options;
    const archive = await box.take({ ignore, signal });
    const incoming = `${tree}.${randomBytes(6).toString("hex")}.tmp`;
    await mkdir(incoming, { mode: 0o700 });
    try {
      await unpackTree(archive, incoming);
      await rm(tree, { recursive: true, force: true });
      await rename(incoming, tree);
    } finally {
      await rm(incoming, { recursive: true, force: true });
    }
  }
}
