import type Dockerode from "dockerode";
import type { HostFacts } from "../host-facts.ts";
import type { RunCommand, StepLog } from "../steps.ts";

/** Makes equivalents of one official image. One file per maker and one line in index.ts. */
export interface BaseImageMaker {
  /** The official image: debian, node … */
  name: string;
  /** What it can make, for messages and docs. */
  spellings: readonly string[];
  /** How a tag is made; undefined for a tag that it cannot make. */
  plan(tag: string): MakePlan | undefined;
}

export interface MakePlan {
  /** The official image that it stands on, made first under our name. */
  base?: string;
  /** Makes the image and gives it the name `target`. `base` is our own name of the image above. */
  make(kit: MakeKit, target: string, base: string): Promise<void>;
}

export interface MakeKit {
  docker: Dockerode;
  signal: AbortSignal;
  facts: HostFacts;
  run: RunCommand;
  log: StepLog;
  /** A folder for this image alone, removed afterwards. */
  scratch: string;
}

/** Where a stand-in says what it stands in for. */
export const standInLabel = "auto-harness.stands-in-for";

export function defineBaseImage(maker: BaseImageMaker): BaseImageMaker {
  return maker;
}

/** The suites whose packages can be had from a Debian mirror. */
export const suites = ["bookworm", "trixie"] as const;
export type Suite = (typeof suites)[number];

export function isSuite(text: string | undefined): text is Suite {
  return suites.some((suite) => suite === text);
}
