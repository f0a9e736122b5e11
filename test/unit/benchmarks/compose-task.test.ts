import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadTask } from "../../../src/benchmarks/terminal-bench/format/load-task.ts";
import { imagesOf, openTaskBox } from "../../../src/benchmarks/terminal-bench/trial/task-box.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const fixture = join(import.meta.dirname, "../../fixtures/harbor-tasks/compose-sidecar");
const signal = new AbortController().signal;

test("a compose task's images are main's and its sidecars', known before anything runs", async () => {
  const task = await loadTask(fixture);
  expect(imagesOf(task)).toEqual([
    expect.objectContaining({ kind: "build", name: "compose-sidecar", context: join(fixture, "environment") }),
    expect.objectContaining({
      ...{ kind: "build", name: "compose-sidecar ledger", context: join(fixture, "environment", "ledger") },
      args: { WORD_FILE: "/etc/ledger/word" },
    }),
  ]);
  expect(task.notes.filter((note) => note.startsWith("compose: "))).toHaveLength(2);
});

test("a file that a sidecar gets is part of the task, and one that reaches out is refused by task, service and key", async () => {
  await using folder = await temporaryFolder();
  const copy = join(folder.path, "compose-sidecar");
  await cp(fixture, copy, { recursive: true });
  const before = await loadTask(copy);
  await writeFile(join(copy, "environment", "word"), "stork\n");
  expect((await loadTask(copy)).digest).not.toBe(before.digest);
  const file = join(copy, "environment", "docker-compose.yaml");
  await rm(file);
  await writeFile(
    join(copy, "environment", "docker-compose.yml"),
    "services: { main: { pid: host }, db: { image: x } }",
  );
  await expect(loadTask(copy)).rejects.toMatchObject({
    ...{ fault: "config", code: "compose-refused" },
    message: expect.stringMatching(/task compose-sidecar.*main\.pid: host is a namespace/),
  });
});

test("a provider that opens no projects is named", async () => {
  const task = await loadTask(fixture);
  const provider = openFakeProvider();
  const openBox = async () => expect.unreachable("no box is opened");
  expect(provider.openProject).toBeUndefined();
  await expect(openTaskBox(task, { openBox, signal })).rejects.toMatchObject({
    ...{ fault: "config", code: "compose-unsupported" },
  });
});
