import type { z } from "zod";
import type { SandboxProvider } from "../core/sandbox.ts";
import type { DockerProviderOptions } from "./docker.ts";
import type { Owner } from "./owner.ts";

/** What every provider gets from whoever opens it. */
export interface SandboxProviderContext {
  owner: Owner;
  say: (line: string) => void;
  signal: AbortSignal;
  /** A variable of the environment or of `.env`, such as a key; undefined when it is not set. */
  variable?: (name: string) => string | undefined;
  /** The config's key that names it, for messages; default env_provider. */
  configKey?: string;
  /** Connects to the Docker engine; only the provider that stands on one calls it. */
  engine?: (options: { signal: AbortSignal }) => Promise<Omit<DockerProviderOptions, "owner" | "say">>;
}

export interface SandboxProviderDefinition<Options = unknown> {
  readonly name: string;
  readonly options: z.ZodType<Options>;
  /** It stands on a Docker engine, which must be there before it is opened. */
  readonly onEngine?: boolean;
  /** The variable that holds its key; without one it can't be opened. */
  readonly key?: string;
  /** What tasks may not ask for there, in a few words. */
  readonly lacks?: string;
  /** Loads the vendor's SDK. Throws config faults where a key, an SDK or the engine is missing. */
  open(options: Options, context: SandboxProviderContext): Promise<SandboxProvider>;
}

export function defineSandboxProvider<Options>(
  definition: SandboxProviderDefinition<Options>,
): SandboxProviderDefinition<Options> {
  return definition;
}
