import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../../src/lib/run-command.ts";
import { openLineage } from "../../../src/lineage/open-lineage.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const { signal } = new AbortController();
const ref = "refs/auto-harness/main";

async function run(folder: string, ...args: string[]): Promise<string> {
  const result = await runCommand(["git", ...args], { cwd: folder, signal });
  if (result.exitCode !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
  return result.stdout.trim();
}

const identity = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"];

async function commitAll(folder: string, message: string): Promise<void> {
  await run(folder, "add", "-A");
  await run(folder, ...identity, "commit", "-q", "-m", message);
}

const places: Record<string, (base: string) => Promise<string | null>> = {
  "a clone with commits": async (base) => {
    await run(base, "init", "-q", "clone");
    await writeFile(join(base, "clone", "README.md"), "hello\n");
    await commitAll(join(base, "clone"), "first");
    return join(base, "clone");
  },
  "a clone without commits": async (base) => {
    await run(base, "init", "-q", "clone");
    return join(base, "clone");
  },
  "a detached head": async (base) => {
    await run(base, "init", "-q", "clone");
    await writeFile(join(base, "clone", "README.md"), "hello\n");
    await commitAll(join(base, "clone"), "first");
    await run(join(base, "clone"), "checkout", "-q", "--detach");
    return join(base, "clone");
  },
  "a linked worktree": async (base) => {
    await run(base, "init", "-q", "clone");
    await writeFile(join(base, "clone", "README.md"), "hello\n");
    await commitAll(join(base, "clone"), "first");
    await run(join(base, "clone"), "worktree", "add", "-q", "../tree", "-b", "work");
    return join(base, "tree");
  },
  "a folder that is not under git": async (base) => {
    await mkdir(join(base, "clone"));
    return join(base, "clone");
  },
  "a folder inside somebody else's repository": async (base) => {
    await run(base, "init", "-q", "outer");
    await mkdir(join(base, "outer", "clone"));
    return join(base, "outer", "clone");
  },
  "no repository wanted": async () => null,
};

describe.each(Object.entries(places))("in %s", (name, make) => {
  test("candidates are recorded, read back and compared", async () => {
    await using folder = await temporaryFolder();
    const repository = await make(folder.path);
    const before = repository === null ? "" : await status(repository);
    const bareFolder = join(folder.path, "host", "lineage.git");
    const lineage = await openLineage({ repository, bareFolder, ref, signal });
    expect(await lineage.head()).toBeNull();
    expect(await lineage.history()).toEqual([]);

    const first = await lineage.record({ agentSource: "one\r\ntwo ä\n", message: "baseline", accepted: true });
    const refused = await lineage.record({ agentSource: "worse\n", message: "it-1", accepted: false });
    const second = await lineage.record({ agentSource: "one\r\nthree", message: "it-2", accepted: true });

    expect(await lineage.head()).toEqual(second);
    expect(await lineage.history()).toEqual([first, second]);
    expect(await lineage.read(first.commit)).toBe("one\r\ntwo ä\n");
    expect(await lineage.read(refused.commit)).toBe("worse\n");
    expect(await lineage.read(second.commit)).toBe("one\r\nthree");
    expect(second.commit.startsWith(second.short)).toBe(true);
    expect(second.short.length).toBeGreaterThanOrEqual(7);
    expect(await lineage.diff(first.commit, first.commit)).toBe("");
    expect((await lineage.diff(first.commit, second.commit)).split("\n").slice(2)).toEqual([
      "--- a/agent/agent.ts",
      "+++ b/agent/agent.ts",
      "@@ -1,2 +1,2 @@",
      " one\r",
      "-two ä",
      "+three",
      "\\ No newline at end of file",
      "",
    ]);
    if (repository !== null) expect(await status(repository)).toBe(before);
    const inClone = ["commits", "detached", "worktree"].some((word) => name.includes(word));
    expect(lineage.gitFolder === bareFolder).toBe(!inClone);
    await run(folder.path, `--git-dir=${lineage.gitFolder}`, "fsck", "--strict", "--no-dangling");
  });
});

async function status(folder: string): Promise<string> {
  const result = await runCommand(["git", "status", "--porcelain", "--branch"], { cwd: folder, signal });
  return result.stdout;
}

describe("a person's settings", () => {
  test("hooks, signing, monitors, filters and a missing identity change nothing", async () => {
    await using folder = await temporaryFolder();
    const clone = join(folder.path, "clone");
    await run(folder.path, "init", "-q", "clone");
    const hooks = join(folder.path, "hooks");
    await mkdir(hooks);
    for (const hook of ["pre-commit", "reference-transaction", "post-commit", "post-index-change"]) {
      await writeFile(join(hooks, hook), `#!/bin/sh\ntouch ${folder.path}/hook-ran\nexit 1\n`);
      await chmod(join(hooks, hook), 0o755);
    }
    const settings: Record<string, string> = {
      "core.hooksPath": hooks,
      "commit.gpgSign": "true",
      "gpg.program": "/bin/false",
      "core.fsmonitor": join(hooks, "pre-commit"),
      "core.autocrlf": "true",
      "user.useConfigOnly": "true",
      "diff.noprefix": "true",
      "diff.external": "/bin/false",
      "color.ui": "always",
      "core.abbrev": "4",
      "core.logAllRefUpdates": "always",
      "log.showSignature": "true",
    };
    for (const [key, value] of Object.entries(settings)) await run(clone, "config", key, value);
    await writeFile(join(clone, ".gitattributes"), "*.ts binary filter=broken diff=broken\n");
    await run(clone, "config", "filter.broken.clean", "false");
    await run(clone, "config", "filter.broken.required", "true");

    const bareFolder = join(folder.path, "lineage.git");
    const lineage = await openLineage({ repository: clone, bareFolder, ref, signal });
    const first = await lineage.record({ agentSource: "a\r\n", message: "baseline", accepted: true });
    const second = await lineage.record({ agentSource: "b\n", message: "it-1", accepted: true });

    expect(await lineage.read(first.commit)).toBe("a\r\n");
    expect(await lineage.diff(first.commit, second.commit)).toContain("--- a/agent/agent.ts\n+++ b/agent/agent.ts\n");
    expect(second.short).toHaveLength(7);
    await expect(readFile(join(folder.path, "hook-ran"))).rejects.toThrow("ENOENT");
    expect(await run(clone, "log", "--no-show-signature", "-1", "--format=%an %ae", second.commit)).toBe(
      "auto-harness auto-harness@localhost",
    );
  });
});

describe("the head", () => {
  test("the same dates make the same hashes", async () => {
    await using folder = await temporaryFolder();
    const at = new Date("2026-01-02T03:04:05Z");
    const commits = [];
    for (const name of ["a.git", "b.git"]) {
      const lineage = await openLineage({ repository: null, bareFolder: join(folder.path, name), ref, signal });
      commits.push(await lineage.record({ agentSource: "x\n", message: "baseline", accepted: true, at }));
    }
    expect(commits[0]).toEqual(commits[1]);
  });

  test("recording the head once more gives the head", async () => {
    await using folder = await temporaryFolder();
    const lineage = await openLineage({ repository: null, bareFolder: join(folder.path, "l.git"), ref, signal });
    const first = await lineage.record({ agentSource: "x\n", message: "it-1: shorter\n\nwhy", accepted: true });
    expect(await lineage.record({ agentSource: "x\n", message: "it-1: shorter\n\nwhy", accepted: true })).toEqual(
      first,
    );
    expect(await lineage.history()).toEqual([first]);
  });

  test("an accepted candidate whose parent is no longer head is refused", async () => {
    await using folder = await temporaryFolder();
    const bareFolder = join(folder.path, "l.git");
    const lineage = await openLineage({ repository: null, bareFolder, ref, signal });
    const first = await lineage.record({ agentSource: "x\n", message: "baseline", accepted: true });
    const second = await lineage.record({ agentSource: "y\n", message: "it-1", accepted: true });
    const stale = lineage.record({ agentSource: "z\n", message: "it-2", accepted: true, parent: first.commit });
    await expect(stale).rejects.toMatchObject({ fault: "config", code: "lineage-moved" });
    const again = await openLineage({ repository: null, bareFolder, ref, signal });
    expect(await again.head()).toEqual(second);
  });

  test("refused candidates survive a garbage collection", async () => {
    await using folder = await temporaryFolder();
    const bareFolder = join(folder.path, "l.git");
    const lineage = await openLineage({ repository: null, bareFolder, ref, signal });
    const refused = await lineage.record({ agentSource: "no\n", message: "it-1", accepted: false });
    await run(bareFolder, `--git-dir=${bareFolder}`, "gc", "-q", "--prune=now");
    expect(await lineage.read(refused.commit)).toBe("no\n");
  });

  test.each(["refs/heads/main", "refs/auto-harness/../heads/main", "refs/auto-harness/A", "--help"])(
    "the ref %s is refused",
    async (bad) => {
      await using folder = await temporaryFolder();
      const opened = openLineage({ repository: null, bareFolder: join(folder.path, "l.git"), ref: bad, signal });
      await expect(opened).rejects.toMatchObject({ fault: "config", code: "lineage-bad-ref" });
    },
  );

  test.each(["HEAD", "--output=x", "abc"])("%s is no commit to read", async (commit) => {
    await using folder = await temporaryFolder();
    const lineage = await openLineage({ repository: null, bareFolder: join(folder.path, "l.git"), ref, signal });
    await expect(lineage.read(commit)).rejects.toMatchObject({ code: "git-bad-object" });
    await expect(lineage.diff(commit, commit)).rejects.toMatchObject({ code: "git-bad-object" });
  });

  test("an aborted signal stops it", async () => {
    await using folder = await temporaryFolder();
    const opened = openLineage({
      repository: null,
      bareFolder: join(folder.path, "l.git"),
      ref,
      signal: AbortSignal.abort(),
    });
    await expect(opened).rejects.toThrow();
  });
});
