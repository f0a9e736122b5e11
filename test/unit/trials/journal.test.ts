import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { noUsage, type Usage } from "../../../src/core/model.ts";
import { type Journal, openJournal, readJournal } from "../../../src/trials/journal.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

function files({ path }: TemporaryFolder): [string, string] {
  return [join(path, "host", "journal.sqlite"), join(path, "host", "lock.sqlite")];
}

function open(folder: TemporaryFolder): Journal {
  return openJournal(...files(folder));
}

test("a record from before calls were timed comes back with times of nothing", async () => {
  await using folder = await temporaryFolder();
  using journal = open(folder);
  const { usage, ...rest } = trialRecord({ userUsage: noUsage });
  const { throttledMs, latencyMs, longestCallMs, ...old } = usage;
  journal.finishTrial({ ...rest, usage: old as Usage, userUsage: old as Usage });
  expect([throttledMs, latencyMs, longestCallMs]).toEqual([0, 0, 0]);
  expect(journal.trials()).toEqual([{ ...rest, usage, userUsage: usage }]);
});

const busy = expect.objectContaining({ fault: "config", code: "experiment-busy" });

describe("trials", () => {
  test("come back as they were written, in the order in which they ended, also after a restart", async () => {
    await using folder = await temporaryFolder();
    const records = [
      trialRecord({ task: "beta", outcome: { status: "void", reason: "gone" }, attempts: 3, notes: ["a", "ü"] }),
      trialRecord({ task: "alpha", outcome: { status: "scored", reward: 0.25 } }),
      trialRecord({ task: "gamma", step: "test", decision: "it-1", agent: "other" }),
      trialRecord({ task: "delta", step: "test", decision: "it-2" }),
    ];
    {
      using journal = open(folder);
      for (const record of records) journal.finishTrial(record);
      expect(journal.trials()).toEqual(records);
    }
    using journal = open(folder);
    expect(journal.trials()).toEqual(records);
    expect(journal.trial(records[1]?.key ?? "")).toEqual(records[1]);
    expect(journal.trial("nobody's key")).toBeUndefined();
  });

  test.each([
    [{}, ["alpha", "beta", "gamma"]],
    [{ task: "beta" }, ["beta"]],
    [{ step: "test" }, ["beta", "gamma"]],
    [{ step: "test", decision: "it-2" }, ["gamma"]],
    [{ agent: "other" }, ["gamma"]],
    [{ agent: "other", task: "alpha" }, []],
  ] as const)("are found by %j", async (filter, expected) => {
    await using folder = await temporaryFolder();
    using journal = open(folder);
    journal.finishTrial(trialRecord({ task: "alpha", step: "train" }));
    journal.finishTrial(trialRecord({ task: "beta", step: "test", decision: "it-1" }));
    journal.finishTrial(trialRecord({ task: "gamma", step: "test", decision: "it-2", agent: "other" }));
    expect(journal.trials(filter).map(({ parts }) => parts.task)).toEqual(expected);
  });

  test("written again under the same key, as a void one that came good, replace the earlier record", async () => {
    await using folder = await temporaryFolder();
    using journal = open(folder);
    const good = trialRecord({ task: "alpha" });
    journal.finishTrial({ ...good, outcome: { status: "void", reason: "gone" } });
    journal.finishTrial(good);
    expect(journal.trials()).toEqual([good]);
  });

  test("started and not ended are told, until they end", async () => {
    await using folder = await temporaryFolder();
    const [one, two] = [trialRecord({ task: "one" }), trialRecord({ task: "two" })];
    {
      using journal = open(folder);
      journal.startTrial(one.key, "one", "train");
      journal.startTrial(two.key, "two", "train");
      journal.startTrial(two.key, "two", "train");
      journal.finishTrial(one);
    }
    using journal = open(folder);
    expect(journal.unfinished()).toEqual([two.key]);
    journal.finishTrial(two);
    expect(journal.unfinished()).toEqual([]);
  });

  test("give mean durations by task, of the scored ones alone", async () => {
    await using folder = await temporaryFolder();
    using journal = open(folder);
    journal.finishTrial(trialRecord({ task: "slow", totalMs: 1000 }));
    journal.finishTrial(trialRecord({ task: "slow", step: "test", totalMs: 3000 }));
    const outcome = { status: "void", reason: "gone" } as const;
    journal.finishTrial(trialRecord({ task: "slow", step: "suite", totalMs: 90_000, outcome }));
    journal.finishTrial(trialRecord({ task: "never", outcome }));
    expect(journal.durations()).toEqual(new Map([["slow", 2000]]));
  });
});

