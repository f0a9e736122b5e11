// The sandbox contract. A provider opens sandboxes; whoever opened one owns it and lends its session.
// Every implementation passes test/contract/sandbox-contract.ts.

import type { Readable, Writable } from "node:stream";
import type { JoinStackOptions, ProjectSpec, SandboxProject, StackMember } from "./sandbox-group.ts";
import type { Session } from "./session.ts";

export type SandboxRole = "agent" | "task" | "coding-agent" | "service";

export interface SandboxLabels {
  /** The process that owns it; see Owner in sandboxes/owner.ts. */
  owner: string;
  job: string;
  trial: string;
  role: SandboxRole;
}

export type ImageSource =
  | { kind: "image"; reference: string }
  /**
   * A folder with a Dockerfile. `digest` is the hex SHA-256 of its content, of how it is built and for whom: one build
   * per digest, whoever asks.
   */
  | {
      kind: "build";
      name: string;
      context: string;
      digest: string;
      timeoutMs?: number;
      /** Its Dockerfile's path in the folder; default "Dockerfile". */
      dockerfile?: string;
      args?: Readonly<Record<string, string>>;
      /** The stage that is wanted; default the last. */
      target?: string;
    };

/**
 * What a sandbox may reach, and nothing else: names, `*.name` (what is below it), addresses and CIDR ranges, at any
 * port. A name that leads to an address that is not public is refused unless an address or a range says so too.
 */
export interface AllowedHosts {
  allow: readonly string[];
}

/**
 * none: no interface but loopback. internal: siblings only. open: the provider's default way out. Allowed hosts are
 * refused by name (config "network-unsupported") where the provider can't hold to them.
 */
export type SandboxNetwork = "none" | "internal" | "open" | AllowedHosts;

export interface SandboxSpec {
  image: ImageSource;
  labels: SandboxLabels;
  network: SandboxNetwork;
  /** `setNetwork` will be asked for. */
  networkChanges?: boolean;
  /**
   * agent: read-only root, non-root, no capabilities, no new privileges, tmpfs of fixed size.
   * task: the provider's defaults, because real tasks need root and apt.
   */
  profile: "agent" | "task";
  /** storageMb: for a provider that gives disks of a size; at others a sandbox has what there is. */
  limits: { cpus?: number; memoryMb?: number; storageMb?: number; pids?: number };
  /** Writable memory file systems; needed by profile "agent", whose root is read-only. */
  tmpfs?: ReadonlyArray<{ path: string; sizeMb: number }>;
  /** Made in this order where they are missing, and given these permission bits; root's. For profile "task". */
  folders?: readonly SandboxFolder[];
  env?: Readonly<Record<string, string>>;
  workdir?: string;
  user?: string;
  /** The main process. Left out: the sandbox idles until it is closed. Attached: its streams are `Sandbox.main`. */
  main?: { command: readonly string[]; attach: boolean };
}

export interface SandboxFolder {
  /** Absolute. */
  path: string;
  mode: number;
}

/** The attached main process of a sandbox. */
export interface MainProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the process has ended, however it did; never rejects because the sandbox was closed. */
  readonly exited: Promise<{ exitCode: number; outOfMemory: boolean }>;
}

export interface Sandbox extends AsyncDisposable {
  /** The provider's own identifier. */
  readonly id: string;
  readonly session: Session;
  /** Present if and only if `spec.main.attach`. */
  readonly main?: MainProcess;
  /** The name by which its siblings reach it; present on an internal network. */
  readonly hostname?: string;
  /** Lines about the image that stand on the trial's record, such as a replaced base image. */
  readonly imageNotes: readonly string[];
  /** Commands of the processes inside, without the main one and its init. Optional ability. */
  processes?(options: { signal: AbortSignal }): Promise<string[]>;
  /**
   * Cuts what is connected and gives it another network; not "internal". Optional ability, of sandboxes that were opened
   * with `networkChanges`. Throws infrastructure faults, after which the sandbox reaches nothing that it must not.
   */
  setNetwork?(network: Exclude<SandboxNetwork, "internal">, options: { signal: AbortSignal }): Promise<void>;
  /** What it asked its allowed hosts' keeper for, so far; at most some hundreds. Optional ability. */
  networkUse?(options: { signal: AbortSignal }): Promise<NetworkUse[]>;
  /** What differs from the image, by absolute path. Optional ability. */
  changes?(options: { signal: AbortSignal }): Promise<FileChange[]>;
  /**
   * Kills all that runs in it and starts it anew with its files as they are; nothing but its idle main process runs then.
   * Optional ability. Throws as `copy` does, and task "not-copyable" also where the image would start something.
   */
  restart?(options: { signal: AbortSignal }): Promise<void>;
  /**
   * A new sandbox with this one's files as they are now and none of its processes; whoever asked owns it. Optional
   * ability. Throws infrastructure faults; task "not-copyable" where a part of the files would not come along, such as
   * an image's volume.
   */
  copy?(options: CopyOptions): Promise<Sandbox>;
}

