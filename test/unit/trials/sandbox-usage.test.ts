import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { SandboxProvider, SandboxUsage } from "../../../src/core/sandbox.ts";
import { openJournal } from "../../../src/trials/journal.ts";
import { keepSandboxUsage, readSandboxUsage, usageLines } from "../../../src/trials/sandbox-usage.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const some: SandboxUsage = { sandboxes: 2, hours: 0.5, processorHours: 1, memoryGibHours: 0.25 };

function provider(name: string, usage: () => SandboxUsage): SandboxProvider {
  return { ...openFakeProvider(), name, usage };
}

async function openScene() {
  const folder = await temporaryFolder();
  onTestFinished(() => folder[Symbol.asyncDispose]());
  return () => openJournal(join(folder.path, "journal.sqlite"), join(folder.path, "lock.sqlite"));
}

test("what runs use adds up in the journal, by provider, and stays where a run opens none", async () => {
  const open = await openScene();
  for (let run = 1; run <= 2; run += 1) {
    using journal = open();
    using usage = keepSandboxUsage(journal);
    const [tasks, agents] = [provider("e2b", () => some), provider("docker", () => ({ ...some, sandboxes: 0 }))];
    usage.watch({ ...tasks, name: "e2b, agents at docker", placed: { tasks, agents } });
  }
  using journal = open();
  keepSandboxUsage(journal)[Symbol.dispose]();
  expect(readSandboxUsage(journal)).toEqual({
    e2b: { sandboxes: 4, hours: 1, processorHours: 2, memoryGibHours: 0.5 },
  });
  expect(usageLines(readSandboxUsage(journal))).toEqual([
    "e2b: 4 sandboxes, 1.00 hours, 2.00 processor-hours, 0.50 GiB-hours, of all runs",
  ]);
});

test("a host that is killed loses half a minute of it", async () => {
  const open = await openScene();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  let hours = 0;
  using journal = open();
  using usage = keepSandboxUsage(journal);
  usage.watch(provider("e2b", () => ({ ...some, hours })));
  hours = 1;
  vi.advanceTimersByTime(30_000);
  hours = 2;
  vi.advanceTimersByTime(29_999);
  expect(readSandboxUsage(journal)).toEqual({ e2b: { ...some, hours: 1 } });
});

test("a journal of before it was counted has none", async () => {
  using journal = (await openScene())();
  expect(readSandboxUsage(journal)).toEqual({});
});
