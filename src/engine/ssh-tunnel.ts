// An engine at the far end of ssh: one connection, over which the engine's socket appears as a socket of this machine.
//
// It is the ssh program that connects, so hosts, keys, agents, jumps and known hosts are what the person has set up; a
// machine whose key is not known is refused. One forwarded socket rather than a session per request: an sshd allows ten
// sessions on a connection, and a session costs a process here and there.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, type ClientRequestArgs } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "./state-folder.ts";

export interface SshTarget {
  /** A name of ~/.ssh/config, a host or an address. */
  host: string;
  user?: string;
  port?: number;
  /** The engine's socket over there. */
  socket: string;
}

const openWithinMs = 45_000;
const keptWords = 2_000;

/** Connections that are not asked for anything for so long are closed; as of Node's own agent. */
const idleMs = 5_000;

/** ssh could not connect, or has ended. `code` is that of a passing failure only where trying again may help. */
export class SshTunnelError extends Error {
  override readonly name = "SshTunnelError";
  readonly code: "ECONNRESET" | "ERR_SSH";

  constructor(message: string, passing: boolean) {
    super(message);
    this.code = passing ? "ECONNRESET" : "ERR_SSH";
  }
}

export class SshTunnel {
  readonly #target: SshTarget;
  readonly #env: Environment;
  #folder: string | undefined;
  #opened: Promise<string> | undefined;
  #words = "";

  constructor(target: SshTarget, env: Environment) {
    this.#target = target;
    this.#env = env;
  }

  /** What ssh has printed last, for messages. */
  get words(): string {
    return this.#words.trim();
  }

  /** Where the local socket is or will be; the same for the life of this process. */
  get path(): string {
    this.#folder ??= ownFolder();
    return join(this.#folder, "engine.sock");
  }

  /** The local socket, once it leads to the far end; a connection that has ended is made anew. Throws SshTunnelError. */
  async open(): Promise<string> {
    this.#opened ??= this.#open();
    return await this.#opened;
  }

  async #open(): Promise<string> {
    const { path } = this;
    rmSync(path, { force: true });
    this.#words = "";
    const child = spawn("ssh", sshArguments(this.#target, path), {
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...this.#env },
      // In a session of its own: Ctrl-C is for us, who still have to clean up over there.
      detached: true,
    });
    const end = this.#follow(child);
    const deadline = performance.now() + openWithinMs;
    while (!existsSync(path)) {
      const ended = await Promise.race([end, sleep(20, undefined)]);
      if (ended !== undefined) throw this.#failure(ended);
      if (performance.now() > deadline) {
        child.kill("SIGKILL");
        throw this.#failure(`did not connect within ${openWithinMs / 1000} s`);
      }
    }
    return path;
  }

  /** Resolves with how it ended. It must not keep this process alive, nor outlive it: its input ends with us. */
  async #follow(child: ChildProcess): Promise<string> {
    const stop = () => void child.kill();
    atExit(stop);
    child.unref();
    for (const stream of [child.stdin, child.stderr]) (stream as Socket | null)?.unref();
    child.stdin?.on("error", () => undefined);
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#words = `${this.#words}${chunk.toString("utf8")}`.slice(-keptWords);
    });
    const ended = Promise.withResolvers<string>();
    child.once("error", (error) => ended.resolve("code" in error && error.code === "ENOENT" ? missing : error.message));
    child.once("close", (code, signal) => ended.resolve(`ended with ${signal ?? `code ${code}`}`));
    const how = await ended.promise;
    leftovers.delete(stop);
    this.#opened = undefined;
    return how;
  }

  #failure(how: string): SshTunnelError {
    const destination = destinationOf(this.#target);
    const known = hints.find(([pattern]) => pattern.test(this.#words));
    const hint = known === undefined ? "" : `; ${known[1].replaceAll("DESTINATION", destination)}`;
    const said = this.words === "" ? "" : `: ${this.words.split(/\r?\n/).join(" | ")}`;
    return new SshTunnelError(`ssh to ${destination} ${how}${said}${hint}`, known === undefined && how !== missing);
  }
}

const missing = "is not possible: there is no ssh program here (Debian: apt install openssh-client)";

/** What trying again does not help against, and what to do. */
const hints: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /host key verification failed|host identification has changed/i,
    'its key is not the one that ssh knows: type "ssh DESTINATION" by hand and look at what it says',
  ],
  [
    /permission denied|too many authentication failures/i,
    'nobody is asked for a password: "ssh DESTINATION true" must work without one (ssh-copy-id, ssh-add)',
  ],
  [/could not resolve hostname/i, "is the name right, or a Host in ~/.ssh/config?"],
];

/** http connections of dockerode over a tunnel. */
export class TunnelAgent extends Agent {
  readonly tunnel: SshTunnel;

  constructor(tunnel: SshTunnel) {
    super({ keepAlive: true, timeout: idleMs, scheduling: "lifo" });
    this.tunnel = tunnel;
  }

  override createConnection(
    _options: ClientRequestArgs,
    done?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    this.tunnel.open().then(
      (path) => done?.(null, connect(path)),
      (error: Error) => (done as ((error: Error) => void) | undefined)?.(error),
    );
  }
}

const agents = new Map<string, TunnelAgent>();

/** One connection per target, whoever asks. */
export function tunnelAgent(target: SshTarget, env: Environment): TunnelAgent {
  const key = JSON.stringify([target, env["PATH"]]);
  const agent = agents.get(key) ?? new TunnelAgent(new SshTunnel(target, env));
  agents.set(key, agent);
  return agent;
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "auto-harness-ssh-"));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const leftovers = new Set<() => void>();

function atExit(remove: () => void): void {
  if (leftovers.size === 0) {
    process.once("exit", () => {
      for (const each of leftovers) each();
    });
  }
  leftovers.add(remove);
}

/** What a person's configuration may say otherwise is said here where the tunnel depends on it. */
function sshArguments(target: SshTarget, path: string): string[] {
  const { host, user, port, socket } = target;
  const options = [
    ...["BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=3"],
    // Not through somebody's shared connection, which would keep the socket after us.
    ...["ControlMaster=no", "ControlPath=none"],
    // Their own forwardings may be taken already; ours is seen by its socket.
    ...["ExitOnForwardFailure=no", "StreamLocalBindMask=0177"],
    ...["RemoteCommand=none", "PermitLocalCommand=no", "ForwardAgent=no", "ForwardX11=no"],
  ];
  return [
    ...options.flatMap((option) => ["-o", option]),
    ...["-T", "-L", `${path}:${socket}`],
    ...(user === undefined ? [] : ["-l", user]),
    ...(port === undefined ? [] : ["-p", String(port)]),
    // Ends when our end of its input does, however we end.
    ...["--", host, "cat >/dev/null"],
  ];
}

function destinationOf({ host, user, port }: SshTarget): string {
  return `${port === undefined ? "" : `-p ${port} `}${user === undefined ? "" : `${user}@`}${host}`;
}
