// Upstream's system agent as an HTTP server: its paths, fields and status codes, in front of agents in boxes. Scores that
// an orchestrator makes with it are upstream's (docs/bird-serve-agent.md).

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HarnessError } from "../../../core/fault.ts";
import type { Mode } from "../environment/accounting.ts";
import { AgentSessions, type AgentSessionsOptions } from "./agent-sessions.ts";
import { InvalidBody, readJson, sendError, sendJson } from "./json-http.ts";
import { initSession, runSession } from "./requests.ts";
import { ServeError, serveErrorOf } from "./serve-error.ts";

export interface ServeAgentOptions extends AgentSessionsOptions {
  host: string;
  /** 0: any that is free. */
  port: number;
  /** Sessions of another mode are refused; null: both modes are served. */
  mode: Mode | null;
}

export interface AgentServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
}

const mostConnections = 256;

/** Throws config "port-in-use" and "host-invalid". Disposing closes every session's box, then the server. */
export async function serveAgent(options: ServeAgentOptions): Promise<AgentServer> {
  const { host, port } = options;
  await using undo = new AsyncDisposableStack();
  const sessions = new AgentSessions(options);
  const server = createServer((request, response) => {
    answer(request, response, sessions, options).catch((error: unknown) => {
      const known = error instanceof InvalidBody ? error : serveErrorOf(error);
      if (known instanceof ServeError && known.code === "internal-error") options.say(bugOf(error));
      sendError(response, known);
    });
  });
  server.maxConnections = mostConnections;
  await listen(server, host, port);
  undo.defer(async () => await close(server));
  // Boxes first: who waits for one is still told.
  undo.use(sessions);
  const { port: bound } = server.address() as AddressInfo;
  const owned = undo.move();
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: AgentSessions,
  { mode: only, context }: ServeAgentOptions,
): Promise<void> {
  // A web page that a browser of this machine shows sends one; no orchestrator does.
  if (request.headers.origin !== undefined) throw new ServeError(403, "origin-refused", "not for web pages");
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const method = methods[path];
  if (method === undefined) throw new ServeError(404, "", "Not Found");
  if (request.method !== method) throw new ServeError(405, "", "Method Not Allowed");
  if (path === "/health") {
    const { unavailable } = sessions;
    const reason = unavailable?.message ?? "";
    const state = { model: context.model.name, adk_available: unavailable === null, adk_error: reason };
    sendJson(response, 200, { status: "healthy", service: "system_agent", ...state });
    return;
  }
  const served = (mode: Mode) => {
    if (only === null || mode === only) return;
    throw new ServeError(409, "mode-not-served", `this server was started with --mode ${only}`);
  };
  if (path === "/init_session") {
    const asked = await readJson(request, initSession);
    served(asked.mode);
    const { task_id, mode } = asked;
    sendJson(response, 200, { task_id, mode, ...sessions.init(asked), adk_available: true });
    return;
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort(new ServeError(499, "caller-gone", "the orchestrator hung up")));
  const asked = await readJson(request, runSession);
  served(asked.mode);
  const { task_id, mode } = asked;
  const { session_id, response: text, state } = await sessions.run(asked, { signal: gone.signal });
  sendJson(response, 200, { task_id, mode, session_id, response: text, state, adk_available: true });
}

const methods: Readonly<Record<string, string>> = {
  "/init_session": "POST",
  "/run_session": "POST",
  "/health": "GET",
};

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const why = code === "EADDRINUSE" ? "somebody listens there already" : code;
    throw new HarnessError({
      ...{ fault: "config", code: code === "EADDRINUSE" ? "port-in-use" : "host-invalid", cause: error },
      message: `can't listen on ${host} port ${port} (${why}): choose another with --port, or --port 0 for any`,
    });
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(timer);
}

function bugOf(error: unknown): string {
  return `this is a bug, please report it:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
