import { chmod, link, mkdir, rename, rm, symlink, truncate, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../../src/lib/run-command.ts";
import { compareTrees, describeViolation } from "../../../src/workspace/file-guard.ts";
import { snapshotTree } from "../../../src/workspace/snapshot-tree.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const allowed = ["agent/agent.ts", "workspace/learnings.md"];
type Edit = (root: string) => Promise<unknown>;

/** The violations that an edit of a small tree leads to. */
async function judge(edit: Edit): Promise<string[]> {
  await using folder = await temporaryFolder();
  const root = folder.path;
  for (const name of ["agent/templates", "workspace", ".git"]) await mkdir(join(root, name), { recursive: true });
  await writeFile(join(root, "agent/agent.ts"), "agent");
  await writeFile(join(root, "agent/templates/x.ts"), "template");
  await writeFile(join(root, "workspace/learnings.md"), "# Learnings");
  await writeFile(join(root, "PROGRAM.md"), "program");
  await symlink("PROGRAM.md", join(root, "link"));
  const options = { ignore: [".git"], maxFileBytes: 1024 * 1024 };
  const before = await snapshotTree(root, options);
  await edit(root);
  return compareTrees(before, await snapshotTree(root, options), allowed).map(describeViolation);
}

async function makePipe(path: string): Promise<void> {
  await runCommand(["mkfifo", path], { signal: AbortSignal.timeout(5000) });
}

/** Renamed while it is listened at: closing removes the name that it was made with only. */
async function makeSocket(path: string): Promise<void> {
  const made = `${path}.made`;
  const server = createServer();
  await new Promise<void>((resolve, reject) => void server.once("error", reject).listen(made, resolve));
  await rename(made, path);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
}

/** As editors save: a new file under the old name. */
async function replaceFile(path: string, content: string): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

describe("the file guard", () => {
  const cases: Array<[string, Edit, string[]]> = [
    ["no edit", async () => {}, []],
    ["an edited agent", (root) => writeFile(join(root, "agent/agent.ts"), "better"), []],
    ["an agent that others may not read", (root) => chmod(join(root, "agent/agent.ts"), 0o600), []],
    [
      "an agent that can be executed",
      (root) => chmod(join(root, "agent/agent.ts"), 0o755),
      ["mode changed: agent/agent.ts"],
    ],
    [
      "learnings that run as their owner",
      (root) => chmod(join(root, "workspace/learnings.md"), 0o4644),
      ["mode changed: workspace/learnings.md"],
    ],
    ["an agent by a new file of the same name", (root) => replaceFile(join(root, "agent/agent.ts"), "better"), []],
    ["appended learnings", (root) => writeFile(join(root, "workspace/learnings.md"), "more", { flag: "a" }), []],
    ["an ignored folder", (root) => writeFile(join(root, ".git/x"), "x"), []],
    ["an edited program", (root) => writeFile(join(root, "PROGRAM.md"), "PROGRAM"), ["changed: PROGRAM.md"]],
    ["a new mode", (root) => chmod(join(root, "PROGRAM.md"), 0o755), ["mode changed: PROGRAM.md"]],
    ["a folder's mode", (root) => chmod(join(root, "workspace"), 0o777), ["mode changed: workspace"]],
    ["a new file", (root) => writeFile(join(root, "agent/helper.ts"), ""), ["added: agent/helper.ts"]],
    ["a new empty folder", (root) => mkdir(join(root, "agent/lib")), ["added: agent/lib"]],
    ["a removed template", (root) => unlink(join(root, "agent/templates/x.ts")), ["removed: agent/templates/x.ts"]],
    ["a removed agent", (root) => unlink(join(root, "agent/agent.ts")), ["removed: agent/agent.ts"]],
    [
      "a link put elsewhere",
      async (root) => {
        await unlink(join(root, "link"));
        await symlink("agent/agent.ts", join(root, "link"));
      },
      ["link changed: link"],
    ],
    [
      "an agent that is a link",
      async (root) => {
        await unlink(join(root, "agent/agent.ts"));
        await symlink("../PROGRAM.md", join(root, "agent/agent.ts"));
      },
      ["no longer the same kind of file: agent/agent.ts"],
    ],
    [
      "an agent that is a hard link",
      async (root) => {
        await unlink(join(root, "agent/agent.ts"));
        await link(join(root, "PROGRAM.md"), join(root, "agent/agent.ts"));
      },
      ["link changed: PROGRAM.md", "link changed: agent/agent.ts"],
    ],
    [
      "a hard link to the agent",
      (root) => link(join(root, "agent/agent.ts"), join(root, "agent/copy.ts")),
      ["link changed: agent/agent.ts", "added: agent/copy.ts"],
    ],
    [
      "a hard link to the program from outside of the tree",
      (root) => link(join(root, "PROGRAM.md"), join(root, ".git/elsewhere")),
      ["link changed: PROGRAM.md"],
    ],
    [
      "a program that is a link to the same text",
      async (root) => {
        await rename(join(root, "PROGRAM.md"), join(root, ".git/PROGRAM.md"));
        await symlink(".git/PROGRAM.md", join(root, "PROGRAM.md"));
      },
      ["no longer the same kind of file: PROGRAM.md"],
    ],
    [
      "a folder that is a link to the same files",
      async (root) => {
        await rename(join(root, "agent/templates"), join(root, ".git/templates"));
        await symlink("../.git/templates", join(root, "agent/templates"));
      },
      ["no longer the same kind of file: agent/templates", "removed: agent/templates/x.ts"],
    ],
    ["a new link", (root) => symlink("/etc/passwd", join(root, "workspace/x")), ["added: workspace/x"]],
    ["a link to nothing", (root) => symlink("nowhere", join(root, "workspace/x")), ["added: workspace/x"]],
    ["a link that turns into itself", (root) => symlink("x", join(root, "workspace/x")), ["added: workspace/x"]],
    [
      "a renamed program",
      (root) => rename(join(root, "PROGRAM.md"), join(root, "program.md")),
      ["removed: PROGRAM.md", "added: program.md"],
    ],
    [
      "a renamed folder",
      (root) => rename(join(root, "agent/templates"), join(root, "agent/old")),
      [
        ...["added: agent/old", "added: agent/old/x.ts"],
        ...["removed: agent/templates", "removed: agent/templates/x.ts"],
      ],
    ],
    [
      "an agent and a program that have changed places",
      async (root) => {
        await rename(join(root, "agent/agent.ts"), join(root, "x"));
        await rename(join(root, "PROGRAM.md"), join(root, "agent/agent.ts"));
        await rename(join(root, "x"), join(root, "PROGRAM.md"));
      },
      ["changed: PROGRAM.md"],
    ],
    ["a new pipe", (root) => makePipe(join(root, "agent/pipe")), ["added: agent/pipe"]],
    [
      "a pipe in place of the program",
      async (root) => {
        await unlink(join(root, "PROGRAM.md"));
        await makePipe(join(root, "PROGRAM.md"));
      },
      ["no longer the same kind of file: PROGRAM.md"],
    ],
    ["a new socket", (root) => makeSocket(join(root, "workspace/s")), ["added: workspace/s"]],
    [
      "a socket in place of the agent",
      async (root) => {
        await unlink(join(root, "agent/agent.ts"));
        await makeSocket(join(root, "agent/agent.ts"));
      },
      ["no longer the same kind of file: agent/agent.ts"],
    ],
    [
      "a folder in place of the agent",
      async (root) => {
        await unlink(join(root, "agent/agent.ts"));
        await mkdir(join(root, "agent/agent.ts"));
      },
      ["no longer the same kind of file: agent/agent.ts"],
    ],
    [
      "a pipe in place of learnings",
      async (root) => {
        const path = join(root, "workspace/learnings.md");
        await unlink(path);
        await makePipe(path);
      },
      ["no longer the same kind of file: workspace/learnings.md"],
    ],
    [
      "a folder in place of the program, two levels deep",
      async (root) => {
        await rm(join(root, "PROGRAM.md"));
        await mkdir(join(root, "PROGRAM.md/x"), { recursive: true });
      },
      ["no longer the same kind of file: PROGRAM.md", "added: PROGRAM.md/x"],
    ],
    ["a huge agent", (root) => truncate(join(root, "agent/agent.ts"), 600 * 1024), ["too large: agent/agent.ts"]],
    ["a sparse giant", (root) => truncate(join(root, "PROGRAM.md"), 2 ** 40), ["too large: PROGRAM.md"]],
    ["a hostile name", (root) => writeFile(join(root, "a\nok: b"), ""), ['added: "a\\nok: b"']],
    [
      "a name that is not UTF-8",
      (root) => writeFile(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]), ""),
      ["added: \ufffd\ufffd"],
    ],
  ];

  test.each(cases)("%s", async (_, edit, violations) => {
    expect(await judge(edit)).toEqual(violations);
  });

  test("a tree with too many entries is the agent's fault", async () => {
    await using folder = await temporaryFolder();
    for (let index = 0; index < 5; index += 1) await writeFile(join(folder.path, String(index)), "");
    const read = snapshotTree(folder.path, { maxEntries: 4 });
    await expect(read).rejects.toMatchObject({ fault: "agent", code: "tree-too-large" });
  });

  test("a folder that is missing or a link is refused", async () => {
    await using folder = await temporaryFolder();
    await symlink(".", join(folder.path, "link"));
    for (const name of ["none", "link"]) {
      await expect(snapshotTree(join(folder.path, name))).rejects.toMatchObject({ code: "tree-missing" });
    }
  });
});
