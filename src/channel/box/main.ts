// The main process of an agent's box: node main.js <folder of packages>, with the protocol on file descriptors 4 (in)
// and 3 (out). Standard output and standard error are both the log, so nothing that the candidate or its children
// print can be taken for a frame by accident.

import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CallError, isCallError } from "../channel-error.ts";
import { fromBox, toBox } from "../frames.ts";
import { isRecord } from "../messages.ts";
import { openPeer, type Peer } from "../peer.ts";
import { installCandidateHooks } from "./candidate-hooks.ts";
import { preloadInterfaces } from "./load-interface.ts";
import { openLoopback } from "./loopback.ts";

const packagesFolder = process.argv[2] ?? ".";
const output = new Socket({ fd: 3, readable: false, writable: true });
const refusals = ["import-refused", "bad-export", "bad-reply", "unknown-interface"];
const crashed = Promise.withResolvers<never>();
crashed.promise.catch(() => {});

const peer: Peer = openPeer({
  input: new Socket({ fd: 4, readable: true, writable: false }),
  output,
  receive: toBox,
  send: fromBox,
  methods: {
    start: async (params, body) => {
      process.on("uncaughtException", (error) => crashed.reject(error));
      try {
        await Promise.race([runCandidate(params, body), crashed.promise]);
        return { result: null };
      } catch (error) {
        throw failureOf(error);
      } finally {
        setImmediate(leave);
      }
    },
  },
});

const baseUrl = await openLoopback(peer);
const forever = new AbortController().signal;
peer.closed.then(() => process.exit(0)).catch(() => {});
const ready = peer.request("ready", { node: process.version }, { signal: forever });
const loadInterface = preloadInterfaces(packagesFolder);
await ready;

async function runCandidate(params: unknown, code: Uint8Array): Promise<void> {
  const start = isRecord(params) ? params : {};
  const chosen = await loadInterface(String(start["interface"]));
  setEnvironment(start["context"]);
  const url = pathToFileURL(join(process.cwd(), "agent.ts")).href;
  installCandidateHooks(url, Buffer.from(code).toString("utf8"), { packages: readPackages() });
  await chosen.run(await import(url), start, peer);
}

function setEnvironment(context: unknown): void {
  const { model, reasoningEffort } = isRecord(context) ? context : {};
  process.env["OPENAI_BASE_URL"] = baseUrl;
  process.env["OPENAI_API_KEY"] = "in-a-box";
  process.env["ANTHROPIC_BASE_URL"] = baseUrl.replace(/\/v1$/, "");
  process.env["ANTHROPIC_API_KEY"] = "in-a-box";
  if (typeof model === "string") process.env["AGENT_MODEL"] = model;
  if (typeof reasoningEffort === "string") process.env["AGENT_REASONING_EFFORT"] = reasoningEffort;
}

function readPackages(): Record<string, string> {
  const files: Record<string, string> = JSON.parse(readFileSync(join(packagesFolder, "packages.json"), "utf8"));
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, pathToFileURL(join(packagesFolder, file)).href]),
  );
}

/** Refusals of ours keep their code; anything else is what the candidate threw, with its stack. */
function failureOf(error: unknown): CallError {
  if (isCallError(error) && refusals.includes(error.code)) return new CallError(error.code, error.message);
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : `threw ${String(error)}`;
  return new CallError("candidate-threw", text);
}

/** Ends the process once the last answer is out, whatever the candidate still has running. */
function leave(): void {
  peer
    .settled()
    .then(() => output.end(() => process.exit(0)))
    .catch(() => process.exit(1));
}
