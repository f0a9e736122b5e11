// HTTP as upstream's services speak it: JSON in, JSON out, errors as {"detail": …}.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import { jsonOrUndefined } from "../../../lib/json-or-undefined.ts";
import { ServeError } from "./serve-error.ts";

/** c-interact's state has schema and knowledge in it: some hundred KB at most. */
const maxBodyBytes = 8 * 1024 * 1024;

/** A body that does not fit: 422 with a list, as FastAPI has it. */
export class InvalidBody extends Error {
  readonly detail: ReadonlyArray<{ type: string; loc: readonly PropertyKey[]; msg: string }>;

  constructor(detail: InvalidBody["detail"]) {
    super("the body does not fit");
    this.detail = detail;
  }
}

/** Throws ServeError "body-too-large" and "caller-gone", and InvalidBody. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const value = jsonOrUndefined((await readWhole(request)).toString("utf8"));
  if (value === undefined) throw new InvalidBody([{ type: "json_invalid", loc: ["body"], msg: "JSON decode error" }]);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidBody(
    parsed.error.issues.map(({ code, path, message }) => ({ type: code, loc: ["body", ...path], msg: message })),
  );
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}

export function sendError(response: ServerResponse, error: ServeError | InvalidBody): void {
  if (error instanceof InvalidBody) {
    sendJson(response, 422, { detail: error.detail });
    return;
  }
  const { status, code, message } = error;
  sendJson(response, status, { detail: code === "" ? message : `${code}: ${message}` });
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
      // Somewhat more is read and thrown away: who is cut off while sending never reads why.
      if (size > 8 * maxBodyBytes) break;
    }
  } catch (error) {
    throw new ServeError(499, "caller-gone", "the orchestrator hung up", { cause: error });
  }
  if (size > maxBodyBytes) throw new ServeError(413, "body-too-large", `a body may have ${maxBodyBytes} bytes`);
  return Buffer.concat(chunks);
}
