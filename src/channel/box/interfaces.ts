// How benchmarks talk to an agent. One file, one line: here where every image can hold it, or in the bundle.json of the
// images that hold the package it needs (load-interface.ts), as for adk.

import type { Peer } from "../peer.ts";
import { answers } from "./answers.ts";
import { terminal } from "./terminal.ts";
import { turns } from "./turns.ts";

export interface BoxInterface {
  /**
   * Runs what agent.ts exports to its end. `start` is the benchmark's JSON. Throws CallError "bad-export" when the
   * module doesn't export what the interface needs, "bad-reply" when it answers with nothing that can be passed on; whatever the candidate throws passes.
   */
  run(exports: Readonly<Record<string, unknown>>, start: Readonly<Record<string, unknown>>, peer: Peer): Promise<void>;
}

export const interfaces: Readonly<Record<string, BoxInterface>> = { terminal, turns, answers };
