import { join, relative, resolve, sep } from "node:path";
import { openRecorder } from "../cassettes/open-recorder.ts";
import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import type { TrialRecorder } from "../trials/trial-recorder.ts";
import type { Layout } from "../workspace/layout.ts";
import type { CommandContext } from "./command.ts";

/** null where nothing is to be recorded. Throws config "record-refused" for a folder that a coding agent may read. */
export function openTrialRecorder(
  { root, environment }: Pick<CommandContext, "root" | "environment">,
  config: Pick<Config, "record" | "record_test" | "split_by">,
  { agentFolder, workspace, programTemplates }: Pick<Layout, "agentFolder" | "workspace" | "programTemplates">,
  say: (line: string) => void,
): TrialRecorder | null {
  const { record, record_test: test, split_by: splitBy } = config;
  if (record === undefined) {
    if (test) throw refused("record_test without record: name the folder, such as --record cassettes");
    return null;
  }
  const folder = resolve(root, record);
  const shown = [agentFolder, workspace, programTemplates].find((own) => isBelow(folder, own));
  if (shown !== undefined) {
    throw refused(`record ${record}: coding agents may read ${shown}; choose a folder beside it, such as cassettes`);
  }
  say(`recording ${test ? "train and TEST trials" : "train trials"} to ${join(folder, sep)}`);
  const secrets = Object.values(environment.readKeys()).filter((key) => key !== null);
  return openRecorder({ folder, test, splitBy, secrets, say });
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}

function refused(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "record-refused", message });
}
