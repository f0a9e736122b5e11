import { chmod, mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { runCommand } from "../../../src/lib/run-command.ts";
import { adopt } from "../../../src/lineage/adopt.ts";
import { type Lineage, openLineage } from "../../../src/lineage/open-lineage.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

const { signal } = new AbortController();
const message = "Adopt the agent of experiment main";

async function run(folder: string, ...args: string[]): Promise<string> {
  const result = await runCommand(["git", ...args], { cwd: folder, signal });
  if (result.exitCode !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
  return result.stdout.trimEnd();
}

/** A clone whose branch holds the baseline agent, and a lineage in which "better" is the incumbent. */
async function openClone(folder: TemporaryFolder): Promise<{ root: string; lineage: Lineage; file: string }> {
  const root = join(folder.path, "clone");
  await run(folder.path, "init", "-q", "-b", "work", "clone");
  await run(root, "config", "user.name", "Someone");
  await run(root, "config", "user.email", "someone@example.org");
  await mkdir(join(root, "agent"));
  const file = join(root, "agent", "agent.ts");
  await writeFile(file, "baseline\n");
  await writeFile(join(root, "staged.txt"), "old\n");
  await writeFile(join(root, "edited.txt"), "old\n");
  await run(root, "add", "-A");
  await run(root, "commit", "-q", "-m", "first");
  return { root, file, lineage: await grow(folder, root) };
}

async function grow(folder: TemporaryFolder, root: string): Promise<Lineage> {
  const ref = "refs/auto-harness/main";
  const lineage = await openLineage({ repository: root, bareFolder: join(folder.path, "l.git"), ref, signal });
  await lineage.record({ agentSource: "baseline\n", message: "baseline", accepted: true });
  await lineage.record({ agentSource: "better\n", message: "it-1", accepted: true });
  return lineage;
}

describe("adopt", () => {
  test("one commit of one path, other changes stay staged and unstaged", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage, file } = await openClone(folder);
    await writeFile(join(root, "staged.txt"), "new\n");
    await run(root, "add", "staged.txt");
    await writeFile(join(root, "edited.txt"), "new\n");
    await writeFile(join(root, "untracked.txt"), "new\n");
    const hook = join(root, ".git", "hooks", "reference-transaction");
    await mkdir(join(root, ".git", "hooks"), { recursive: true });
    await writeFile(hook, "#!/bin/sh\nexit 1\n");
    await chmod(hook, 0o755);

    const adoption = await adopt({ root, lineage, message, force: false, signal });

    const head = await run(root, "rev-parse", "HEAD");
    expect(adoption).toEqual({ how: "committed", commit: head, branch: "work" });
    expect(await run(root, "show", "--format=%an|%s", "--name-only", "HEAD")).toBe(
      `Someone|${message}\n\nagent/agent.ts`,
    );
    expect(await readFile(file, "utf8")).toBe("better\n");
    expect((await run(root, "status", "--porcelain")).split("\n")).toEqual([
      " M edited.txt",
      "M  staged.txt",
      "?? untracked.txt",
    ]);
    expect(await adopt({ root, lineage, message, force: false, signal })).toEqual({ how: "unchanged" });
    expect(await run(root, "rev-parse", "HEAD")).toBe(head);
  });

  test("an edit of the same size in the same second as the last commit stays visible", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage } = await openClone(folder);
    const edited = join(root, "edited.txt");
    const second = new Date("2026-01-02T03:04:05Z");
    await run(root, "config", "core.trustctime", "false");
    await utimes(edited, second, second);
    await run(root, "update-index", "--refresh");
    await utimes(join(root, ".git", "index"), second, second);
    await writeFile(edited, "new\n");
    await utimes(edited, second, second);
    expect(await adopt({ root, lineage, message, force: false, signal })).toMatchObject({ how: "committed" });
    expect(await run(root, "status", "--porcelain")).toBe(" M edited.txt");
  });

  test("local edits are refused, in the folder and in the index, unless forced", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage, file } = await openClone(folder);
    const head = await run(root, "rev-parse", "HEAD");
    await writeFile(file, "mine\n");
    const refusal = { fault: "config", code: "agent-has-local-edits" };
    await expect(adopt({ root, lineage, message, force: false, signal })).rejects.toMatchObject(refusal);
    await run(root, "add", "agent/agent.ts");
    await writeFile(file, "better\n");
    await expect(adopt({ root, lineage, message, force: false, signal })).rejects.toMatchObject(refusal);
    expect(await run(root, "rev-parse", "HEAD")).toBe(head);
    expect(await run(root, "show", ":agent/agent.ts")).toBe("mine");

    expect(await adopt({ root, lineage, message, force: true, signal })).toMatchObject({ how: "committed" });
    expect(await run(root, "status", "--porcelain")).toBe("");
    expect(await readFile(file, "utf8")).toBe("better\n");
  });

  test("a detached head and a linked worktree take the commit where they are", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage } = await openClone(folder);
    await run(root, "worktree", "add", "-q", "../tree", "-b", "other");
    const tree = join(folder.path, "tree");
    expect(await adopt({ root: tree, lineage, message, force: false, signal })).toMatchObject({ branch: "other" });
    expect(await run(tree, "status", "--porcelain")).toBe("");
    expect(await run(root, "status", "--porcelain")).toBe("");
    await run(root, "checkout", "-q", "--detach");
    expect(await adopt({ root, lineage, message, force: false, signal })).toMatchObject({ branch: null });
    expect(await run(root, "log", "-1", "--format=%s", "work")).toBe("first");
  });

  test("a clone without commits gets its first one", async () => {
    await using folder = await temporaryFolder();
    const root = join(folder.path, "clone");
    await run(folder.path, "init", "-q", "-b", "work", "clone");
    await mkdir(join(root, "agent"));
    await writeFile(join(root, "agent", "agent.ts"), "baseline\n");
    const lineage = await grow(folder, root);
    expect(await adopt({ root, lineage, message, force: false, signal })).toMatchObject({ branch: "work" });
    expect(await run(root, "ls-tree", "-r", "--name-only", "HEAD")).toBe("agent/agent.ts");
    expect(await run(root, "status", "--porcelain")).toBe("");
  });

  test("without a repository, or where git ignores it, only the file is written", async () => {
    await using folder = await temporaryFolder();
    const root = join(folder.path, "plain");
    await mkdir(root);
    const lineage = await grow(folder, root);
    const written = await adopt({ root, lineage, message, force: false, signal });
    expect(written).toMatchObject({ how: "written", reason: expect.stringContaining("not the top of a git") });
    expect(await readFile(join(root, "agent", "agent.ts"), "utf8")).toBe("better\n");

    await run(root, "init", "-q", ".");
    await writeFile(join(root, ".gitignore"), "agent/agent.ts\n");
    await rm(join(root, "agent", "agent.ts"));
    const ignored = await adopt({ root, lineage, message, force: false, signal });
    expect(ignored).toMatchObject({ how: "written", reason: expect.stringContaining("git ignores") });
    await writeFile(join(root, "agent", "agent.ts"), "mine\n");
    await expect(adopt({ root, lineage, message, force: false, signal })).rejects.toMatchObject({
      code: "agent-has-local-edits",
    });
  });

  test("a person without an identity gets a commit of the harness's", async () => {
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
    vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
    try {
      await using folder = await temporaryFolder();
      const { root, lineage } = await openClone(folder);
      await run(root, "config", "--unset", "user.name");
      await run(root, "config", "--unset", "user.email");
      expect(await adopt({ root, lineage, message, force: false, signal })).toMatchObject({ how: "committed" });
      expect(await run(root, "log", "-1", "--format=%an|%cn|%ae")).toBe(
        "auto-harness|auto-harness|auto-harness@localhost",
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("a checkout with CRLF is no local edit", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage, file } = await openClone(folder);
    await run(root, "config", "core.autocrlf", "true");
    await writeFile(file, "baseline\r\n");
    expect(await adopt({ root, lineage, message, force: false, signal })).toMatchObject({ how: "committed" });
    expect(await run(root, "status", "--porcelain")).toBe("");
  });

  test("in the middle of a merge nothing is done", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage, file } = await openClone(folder);
    await writeFile(join(root, ".git", "MERGE_HEAD"), `${await run(root, "rev-parse", "HEAD")}\n`);
    await expect(adopt({ root, lineage, message, force: true, signal })).rejects.toMatchObject({ code: "git-busy" });
    expect(await readFile(file, "utf8")).toBe("baseline\n");
  });

  test("an index that another git holds leaves branch and file alone", async () => {
    await using folder = await temporaryFolder();
    const { root, lineage, file } = await openClone(folder);
    await writeFile(join(root, ".git", "index.lock"), "");
    await expect(adopt({ root, lineage, message, force: false, signal })).rejects.toMatchObject({ code: "git-failed" });
    expect(await run(root, "log", "-1", "--format=%s")).toBe("first");
    expect(await readFile(file, "utf8")).toBe("baseline\n");
  });

  test("an experiment without an accepted candidate has nothing to adopt", async () => {
    await using folder = await temporaryFolder();
    const ref = "refs/auto-harness/empty";
    const lineage = await openLineage({ repository: null, bareFolder: join(folder.path, "l.git"), ref, signal });
    await expect(adopt({ root: folder.path, lineage, message, force: false, signal })).rejects.toMatchObject({
      code: "nothing-to-adopt",
    });
  });
});
