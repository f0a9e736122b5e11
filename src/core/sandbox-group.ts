// Several containers that belong together: a project that a provider starts, a stack that somebody else has started.

import type { ImageSource, MainProcess, Sandbox, SandboxLabels, SandboxSpec } from "./sandbox.ts";
import type { Session } from "./session.ts";

/** Several containers as a compose file describes them; the sandbox of the one that is called `main` is the agent's. */
export interface ProjectSpec {
  /** Compose files, absolute, in the order in which they are merged; paths in them are relative to the first. */
  files: readonly string[];
  /** Of `main`; an entry that is left out leaves what the files say. */
  main: Omit<SandboxSpec, "labels" | "image"> & { image?: ImageSource };
  labels: SandboxLabels;
  /** Values of variables in the files. */
  variables: Readonly<Record<string, string>>;
  /** Of everything until all is healthy. */
  timeoutMs: number;
}

export interface SandboxProject extends AsyncDisposable {
  readonly main: Sandbox;
  /** Of a service beside main. Throws task "service-missing". */
  session(service: string): Session;
}

/** A process that was started in somebody else's container. Disposing ends its input, waits for its end, then kills it. */
export interface StackProcess extends AsyncDisposable {
  readonly main: MainProcess;
  /** Lines about the container's image that stand on the trial's record. */
  readonly imageNotes: readonly string[];
}

/** A container that somebody else has started, and goes on when we have left. */
export interface StackMember {
  readonly id: string;
  /** Starts an attached process beside the container's own. Throws infrastructure faults. */
  start(command: readonly string[], options: { signal: AbortSignal }): Promise<StackProcess>;
}

export interface JoinStackOptions {
  /** Of which image the container of each service must have been made. */
  images: Readonly<Record<string, ImageSource>>;
  /** What to type where the stack is not as it must be. */
  todo: string;
  signal: AbortSignal;
}
