import { mkdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../../../core/fault.ts";
import { readLock, writeLock } from "./bird-lock.ts";
import { fetchCommit } from "./fetch-commit.ts";
import { type GitOptions, runGit } from "./git.ts";
import { readText } from "./json-lines.ts";
import { type PublishedDataset, published, rowsFile } from "./upstream.ts";

export interface FetchDatasetOptions extends GitOptions {
  dataset: PublishedDataset;
  folder: string;
  lockFile: string;
  /** Default: where it is published. */
  repository?: string;
  say: (line: string) => void;
}

/** For the files, git's copy of them, and the databases as dumps, as templates and in an image. */
function neededMb(dataset: PublishedDataset): number {
  return 500 + 4 * published[dataset].databasesMb;
}

/**
 * The dataset's files at the commit that the lock names; the first time that is the repository's present one, which is
 * said and kept. Files that are not the dataset's, such as mailed ground truth and dumps, stay. Throws as fetchCommit
 * does, config "disk-full", "bird-data-changed" and those of readText.
 */
export async function fetchDataset(options: FetchDatasetOptions): Promise<{ commit: string; repository: string }> {
  const { dataset, folder, lockFile, signal, say } = options;
  const lock = await readLock(lockFile);
  const known = lock.datasets[dataset];
  const repository = options.repository ?? known?.repository ?? published[dataset].repository;
  await mkdir(folder, { recursive: true });
  if (known === undefined) await requireSpace(folder, neededMb(dataset));
  const git = { signal, ...(options.onLine === undefined ? {} : { onLine: options.onLine }) };
  const commit = await fetchCommit({
    ...{ ...git, folder, repository, commit: known?.commit ?? null },
    offline: `clone ${repository} elsewhere, copy it here, and name the folder in bird_data_path.`,
  });
  if (known === undefined) {
    say(`${repository} has no commit that is known in advance: pinned to ${commit} from now on, in ${lockFile}`);
    await writeLock(lockFile, { ...lock, datasets: { ...lock.datasets, [dataset]: { repository, commit } } });
  }
  // Without --force git leaves changed files alone and says so.
  const checkout = await runGit(folder, ["checkout", "--quiet", "--detach", commit], git);
  const restored = await runGit(folder, ["diff", "--name-status", "--no-renames", commit], git);
  const changed = restored.stdout.split("\n").filter((line) => line !== "");
  const gone = changed.filter((line) => line.startsWith("D\t")).map((line) => line.slice(2));
  if (gone.length > 0) await runGit(folder, ["checkout", "--quiet", commit, "--", ...gone], git);
  if (checkout.exitCode !== 0 || changed.length > gone.length)
    throw dataChanged(folder, commit, checkout.stderr, changed);
  await readText(join(folder, rowsFile));
  return { commit, repository };
}

/** Throws config "disk-full". */
export async function requireSpace(folder: string, mb: number): Promise<void> {
  const space = await statfs(folder);
  const free = (space.bavail * space.bsize) / 1024 ** 2;
  if (free >= mb) return;
  throw new HarnessError({
    fault: "config",
    code: "disk-full",
    message: `${folder}: ${Math.floor(free)} MB are free; the dataset and its databases need about ${mb}. Make room and try again.`,
  });
}

function dataChanged(folder: string, commit: string, said: string, changed: readonly string[]): HarnessError {
  const files = changed.filter((line) => !line.startsWith("D\t")).map((line) => line.split("\t")[1] ?? line);
  const what = files.length > 0 ? files.slice(0, 5).join(", ") : said.trim();
  return new HarnessError({
    fault: "config",
    code: "bird-data-changed",
    message: `${folder} is not as published at ${commit.slice(0, 12)}: ${what}. Ground truth belongs into a file of its own (\`auto-harness bird merge\`). Restore the files with \`git -C ${folder} checkout ${commit} -- .\`, or name the folder in bird_data_path to use it as it is.`,
    context: { files },
  });
}
