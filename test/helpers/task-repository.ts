// Repositories of tasks on this machine, and a server of git's own protocol that can be difficult.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { gitEnvironment } from "../../src/lib/git-environment.ts";
import { runCommand } from "../../src/lib/run-command.ts";

const signal = new AbortController().signal;

/** null removes; `link:` makes a symbolic link. */
export type RepositoryFiles = Readonly<Record<string, string | null>>;

export interface TaskRepository {
  folder: string;
  /** file://, so that it is spoken to as to a server. */
  url: string;
  /** Returns the new commit's hash. */
  commit(files: RepositoryFiles): Promise<string>;
  git(...args: string[]): Promise<string>;
}

/** The smallest task there is. */
export function taskFiles(place: string, changes: RepositoryFiles = {}): RepositoryFiles {
  const files = {
    "task.toml": "[agent]\ntimeout_sec = 60\n",
    "instruction.md": "Do it.\n",
    "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\n",
    "tests/test.sh":
      "#!/bin/sh\ntest -f /app/done && echo 1 >/logs/verifier/reward.txt || echo 0 >/logs/verifier/reward.txt\n",
    "solution/solve.sh": "#!/bin/sh\ntouch /app/done\n",
    ...changes,
  };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [join(place, path), content]));
}

export async function makeTaskRepository(folder: string): Promise<TaskRepository> {
  await mkdir(folder, { recursive: true });
  const git = async (...args: string[]) => {
    const settings = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgSign=false"];
    const result = await runCommand(["git", "-C", folder, ...settings, ...args], { signal, env: gitEnvironment });
    if (result.exitCode !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
    return result.stdout.trim();
  };
  await git("init", "--quiet", "--initial-branch=main");
  // As published ones are served: parts may be asked for.
  await git("config", "uploadpack.allowFilter", "true");
  await git("config", "uploadpack.allowAnySHA1InWant", "true");
  return {
    ...{ folder, git, url: `file://${folder}` },
    async commit(files) {
      for (const [path, content] of Object.entries(files)) await put(join(folder, path), content);
      await git("add", "--all", "--force");
      await git("commit", "--quiet", "--allow-empty", "--message=fixture");
      return await git("rev-parse", "HEAD");
    },
  };
}

async function put(full: string, content: string | null): Promise<void> {
  await rm(full, { recursive: true, force: true });
  if (content === null) return;
  await mkdir(dirname(full), { recursive: true });
  if (content.startsWith("link:")) return await symlink(content.slice("link:".length), full);
  await writeFile(full, content);
  if (full.endsWith(".sh")) await chmod(full, 0o755);
}

export interface GitServer extends AsyncDisposable {
  url: string;
  /** Requests so far, by path without the query. */
  requests: string[];
  /** Resolves when somebody waits for an answer that does not come. */
  stalled: Promise<void>;
}

/**
 * Serves a repository over HTTP as the oldest servers do: only what its branches and tags name can be had, and no part
 * of it unless the repository's own settings say so. `stall`: fetches get no answer.
 */
export async function openGitServer(folder: string, { stall = false } = {}): Promise<GitServer> {
  const requests: string[] = [];
  const stalled = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(pathname);
    const asksRefs = pathname.endsWith("/info/refs");
    if (!asksRefs && stall) {
      stalled.resolve();
      return;
    }
    const body = asksRefs ? "" : await readBody(request);
    const kind = asksRefs ? "advertisement" : "result";
    response.writeHead(200, { "content-type": `application/x-git-upload-pack-${kind}`, "cache-control": "no-cache" });
    if (asksRefs) response.write("001e# service=git-upload-pack\n0000");
    await uploadPack(folder, asksRefs ? ["--advertise-refs"] : [], body, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}/repository.git`, requests, stalled: stalled.promise },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const body = await buffer(request);
  return request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}

async function uploadPack(folder: string, args: string[], body: Buffer | "", response: ServerResponse): Promise<void> {
  const child = spawn("git", ["upload-pack", "--stateless-rpc", ...args, folder], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(body);
  void text(child.stderr);
  child.stdout.pipe(response);
  await once(child, "close");
}
