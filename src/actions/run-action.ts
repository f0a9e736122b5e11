// One step: inputs → command → page, marks, outputs, exit code. The same without GitHub.

import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openEnvironment } from "../config/env.ts";
import { exitCodeOf, HarnessError, harnessErrorOf } from "../core/fault.ts";
import { exists } from "../lib/exists.ts";
import { redact } from "../lib/redact.ts";
import { type ActionReport, type Ran, reportFailure, verdictOf } from "./action-report.ts";
import { type ActionCommand, type ActionInputs, readInputs } from "./inputs.ts";
import { reportCheck } from "./report-check.ts";
import { reportCompare } from "./report-compare.ts";
import { reportNight } from "./report-night.ts";
import { reportReplay } from "./report-replay.ts";
import { runHarness } from "./run-harness.ts";
import { runNight } from "./run-night.ts";
import { openStepPlace } from "./step-place.ts";

export interface ActionOptions {
  /** The step's, as the runner gives it. */
  environment: Readonly<Record<string, string | undefined>>;
  out: (line: string) => void;
  /** The step is cancelled. */
  signal: AbortSignal;
  /** It is in a hurry. */
  leave: AbortSignal;
}

const runnerTokens = ["GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];

const bin = fileURLToPath(new URL("../../bin/auto-harness.js", import.meta.url));

/** Returns the step's exit code, the command's own. Throws bugs only. */
export async function runAction(options: ActionOptions): Promise<number> {
  const place = await openStepPlace(options);
  const done = await place.quietly(async () => await runInputs({ ...options, folder: place.folder }));
  const { command, exitCode, report, result, secrets } = done;
  const verdict = verdictOf(exitCode);
  const safe = (text: string) => redact(text, secrets);
  const page = [`## auto-harness ${command}: ${verdict}`, "", ...report.markdown].map(safe);
  const files = { summary: join(place.folder, "summary.md"), json: join(place.folder, "result.json") };
  await writeFile(files.summary, `${page.join("\n")}\n`);
  await writeFile(files.json, safe(result));
  const annotations = report.annotations.map((one) => ({ ...one, title: safe(one.title), message: safe(one.message) }));
  await place.show({ ...report, annotations }, page);
  await place.setOutputs({
    ...{ "exit-code": String(exitCode), verdict, headline: safe(report.headline) },
    ...{ folder: place.folder, summary: files.summary, json: files.json },
  });
  return exitCode;
}

interface Done {
  command: string;
  exitCode: number;
  report: ActionReport;
  /** JSON; a line each where the command gives several. */
  result: string;
  secrets: readonly (string | null | undefined)[];
}

async function runInputs(options: ActionOptions & { folder: string }): Promise<Done> {
  const { environment, out } = options;
  try {
    const inputs = readInputs(environment);
    const cwd = resolve(inputs.workingDirectory);
    if (!(await exists(cwd))) throw noFolder(inputs.workingDirectory);
    const own = await openEnvironment({ file: join(cwd, ".env"), variables: environment, terminal: false });
    const secrets = [...Object.values(own.readKeys()), ...runnerTokens.map((name) => environment[name])];
    const runs = own.runsFolder ?? undefined;
    const done = await runCommand(inputs, { ...options, cwd, runs, secrets });
    const command = inputs.command;
    const report = done.report ?? reportFailure(command, done.ran);
    out(`${command}: ${verdictOf(done.ran.exitCode)}: ${redact(report.headline, secrets)}`);
    return { command, exitCode: done.ran.exitCode, report, result: done.result, secrets };
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known === undefined) throw error;
    const exitCode = exitCodeOf(known);
    const report = reportFailure("action", { exitCode, stderr: `auto-harness: ${known.message}` });
    out(report.headline);
    return { command: "action", exitCode, report, result: "", secrets: [] };
  }
}

function noFolder(workingDirectory: string): HarnessError {
  const message = `input working-directory: ${workingDirectory} is not there; expected a folder of the workspace`;
  return new HarnessError({ fault: "config", code: "input-invalid", message });
}

interface CommandScene extends ActionOptions {
  folder: string;
  cwd: string;
  runs: string | undefined;
  secrets: Done["secrets"];
}

async function runCommand(
  { command, args, operands }: ActionInputs,
  { environment, out, signal, leave, folder, cwd, runs, secrets }: CommandScene,
): Promise<{ ran: Ran; report: ActionReport | null; result: string }> {
  const base = { bin, cwd, environment, secrets, onLine: out, signal, leave };
  if (command === "night") {
    const { loop, json, text } = await runNight(args, {
      ...{ root: cwd, runs, folder: join(folder, "night"), say: out, signal },
      run: async (line, how) => await runHarness(line, { ...base, ...how }),
    });
    const results = reportNight({ json, text }, loop);
    return { ran: loop, report: results === null ? null : withFailure(results, loop), result: json };
  }
  const ran = await runHarness([command, "--json", ...args], { ...base, show: "stderr" });
  return { ran, report: reporters[command](ran, resolve(cwd, operands[0] ?? ".")), result: ran.stdout };
}

/** `folder`: the first operand, where it is one. */
type Reporter = (ran: Ran, folder: string) => ActionReport | null;

const reporters: Readonly<Record<Exclude<ActionCommand, "night">, Reporter>> = {
  check: reportCheck,
  compare: reportCompare,
  replay: reportReplay,
};

/** A night that ended badly has a table all the same. */
function withFailure(results: ActionReport, loop: Ran): ActionReport {
  if (loop.exitCode === 0) return results;
  const failure = reportFailure("night", loop);
  return {
    headline: `${failure.headline} (${results.headline})`,
    markdown: [...failure.markdown, "", ...results.markdown],
    annotations: [...failure.annotations, ...results.annotations],
  };
}
