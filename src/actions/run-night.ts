// A night on a machine that is thrown away: what the last one left is taken up again, and what this one leaves is put
// where the next step can take it.

import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { exists } from "../lib/exists.ts";
import { restoreCandidates, saveCandidates } from "../lineage/bundle.ts";
import { layout, rehearsalLayout, runsFolder } from "../workspace/layout.ts";
import type { Ran } from "./action-report.ts";
import type { HarnessOptions } from "./run-harness.ts";

export interface NightOptions {
  root: string;
  /** What the host keeps of experiments; `.runs/` below the root when left out. */
  runs: string | undefined;
  /** Where agent.ts and workspace/ are copied to. */
  folder: string;
  run: (args: readonly string[], options: Pick<HarnessOptions, "show" | "signal">) => Promise<Ran>;
  say: (line: string) => void;
  signal: AbortSignal;
}

export interface Night {
  loop: Ran;
  /** What `results` and `results --json` printed; "" where nothing is recorded. */
  text: string;
  json: string;
}

export async function runNight(args: readonly string[], options: NightOptions): Promise<Night> {
  const { run, say, signal } = options;
  const root = resolve(options.root);
  const runs = options.runs ?? join(root, runsFolder);
  const file = join(runs, "candidates.bundle");
  if (await restoreCandidates(root, { file, signal })) say("took up the candidates of the last night again");
  const loop = await run(["start", "--plain", "--yes", ...args], { show: "both", signal });
  // Also of a night that was cut off: what was paid for is kept.
  const late = AbortSignal.timeout(60_000);
  await saveCandidates(root, { file, signal: late });
  await copyResults({ root, runs }, options.folder);
  const quiet = { show: "none", signal: late } as const;
  const [json, text] = [await run(["results", "--json"], quiet), await run(["results"], quiet)];
  return { loop, json: json.exitCode === 0 ? json.stdout : "", text: text.exitCode === 0 ? text.stdout : "" };
}

/** The incumbent and the workspace, which names no test task. */
async function copyResults({ root, runs }: { root: string; runs: string }, folder: string): Promise<void> {
  const own = layout({ root, experiment: "any" });
  const { agentFile, workspace } = (await exists(own.configFile)) ? own : rehearsalLayout(root, runs);
  await mkdir(folder, { recursive: true });
  if (await exists(agentFile)) await cp(agentFile, join(folder, "agent.ts"));
  if (await exists(workspace)) await cp(workspace, join(folder, "workspace"), { recursive: true });
}