describe("state", () => {
  test("is read back by name, replaced when written again, and listed by the beginning of its name in order", async () => {
    await using folder = await temporaryFolder();
    using journal = open(folder);
    journal.write("iteration/000002", { n: 2 });
    journal.write("iteration/000001", { n: 0 });
    journal.write("iteration/000001", { n: 1 });
    journal.write("iteration", null);
    journal.write("Iteration/000003", "another case");
    journal.write("iteration_000004", "a pattern's character");
    expect(journal.read("iteration/000001")).toEqual({ n: 1 });
    expect(journal.read("iteration")).toBeNull();
    expect(journal.read("missing")).toBeUndefined();
    expect(journal.list("iteration/")).toEqual([
      { name: "iteration/000001", value: { n: 1 } },
      { name: "iteration/000002", value: { n: 2 } },
    ]);
    expect(journal.list("nothing/")).toEqual([]);
  });
});

describe("the file", () => {
  test("is in a folder that only its owner can enter", async () => {
    await using folder = await temporaryFolder();
    using _journal = open(folder);
    expect((await stat(join(folder.path, "host"))).mode & 0o777).toBe(0o700);
  });

  test("of another version is refused by name, and the lock is given back", async () => {
    await using folder = await temporaryFolder();
    const [file] = files(folder);
    open(folder)[Symbol.dispose]();
    const database = new DatabaseSync(file);
    database.exec("UPDATE meta SET version = 99");
    database.close();
    const refused = expect.objectContaining({ fault: "config", code: "journal-version" });
    expect(() => open(folder)).toThrow(refused);
    expect(() => open(folder)).toThrow(/version 99.*reads 1/);
  });

  test("that is missing is a config fault for a reader, who makes none", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "journal.sqlite");
    expect(() => readJournal(file)).toThrow(expect.objectContaining({ fault: "config", code: "no-journal" }));
    await expect(stat(file)).rejects.toThrow("ENOENT");
  });

  test("can be read while its writer works", async () => {
    await using folder = await temporaryFolder();
    using writer = open(folder);
    const [file] = files(folder);
    using reader = readJournal(file);
    const record = trialRecord();
    writer.finishTrial(record);
    expect(reader.trials()).toEqual([record]);
    expect(() => reader.write("a", 1)).toThrow(/readonly/);
  });

  test("is closed twice without harm", async () => {
    await using folder = await temporaryFolder();
    const journal = open(folder);
    journal[Symbol.dispose]();
    journal[Symbol.dispose]();
    using _again = open(folder);
  });
});

describe("the lock", () => {
  test("refuses a second host in the same process, and is given back on closing", async () => {
    await using folder = await temporaryFolder();
    const first = open(folder);
    expect(() => open(folder)).toThrow(busy);
    first[Symbol.dispose]();
    using _second = open(folder);
  });

  test("refuses a second host in another process, both ways round", async () => {
    await using folder = await temporaryFolder();
    await using other = await openHolder(folder);
    expect(other.said).toBe("held");
    expect(() => open(folder)).toThrow(busy);
    await other.kill();
    using _mine = open(folder);
    await using late = await openHolder(folder);
    expect(late.said).toBe("experiment-busy");
  }, 30_000);

  test("comes back from a holder that was killed, with what it had written and what it had begun", async () => {
    await using folder = await temporaryFolder();
    await using holder = await openHolder(folder);
    expect(holder.said).toBe("held");
    await holder.kill();
    using journal = open(folder);
    expect(journal.read("written")).toBe("before the kill");
    expect(journal.unfinished()).toEqual(["some key"]);
  }, 30_000);
});

interface Holder extends AsyncDisposable {
  /** "held", or the code of its refusal. */
  said: string;
  /** As `kill -9` does. */
  kill(): Promise<void>;
}

/** Another host: a process of its own that opens the journal and stays. */
async function openHolder(folder: TemporaryFolder): Promise<Holder> {
  const module = new URL("../../../src/trials/journal.ts", import.meta.url).href;
  const program = `
    import { openJournal } from ${JSON.stringify(module)};
    try {
      const journal = openJournal(...${JSON.stringify(files(folder))});
      journal.write("written", "before the kill");
      journal.startTrial("some key", "task", "train");
      console.log("held");
      setInterval(() => journal.read("x"), 60_000);
    } catch (error) { console.log(error.code); }`;
  const child: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  if (child.stdout === null) throw new Error("the holder has no standard output");
  const [said] = await once(createInterface({ input: child.stdout }), "line");
  return { said: String(said), kill, [Symbol.asyncDispose]: kill };
}
