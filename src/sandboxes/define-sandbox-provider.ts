import type { z } from "zod";
import type { SandboxProvider } from "../core/sandbox.ts";
import type { DockerProviderOptions } from "./docker.ts";
import type { Owner } from "./owner.ts";

/** What every provider gets from whoever opens it. */
export interface SandboxProviderContext {
  owner: Owner;
  say: (line: string) => void;
  signal: AbortSignal;
  /** Connects to the Docker engine; only the provider that stands on one calls it. */
  engine?: (options: { signal: AbortSignal }) => Promise<Omit<DockerProviderOptions, "owner" | "say">>;
}

export interface SandboxProviderDefinition<Options = unknown> {
  readonly name: string;
  readonly options: z.ZodType<Options>;
  /** Loads the vendor's SDK. Throws config faults where a key, an SDK or the engine is missing. */
  open(options: Options, context: SandboxProviderContext): Promise<SandboxProvider>;
}

export function defineSandboxProvider<Options>(
  definition: SandboxProviderDefinition<Options>,
): SandboxProviderDefinition<Options> {
  return definition;
}
