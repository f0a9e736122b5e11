// Calls to one of upstream's services: POST with a JSON body, a JSON object back, nothing else.

import type { z } from "zod";
import { readBody } from "../../../gateway/answers.ts";
import { jsonOrUndefined } from "../../../lib/json-or-undefined.ts";
import { infrastructure } from "./serve-error.ts";

export interface ServiceClient {
  /**
   * What the service answered, or in words for the agent why it gave nothing: an error status or silence may be the
   * agent's own doing. Throws infrastructure "bird-…-unreachable" when there is no connection, "bird-…-unknown-task"
   * when the service was not told of the task, "bird-…-protocol" when the answer is not the contract's.
   */
  post<T>(path: string, body: object, options: PostOptions<T>): Promise<{ value: T } | { problem: string }>;
}

export interface PostOptions<T> {
  answer: z.ZodType<T>;
  timeoutMs: number;
  signal: AbortSignal;
}

const maxAnswerBytes = 8 * 1024 * 1024;

/** `name` stands in codes: db-env or user-sim. */
export function openServiceClient({ name, url }: { name: "db-env" | "user-sim"; url: string }): ServiceClient {
  return {
    async post(path, body, { answer, timeoutMs, signal }) {
      const address = new URL(path, url).href;
      const limit = AbortSignal.timeout(timeoutMs);
      let status: number;
      let text: string;
      try {
        const response = await fetch(address, {
          ...{ method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } },
          ...{ redirect: "manual", signal: AbortSignal.any([signal, limit]) },
        });
        status = response.status;
        text = Buffer.from(await readBody(response.body ?? new ReadableStream(), maxAnswerBytes)).toString("utf8");
      } catch (error) {
        signal.throwIfAborted();
        if (limit.aborted) return { problem: `no answer within ${timeoutMs / 1000} s` };
        if (error instanceof RangeError) return { problem: "the answer is too large" };
        throw infrastructure(
          `bird-${name}-unreachable`,
          `POST ${address} failed (${reasonOf(error)}): is upstream's service up?`,
          error,
        );
      }
      if (status === 404) {
        throw infrastructure(`bird-${name}-unknown-task`, `POST ${address} answered 404: ${text.slice(0, 200)}`);
      }
      if (status !== 200) return { problem: `the service answered ${status}: ${text.slice(0, 200)}` };
      const parsed = answer.safeParse(jsonOrUndefined(text));
      if (parsed.success) return { value: parsed.data };
      const message = `POST ${address} answered with something else than upstream's service does: ${text.slice(0, 200)}`;
      throw infrastructure(`bird-${name}-protocol`, message);
    },
  };
}

/** fetch hides why a connection failed. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
