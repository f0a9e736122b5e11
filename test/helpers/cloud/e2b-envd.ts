// What E2B runs in a sandbox: files, and processes over Connect's streams of enveloped JSON. A process goes on when its
// stream breaks; what it prints while nobody listens is lost, as there.

import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { CloudContainer, CloudProcess } from "./cloud-containers.ts";
import type { CloudFaults } from "./cloud-faults.ts";
import type { CloudAnswer, CloudRequest } from "./cloud-server.ts";
import { envelope, isProcedure, notFound, refusalOf, streamRefusalOf } from "./e2b-answers.ts";

type ProcessEvent = Record<string, unknown>;
type Listener = (event: ProcessEvent) => Promise<void>;

interface Running {
  process: CloudProcess;
  config: Record<string, unknown>;
  listeners: Set<Listener>;
  ended: Promise<void>;
}

export class E2bEnvd {
  readonly #container: CloudContainer;
  readonly #faults: CloudFaults;
  readonly #running = new Map<number, Running>();
  readonly #streams = new Set<ServerResponse>();

  constructor(container: CloudContainer, faults: CloudFaults) {
    this.#container = container;
    this.#faults = faults;
  }

  /** Its machine is gone. */
  cut(): void {
    for (const response of this.#streams) response.destroy();
  }

  async handle(request: CloudRequest, response: ServerResponse): Promise<CloudAnswer | undefined> {
    const { method, path } = request;
    if (path === "/health") return { status: 204 };
    if (path === "/files") return method === "POST" ? await this.#write(request) : await this.#read(request);
    const procedure = isProcedure(path) ? path.slice(path.lastIndexOf("/") + 1) : "";
    if (procedure === "Start") return await this.#start(request, response);
    const message = procedure === "Connect" ? envelopeOf(await request.body()) : await request.json();
    if (procedure === "List") {
      return { status: 200, json: { processes: [...this.#running].map(([pid, { config }]) => ({ pid, config })) } };
    }
    const pid = Number((message["process"] as { pid?: number } | undefined)?.pid);
    const running = this.#running.get(pid);
    if (running === undefined) {
      const why = `process with pid ${pid} not found`;
      return procedure === "Connect" ? streamRefusalOf(404, why) : refusalOf(404, path, why);
    }
    if (procedure === "Connect") {
      await this.#stream(running, pid, response);
      return undefined;
    }
    if (procedure === "SendInput") {
      const bytes = Buffer.from(String((message["input"] as { stdin?: string }).stdin ?? ""), "base64");
      const written = new Promise<void>((resolve, reject) =>
        running.process.stdin.write(bytes, (error) => (error ? reject(error) : resolve())),
      );
      await Promise.race([written, running.ended]);
    } else if (procedure === "CloseStdin") running.process.stdin.end();
    else if (procedure === "SendSignal") {
      await running.process.kill(message["signal"] === "SIGNAL_SIGTERM" ? "TERM" : "KILL");
    } else return undefined;
    return { status: 200, json: {} };
  }

  async #start(request: CloudRequest, response: ServerResponse): Promise<CloudAnswer | undefined> {
    const message = envelopeOf(await request.body());
    const config = message["process"] as { cmd: string; args?: string[]; cwd?: string; envs?: Record<string, string> };
    let process: CloudProcess;
    try {
      process = await this.#container.exec([config.cmd, ...(config.args ?? [])], {
        user: userOf(request.headers.authorization),
        cwd: config.cwd,
        env: config.envs,
        stdin: message["stdin"] === true,
      });
    } catch (error) {
      return streamRefusalOf(400, String(error));
    }
    const listeners = new Set<Listener>();
    const tell = async (event: ProcessEvent) => void (await Promise.all([...listeners].map((listen) => listen(event))));
    const limitMs = Number(request.headers["connect-timeout-ms"] ?? 0);
    const timer = limitMs > 0 ? setTimeout(() => void process.kill("KILL").catch(() => undefined), limitMs) : undefined;
    const running: Running = { process, config, listeners, ended: Promise.resolve() };
    const started = Promise.withResolvers<void>();
    running.ended = started.promise.then(async () => {
      const pump = async (name: "stdout" | "stderr", source: Readable) => {
        for await (const chunk of source) await tell({ data: { [name]: (chunk as Buffer).toString("base64") } });
      };
      await Promise.all([pump("stdout", process.stdout), pump("stderr", process.stderr)]).catch(() => undefined);
      const exitCode = await process.exited;
      clearTimeout(timer);
      this.#running.delete(process.pid);
      await tell({ end: { exitCode, exited: true, status: `exit status ${exitCode}` } });
    });
    this.#running.set(process.pid, running);
    const streaming = this.#stream(running, process.pid, response);
    started.resolve();
    await streaming;
    return undefined;
  }

  async #stream(running: Running, pid: number, response: ServerResponse): Promise<void> {
    response.writeHead(200, { "Content-Type": "application/connect+json" });
    this.#streams.add(response);
    // Somewhere in its first events.
    const broken = finished(response).catch(() => undefined);
    let left = this.#faults.hits("dropped") ? 1 + Math.floor(this.#faults.random() * 4) : Number.POSITIVE_INFINITY;
    const write = async (event: ProcessEvent) => {
      left -= 1;
      if (left === 0) response.destroy();
      if (response.destroyed) return;
      if (!response.write(envelope(0, { event }))) {
        await Promise.race([once(response, "drain"), broken]);
      }
    };
    await write({ start: { pid } });
    running.listeners.add(write);
    const alive = setInterval(() => void response.write(envelope(0, { event: { keepalive: {} } })), 20_000);
    try {
      await Promise.race([running.ended, broken]);
    } finally {
      clearInterval(alive);
      running.listeners.delete(write);
      this.#streams.delete(response);
    }
    if (!response.destroyed) response.end(envelope(2, {}));
  }

  async #write(request: CloudRequest): Promise<CloudAnswer> {
    const user = request.query.get("username") ?? undefined;
    const type = String(request.headers["content-type"] ?? "");
    const files: Array<[path: string, bytes: Buffer]> = [];
    if (type.startsWith("multipart/")) {
      const form = await new Response(new Uint8Array(await request.body()), {
        headers: { "Content-Type": type },
      }).formData();
      for (const file of form.getAll("file")) {
        if (typeof file === "string") continue;
        files.push([request.query.get("path") ?? file.name, Buffer.from(await file.arrayBuffer())]);
      }
    } else files.push([request.query.get("path") ?? "", await request.body()]);
    for (const [path, input] of files) {
      const script = 'mkdir -p "$(dirname "$1")" && cat >"$1"';
      const { exitCode, stderr } = await this.#container.run(["sh", "-c", script, "sh", path], { user, input });
      if (exitCode !== 0) return { status: 400, json: { code: 400, message: stderr } };
    }
    const json = files.map(([path]) => ({ name: path.slice(path.lastIndexOf("/") + 1), type: "file", path }));
    return { status: 200, json };
  }

  async #read(request: CloudRequest): Promise<CloudAnswer> {
    const path = request.query.get("path") ?? "";
    const { exitCode, stdout } = await this.#container.run(["sh", "-c", 'test -f "$1" && cat "$1"', "sh", path], {
      user: request.query.get("username") ?? undefined,
    });
    return exitCode === 0 ? { status: 200, body: stdout } : notFound(`path ${path}`);
  }
}

function userOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic (.+)$/.exec(authorization ?? "")?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8").split(":")[0];
}

function envelopeOf(bytes: Buffer): Record<string, unknown> {
  return JSON.parse(bytes.subarray(5, 5 + bytes.readUInt32BE(1)).toString("utf8"));
}
