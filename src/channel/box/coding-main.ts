// The main process of a coding agent's box: node coding-main.js <tree>, with the protocol on descriptors 4 (in) and 3
// (out). It serves the model's endpoint and the harness's commands on the box's own loopback, starts programs, and
// gives the tree back as an archive.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { dirname, join } from "node:path";
import { packTree } from "../../lib/pack-tree.ts";
import { unpackTree } from "../../lib/unpack-tree.ts";
import { CallError } from "../channel-error.ts";
import { fromBox, toBox } from "../frames.ts";
import { isRecord } from "../messages.ts";
import { maxBodyBytes } from "../method.ts";
import { openPeer, type Peer } from "../peer.ts";
import { serveCommands } from "./coding-commands.ts";
import { runProgram, stopProgram } from "./coding-run.ts";
import { openLoopback } from "./loopback.ts";

const tree = process.argv[2] ?? ".";
const forever = new AbortController().signal;

const peer: Peer = openPeer({
  input: new Socket({ fd: 4, readable: true, writable: false }),
  output: new Socket({ fd: 3, readable: false, writable: true }),
  receive: toBox,
  send: fromBox,
  methods: {
    /** `below`: the one folder that is replaced, but for the names in `keep`; left out, the tree is empty yet. */
    put: async (params, body) => {
      const { below, keep } = isRecord(params) ? params : {};
      if (typeof below === "string") await empty(join(tree, below), strings(keep));
      await unpackTree(body, tree);
      return { result: null };
    },
    take: async (params) => {
      const { ignore } = isRecord(params) ? params : {};
      const body = await packTree(tree, { ignore: strings(ignore) });
      if (body.byteLength <= maxBodyBytes) return { result: null, body };
      throw new CallError("tree-too-large", `the tree is ${body.byteLength} bytes as an archive`);
    },
    files: async (params) => {
      for (const [path, content] of Object.entries(isRecord(params) ? params : {})) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, String(content));
      }
      return { result: null };
    },
    run: async (params, body) => ({ result: await runProgram(peer, params, body, { cwd: tree }) }),
    stop: async (params) => {
      stopProgram(params);
      return { result: null };
    },
  },
});

const baseUrl = await openLoopback(peer);
await serveCommands(peer);
peer.closed.then(() => process.exit(0)).catch(() => {});
await peer.request("ready", { baseUrl }, { signal: forever });

async function empty(folder: string, keep: readonly string[]): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!keep.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