/** What a sandbox on allowed hosts asked for, added up by host and port. */
export interface NetworkUse {
  /** As it was asked for: a name or an address, of printable characters only. */
  host: string;
  /** null: a look-up of the name. */
  port: number | null;
  /** Why it was refused; null where it was not. */
  refused: string | null;
  count: number;
  /** Both ways together. */
  bytes: number;
}

export interface FileChange {
  path: string;
  kind: "added" | "changed" | "deleted";
}

export interface CopyOptions {
  /** nothing: this one is stopped before its files are taken. network: it goes on, and its ports are the copy's too. */
  keep: "nothing" | "network";
  signal: AbortSignal;
}

export interface PrepareImageOptions {
  signal: AbortSignal;
  onLog?: (line: string) => void;
  role?: SandboxRole;
  limits?: SandboxSpec["limits"];
}

export interface PreparedImage {
  /** What the provider opens. */
  reference: string;
  built: boolean;
  notes: readonly string[];
}

export interface SweepResult {
  removed: number;
  /** Left alone because their owner lives. */
  alive: number;
}

/** What a provider bills by, of this process so far. */
export interface SandboxUsage {
  sandboxes: number;
  hours: number;
  /** Processors times hours, and GiB times hours. */
  processorHours: number;
  memoryGibHours: number;
}

export interface SandboxProvider {
  readonly name: string;
  /** Where boxes for agents are somewhere else than the others: what it is made of. */
  readonly placed?: { readonly tasks: SandboxProvider; readonly agents: SandboxProvider };
  /**
   * Builds or pulls once per content digest; concurrent callers share it. `onLog` gets whole lines. `role`: of the box
   * that it is for; left out: the task's. `limits`: of that box, for a provider whose images have a size; left out: the
   * provider's usual ones.
   */
  prepareImage(source: ImageSource, options: PrepareImageOptions): Promise<PreparedImage>;
  /** Of a prepared image, all its layers together. Optional ability. */
  imageBytes?(source: ImageSource, options: { signal: AbortSignal }): Promise<number>;
  /** Opens a started sandbox, preparing its image if needed. Undoes everything when it throws. */
  open(spec: SandboxSpec, options: { signal: AbortSignal }): Promise<Sandbox>;
  /**
   * Starts a compose project of its own; all of it goes when it is disposed. Optional ability. Throws as `open` does,
   * and config "compose-refused" for what would reach out of it, by service and key.
   */
  openProject?(spec: ProjectSpec, options: { signal: AbortSignal }): Promise<SandboxProject>;
  /**
   * The containers of a stack, such as a compose project, that somebody else has started; by service, once all are
   * healthy. Throws config "stack-down" and "stack-outdated", infrastructure "stack-not-ready". Optional ability.
   */
  joinStack?(project: string, options: JoinStackOptions): Promise<ReadonlyMap<string, StackMember>>;
  /**
   * Why it can't open such a sandbox, in whole sentences; null: nothing speaks against it. Opens and builds nothing. Left
   * out: it can open every one. `role`: the box's; left out: the task's.
   */
  refusalOf?(spec: Omit<SandboxSpec, "labels">, options?: { role?: SandboxRole }): Promise<string | null>;
  /** Where sandboxes cost by the hour. Optional ability. */
  usage?(): SandboxUsage;
  /**
   * One cheap question, to see whether it serves at all; a refusal for now is an answer. Changes nothing. Throws
   * infrastructure faults where there is none, config "cloud-key-refused", or the signal's reason. Optional ability;
   * left out, it is not waited for when it is lost.
   */
  probe?(options: { signal: AbortSignal }): Promise<void>;
  /** Counts sandboxes of ours there and removes none. `left`: of dead owners. Optional ability. */
  census?(options: { signal: AbortSignal }): Promise<{ alive: number; left: number }>;
  /** Removes what dead owners left; with `owner`, all that this owner still has. Never touches a live neighbour. */
  sweep(options: { signal: AbortSignal; owner?: string }): Promise<SweepResult>;
}
