// The one place that knows where files are. Everything else gets a Layout.

import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Absolute paths of one experiment. Relative parts are the same for a person's experiment and for the rehearsal. */
export interface Layout {
  /** Where agent/, PROGRAM.md and workspace/ are. */
  root: string;
  configFile: string;
  environmentFile: string;
  agentFolder: string;
  agentFile: string;
  agentTemplates: string;
  programFile: string;
  programTemplates: string;
  workspace: string;
  resultsFile: string;
  suiteFile: string;
  trainResultsFile: string;
  scoreFactsFile: string;
  learningsFile: string;
  /** What the last train run shows, for reading and for programs. */
  analysisFile: string;
  analysisDataFile: string;
  /** What a model says of it, where one is asked. */
  analysisSummaryFile: string;
  traces: string;
  latestTraces: string;
  baselineTraces: string;
  host: HostLayout;
}

/** Host only, mode 0700, never copied into a box. */
export interface HostLayout {
  folder: string;
  journalFile: string;
  lockFile: string;
  /** Is there while the experiment is paused. */
  pauseFile: string;
  splitFile: string;
  trials: string;
  /** The trials as Harbor's jobs, made when they are asked for. */
  jobs: string;
  evidence: string;
  /** A bare repository, where the root is no clone. */
  lineage: string;
  candidates: string;
  /** What coding agents said and did, one file an iteration. */
  codingSessions: string;
  /** What image builds printed. */
  buildLog: string;
}

export interface LayoutOptions {
  root: string;
  experiment: string;
  /** What holds the state of every experiment; default: `<root>/.runs`. */
  runs?: string;
  /** Default: `<runs>/<experiment>`. */
  hostFolder?: string;
}

export function layout(options: LayoutOptions): Layout {
  const { root, experiment, runs = join(root, runsFolder), hostFolder = join(runs, experiment) } = options;
  const path = (name: keyof typeof relativePaths): string => join(root, relativePaths[name]);
  return {
    root,
    configFile: path("configFile"),
    environmentFile: path("environmentFile"),
    agentFolder: path("agentFolder"),
    agentFile: path("agentFile"),
    agentTemplates: path("agentTemplates"),
    programFile: path("programFile"),
    programTemplates: path("programTemplates"),
    workspace: path("workspace"),
    resultsFile: path("resultsFile"),
    suiteFile: path("suiteFile"),
    trainResultsFile: path("trainResultsFile"),
    scoreFactsFile: path("scoreFactsFile"),
    learningsFile: path("learningsFile"),
    analysisFile: path("analysisFile"),
    analysisDataFile: path("analysisDataFile"),
    analysisSummaryFile: path("analysisSummaryFile"),
    traces: path("traces"),
    latestTraces: path("latestTraces"),
    baselineTraces: path("baselineTraces"),
    host: {
      folder: hostFolder,
      journalFile: join(hostFolder, "journal.sqlite"),
      lockFile: join(hostFolder, "lock.sqlite"),
      pauseFile: join(hostFolder, "paused.json"),
      splitFile: join(hostFolder, "split.json"),
      trials: join(hostFolder, "trials"),
      jobs: join(hostFolder, "jobs"),
      evidence: join(hostFolder, "evidence"),
      lineage: join(hostFolder, "lineage.git"),
      candidates: join(hostFolder, "candidates"),
      codingSessions: join(hostFolder, "coding-sessions"),
      buildLog: join(hostFolder, "image-builds.log"),
    },
  };
}

/** The rehearsal's experiment: its own root below `.runs/` (or `runs`), so that the clone stays as it is. */
export function rehearsalLayout(clone: string, runs: string = join(clone, runsFolder)): Layout {
  const root = join(runs, rehearsalExperiment);
  return layout({ root, experiment: rehearsalExperiment, hostFolder: join(root, "host") });
}

/** No experiment of a person may have this name. */
export const rehearsalExperiment = "rehearsal";

/** Ignored by git, host only. */
export const runsFolder = ".runs";

/** Relative to a root, with forward slashes: the same in a clone, in the rehearsal and in a coding agent's copy. */
export const relativePaths = {
  configFile: "experiment_config.yaml",
  environmentFile: ".env",
  agentFolder: "agent",
  agentFile: "agent/agent.ts",
  agentTemplates: "agent/templates",
  programFile: "PROGRAM.md",
  programTemplates: "program_templates",
  workspace: "workspace",
  resultsFile: "workspace/results.tsv",
  suiteFile: "workspace/suite.json",
  trainResultsFile: "workspace/train_results.json",
  scoreFactsFile: "workspace/score_facts.json",
  learningsFile: "workspace/learnings.md",
  analysisFile: "workspace/analysis.md",
  analysisDataFile: "workspace/analysis.json",
  analysisSummaryFile: "workspace/analysis-summary.md",
  traces: "workspace/traces",
  latestTraces: "workspace/traces/latest",
  baselineTraces: "workspace/traces/baseline",
} as const;

/** What a coding agent may change; everything else in its tree is the harness's. */
export const ownedByCodingAgent: readonly string[] = [relativePaths.agentFile, relativePaths.learningsFile];

/** What a train run writes, into a coding agent's tree as well; a path relative to it, with forward slashes. */
function isWrittenByTrainRun(path: string): boolean {
  const { trainResultsFile, analysisFile, analysisDataFile, traces } = relativePaths;
  const files: readonly string[] = [trainResultsFile, analysisFile, analysisDataFile, traces];
  return files.includes(path) || path.startsWith(`${traces}/`);
}

/** What was known of a tree by path, with what a train run has written since as it is in `now`. */
export function admitTrainRun<Known>(
  before: ReadonlyMap<string, Known>,
  now: ReadonlyMap<string, Known>,
): Map<string, Known> {
  return new Map([
    ...[...before].filter(([path]) => !isWrittenByTrainRun(path)),
    ...[...now].filter(([path]) => isWrittenByTrainRun(path)),
  ]);
}

/** Makes the folders an experiment needs; the host's are closed to everybody else even if they were open before. */
export async function makeFolders(paths: Layout): Promise<void> {
  await mkdir(paths.host.folder, { recursive: true, mode: 0o700 });
  await chmod(paths.host.folder, 0o700);
  for (const folder of [paths.host.trials, paths.host.evidence, paths.host.candidates]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  for (const folder of [paths.agentFolder, paths.traces]) await mkdir(folder, { recursive: true });
}
