// registry.json of Harbor: datasets by name and version, each a list of tasks in git or beside the file.

import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";

const task = z.looseObject({
  name: z.string().min(1),
  git_url: z.string().min(1).nullish(),
  git_commit_id: z.string().min(1).nullish(),
  path: z.string().min(1),
});

const dataset = z.looseObject({
  name: z.string().min(1),
  version: z.string().min(1),
  tasks: z.array(task),
});

const registry = z.array(dataset);

export type RegistryDataset = z.output<typeof dataset>;
export type RegistryTask = z.output<typeof task>;

const mostBytes = 64 * 1024 * 1024;
const fetchTimeoutMs = 120_000;

/** Throws config "registry-invalid" that names the entry. */
export function parseRegistry(text: string, from: string): RegistryDataset[] {
  try {
    return registry.parse(JSON.parse(text));
  } catch (error) {
    const said = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw invalid(
      from,
      `is no registry.json (a list of {name, version, tasks: [{name, git_url, git_commit_id, path}]}): ${said}`,
      error,
    );
  }
}

/** The dataset of a name and version. Throws config "dataset-missing" and "registry-invalid". */
export function datasetOf(
  datasets: readonly RegistryDataset[],
  { name, version, from }: { name: string; version: string; from: string },
): RegistryDataset {
  const found = datasets.filter((entry) => entry.name === name && entry.version === version);
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    requireOwnNames(only, from);
    return only;
  }
  if (only !== undefined) throw invalid(from, `has ${name}@${version} ${found.length} times`);
  throw new HarnessError({
    fault: "config",
    code: "dataset-missing",
    message: missing(datasets, { name, version, from }),
  });
}

/** What is at an http(s) address. Throws infrastructure "registry-fetch-failed". */
export async function fetchRegistry(url: string, { signal }: { signal: AbortSignal }): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(fetchTimeoutMs)]) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const text = await response.text();
    if (text.length > mostBytes) throw new Error(`it is larger than ${mostBytes} bytes`);
    return text;
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
    throw new HarnessError({
      fault: "infrastructure",
      code: "registry-fetch-failed",
      message: `registry: ${url} could not be fetched: ${error instanceof Error ? error.message : error}${cause}. It is needed once; without a network, name a copy of the file.`,
      cause: error,
    });
  }
}

/** The file, or registry.json in the folder. Throws config "registry-missing". */
export async function readRegistryFile(path: string, root: string): Promise<{ file: string; text: string }> {
  const named = resolve(root, path);
  const isFolder = await stat(named).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const file = isFolder ? join(named, "registry.json") : named;
  try {
    return { file, text: await readFile(file, "utf8") };
  } catch (error) {
    throw new HarnessError({
      fault: "config",
      code: "registry-missing",
      message: `registry: ${file} can't be read; expected a registry.json, its folder, its https address, or a git repository that has it`,
      cause: error,
    });
  }
}

function requireOwnNames({ name, version, tasks }: RegistryDataset, from: string): void {
  const names = tasks.map((entry) => entry.name);
  const twice = [...new Set(names.filter((entry, index) => names.indexOf(entry) !== index))];
  if (twice.length > 0) throw invalid(from, `gives ${name}@${version} several tasks of one name: ${twice.join(", ")}`);
  if (tasks.length === 0) throw invalid(from, `gives ${name}@${version} no task`);
}

function missing(
  datasets: readonly RegistryDataset[],
  { name, version, from }: { name: string; version: string; from: string },
): string {
  const versions = datasets.filter((entry) => entry.name === name).map((entry) => entry.version);
  const asked = `${name}@${version}`;
  if (versions.length > 0) {
    return `dataset: ${asked} is not in ${from}; it has ${versions.map((known) => `${name}@${known}`).join(", ")}`;
  }
  const names = [...new Set(datasets.map((entry) => entry.name))];
  const shown = names.slice(0, 20).join(", ");
  return `dataset: ${asked} is not in ${from}, which has ${shown}${names.length > 20 ? ` and ${names.length - 20} more` : ""}`;
}

function invalid(from: string, problem: string, cause?: unknown): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "registry-invalid",
    message: `${from} ${problem}`,
    ...(cause === undefined ? {} : { cause }),
  });
}
