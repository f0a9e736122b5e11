// The judge as the environment asks it, through the host. It is the only one that says whether SQL is right.

import { z } from "zod";
import { CallError } from "../../../../channel/channel-error.ts";
import { HarnessError } from "../../../../core/fault.ts";
import type { ConnectionTo } from "../postgres/server.ts";

const gold = z.object({ ok: z.boolean(), error: z.string().nullable() });
const compared = z.object({ passed: z.boolean(), why: z.string(), error: z.string().nullable() });
const tested = compared.extend({ failedCase: z.number().nullable() });

export interface GoldAsked {
  key: string;
  connection: ConnectionTo;
  sqls: readonly string[];
  order: boolean;
  timeoutMs: number;
}

export interface CompareAsked extends GoldAsked {
  /** Of `connection`: the owner of a clone that nobody else uses, where the statements may change what they like. */
  writes: boolean;
}

export interface TestAsked {
  /** Of the role that test cases run as. */
  connection: ConnectionTo;
  /** Of the role that the prediction runs as. */
  owner: ConnectionTo;
  predictionSqls: readonly string[];
  goldSqls: readonly string[];
  testCases: readonly string[];
  timeoutMs: number;
}

export type Compared = z.output<typeof compared>;

type AskHost = (
  params: { method: "gold" | "compare" | "test"; params: object },
  options: { signal: AbortSignal },
) => Promise<unknown>;

/** Every method throws DatabaseUnreached, infrastructure "judge-failed", and the signal's reason. */
export class Judge {
  readonly #ask: AskHost;

  constructor(ask: AskHost) {
    this.#ask = ask;
  }

  async gold(params: GoldAsked, options: { signal: AbortSignal }): Promise<z.output<typeof gold>> {
    return await this.#answer("gold", params, gold, options);
  }

  async compare(params: CompareAsked, options: { signal: AbortSignal }): Promise<Compared> {
    return await this.#answer("compare", params, compared, options);
  }

  async test(params: TestAsked, options: { signal: AbortSignal }): Promise<z.output<typeof tested>> {
    return await this.#answer("test", params, tested, options);
  }

  async #answer<T>(
    method: "gold" | "compare" | "test",
    params: object,
    schema: z.ZodType<T>,
    options: { signal: AbortSignal },
  ): Promise<T> {
    try {
      return schema.parse(await this.#ask({ method, params }, options));
    } catch (error) {
      options.signal.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof CallError && error.code === "database") throw new DatabaseUnreached(message);
      throw new HarnessError({
        ...{ fault: "infrastructure", code: "judge-failed", cause: error },
        message: `the judge can't ${method}: ${message}`,
      });
    }
  }
}

/** The judge was not let in, or was thrown out; a role can do that to itself. */
export class DatabaseUnreached extends Error {
  override readonly name = "DatabaseUnreached";
}
