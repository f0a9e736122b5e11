import { join, relative, resolve, sep } from "node:path";
import { writeNight } from "../cassettes/night/night.ts";
import { nightOf } from "../cassettes/night/night-of.ts";
import { recordSessions } from "../cassettes/night/record-session.ts";
import { openRecorder } from "../cassettes/open-recorder.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import type { Config } from "../config/schema.ts";
import type { Task } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import { redact } from "../lib/redact.ts";
import type { Experiment } from "../loop/experiment.ts";
import { compileCandidate } from "../loop/freeze-candidate.ts";
import type { TrialRecorder } from "../trials/trial-recorder.ts";
import type { Layout } from "../workspace/layout.ts";
import type { CommandContext } from "./command.ts";

/** What of an experiment is kept in a folder, to be replayed. */
export interface Recording {
  trials: TrialRecorder;
  /** The coding agent, its sessions kept where a whole night is: with test trials. */
  sessions: (propose: Experiment["propose"]) => Experiment["propose"];
  /** Writes what makes a night of the trials and sessions; nothing where it would lack the test trials. */
  saveNight: (experiment: Experiment) => Promise<void>;
}

/** null where nothing is to be recorded. Throws config "record-refused" for a folder that a coding agent may read. */
export function openRecording(
  { root, environment }: Pick<CommandContext, "root" | "environment">,
  config: Pick<Config, "record" | "record_test" | "split_by" | "coding_agent">,
  { layout, tasks, say }: { layout: Layout; tasks: readonly Task[]; say: (line: string) => void },
): Recording | null {
  const { agentFolder, workspace, programTemplates } = layout;
  const { record, record_test: test, split_by: splitBy, coding_agent: codingAgent } = config;
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
  const keys = Object.values(environment.readKeys()).filter((key) => key !== null);
  const secrets = [...keys, ...new Set(tasks.flatMap((task) => task.secrets ?? []))];
  return {
    trials: openRecorder({ folder, test, splitBy, secrets, say }),
    sessions: (propose) => (test ? recordSessions(propose, { folder, codingAgent, digestOf, secrets, say }) : propose),
    async saveNight(experiment) {
      if (!test) {
        say("the night itself can't be replayed, as its test trials are not kept: record with --record-test for that");
        return;
      }
      const stored = await nightOf(experiment, {
        strip: stripCandidate,
        shown: (text) => redact(text, secrets),
      });
      if (stored === null) return;
      await writeNight(folder, stored, { secrets });
      say(`recorded the night: \`auto-harness replay ${record}\` plays it again`);
    },
  };
}

function digestOf(agentSource: string): string | null {
  const compiled = compileCandidate(agentSource, stripCandidate);
  return compiled.kind === "candidate" ? compiled.candidate.digest : null;
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}

function refused(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "record-refused", message });
}
