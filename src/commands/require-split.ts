import { HarnessError } from "../core/fault.ts";
import type { Experiment } from "../loop/experiment.ts";
import { readSplit, type Split } from "../workspace/split.ts";

/** Throws config "not-prepared" where there is none yet. */
export async function requireSplit({ layout }: Experiment): Promise<Split> {
  const split = await readSplit(layout.host.splitFile);
  if (split !== null) return split;
  const message = "there is no split yet: run `auto-harness prepare` first";
  throw new HarnessError({ fault: "config", code: "not-prepared", message });
}
