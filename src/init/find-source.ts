// Looks at what is there: a folder in Harbor's format, data with questions and answers, or a program.

import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { exists } from "../lib/exists.ts";
import { readTasks } from "./find-columns.ts";
import { readRows, rowFiles } from "./read-rows.ts";
import { refused, type Source, type Wishes } from "./source.ts";

/** How a script is run, and on what; null: on the image that is there without a word. */
const runners: Readonly<Record<string, { command: string; image: string | null }>> = {
  ".py": { command: "python", image: "python:3.13-slim-trixie" },
  ".mjs": { command: "node", image: null },
  ".js": { command: "node", image: null },
  ".ts": { command: "node", image: null },
  ".sh": { command: "sh", image: null },
};

/** Ours, and what never is a benchmark. */
const notLookedAt = ["agent", "workspace", "program_templates", "node_modules"];
const notData = ["package.json", "package-lock.json", "tsconfig.json", "biome.json"];

/**
 * `named`: a path; left out, the root's own files and folders are looked at. Throws config "source-missing",
 * "source-unclear" with what there is, and what readTasks throws.
 */
export async function findSource(root: string, named: string | undefined, wishes: Wishes): Promise<Source> {
  if (named === undefined) {
    const candidates = await candidatesIn(root);
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return await readSource(root, only, wishes);
    throw refused(
      "source-unclear",
      only === undefined
        ? `nothing in ${root} looks like a benchmark. Name it: auto-harness init PATH, where PATH is JSON lines or CSV with questions and answers, a folder of tasks in Harbor's format, or a program`
        : `several things in ${root} may be the benchmark: ${candidates.join(", ")}. Name one: auto-harness init ${only}`,
    );
  }
  const path = relative(root, resolve(root, named)).split(sep).join("/");
  if (path.startsWith(".."))
    throw refused("source-missing", `${named} is not below ${root}: start where it is, or copy it here`);
  if (!(await exists(join(root, path)))) throw refused("source-missing", `there is no ${resolve(root, named)}`);
  return await readSource(root, path, wishes);
}

async function candidatesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (name.startsWith(".") || notLookedAt.includes(name) || notData.includes(name)) continue;
    const extension = extensionOf(name);
    if (entry.isDirectory() ? await isHarbor(join(root, name)) : rowFiles.includes(extension)) found.push(name);
  }
  if (found.length > 0) return found;
  return entries.filter(({ name }) => isProgram(name)).map(({ name }) => name);
}

async function readSource(root: string, path: string, wishes: Wishes): Promise<Source> {
  const full = join(root, path);
  if ((await stat(full)).isDirectory()) {
    if (await isHarbor(full)) {
      return { kind: "harbor", path, why: [`${path || "."}: tasks in Harbor's format, each with a task.toml`] };
    }
    const inside = (await readdir(full))
      .filter((name) => rowFiles.includes(extensionOf(name)) || isProgram(name))
      .sort();
    const programs = inside.filter(isProgram);
    const [only] = programs.length > 0 ? programs : inside;
    if (only !== undefined && (programs.length === 1 || inside.length === 1)) {
      return await readSource(root, path === "" ? only : `${path}/${only}`, wishes);
    }
    const there = inside.length === 0 ? "no task.toml, no data and no program" : inside.join(", ");
    throw refused("source-unclear", `${full} has ${there}: name one file`);
  }
  if (wishes.run === undefined && rowFiles.includes(extensionOf(path))) {
    return { kind: "rows", path, ...readTasks(path, await readRows(full), wishes) };
  }
  return await readProgram(full, path, wishes);
}

async function readProgram(full: string, path: string, wishes: Wishes): Promise<Source> {
  const runner = runners[extensionOf(path)];
  const name = basename(path);
  const run = wishes.run ?? (runner === undefined ? `./${name}` : `${runner.command} ${name}`);
  const hasTasksFile = wishes.list === undefined && (await exists(join(dirname(full), "tasks.jsonl")));
  const hasDockerfile = path.includes("/") && (await exists(join(dirname(full), "Dockerfile")));
  const image = hasDockerfile ? null : (runner?.image ?? null);
  const list = wishes.list ?? `${run} --list`;
  return {
    kind: "program",
    path,
    keys: {
      run_command: run,
      ...(hasTasksFile ? { tasks_file: "tasks.jsonl" } : { list_command: list }),
      ...(image === null ? {} : { program_image: image }),
    },
    why: [
      `${path}: a program; \`${run} ID\` is to ask and score one task`,
      hasTasksFile
        ? "its tasks are those of tasks.jsonl beside it"
        : `\`${list}\` is to print the tasks' ids, one per line`,
      ...(hasDockerfile ? ["its Dockerfile is used"] : image === null ? [] : [`it runs on ${image}`]),
    ],
  };
}

function isProgram(name: string): boolean {
  return !name.startsWith(".") && Object.hasOwn(runners, extensionOf(name));
}

async function isHarbor(folder: string): Promise<boolean> {
  if (await exists(join(folder, "task.toml"))) return true;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && (await exists(join(folder, entry.name, "task.toml")))) return true;
  }
  return false;
}

function extensionOf(name: string): string {
  return extname(name).toLowerCase();
}
