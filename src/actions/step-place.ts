// Where a step is: GitHub's runner, or anybody's terminal.

import { appendFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { ActionReport } from "./action-report.ts";
import { fitSummary } from "./fit-summary.ts";
import {
  type Annotation,
  annotationCommand,
  commandsStopped,
  limitAnnotations,
  outputLines,
} from "./workflow-commands.ts";

export interface StepPlace {
  /** For what this step leaves; its own, and new. */
  readonly folder: string;
  /** Runs `work` while nothing that is printed is a command to the runner. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  /** Shows the page and the marks. */
  show(report: ActionReport, page: readonly string[]): Promise<void>;
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>;
}

export async function openStepPlace({
  environment,
  out,
}: {
  environment: Readonly<Record<string, string | undefined>>;
  out: (line: string) => void;
}): Promise<StepPlace> {
  const { GITHUB_ACTIONS: actions, GITHUB_STEP_SUMMARY: summaryFile, GITHUB_OUTPUT: outputFile } = environment;
  const folder = await mkdtemp(join(environment["RUNNER_TEMP"] || tmpdir(), "auto-harness-action-"));
  const onRunner = actions === "true";
  const workspace = resolve(environment["GITHUB_WORKSPACE"] || ".");
  return {
    folder,
    async quietly(work) {
      if (!onRunner) return await work();
      const { stop, resume } = commandsStopped();
      out(stop);
      try {
        return await work();
      } finally {
        out(resume);
      }
    },
    async show({ annotations }, page) {
      if (summaryFile) await appendFile(summaryFile, fitSummary(page));
      const shown = limitAnnotations(annotations).map((one) => withFileIn(workspace, one));
      if (onRunner) {
        for (const one of shown) out(annotationCommand(one));
        return;
      }
      for (const line of page) out(line);
      for (const { level, title, message, file } of shown) {
        out(`${level}: ${title}${file === undefined ? "" : ` (${file})`}: ${message}`);
      }
    },
    async setOutputs(outputs) {
      if (outputFile) await appendFile(outputFile, outputLines(outputs));
      else for (const [name, value] of Object.entries(outputs)) out(`${name}: ${value}`);
    },
  };
}

/** GitHub marks files of the workspace only, by their path in it. */
function withFileIn(workspace: string, { file, ...rest }: Annotation): Annotation {
  if (file === undefined) return rest;
  const path = relative(workspace, resolve(workspace, file));
  return path.startsWith("..") || isAbsolute(path) ? rest : { ...rest, file: path };
}
