// The processes in tau2's container that judge, when one of them comes to harm.

import { expect, it } from "vitest";
import { GoldReplay } from "../fixtures/tau/replay-gold.ts";
import { openTauDriver, openTauImage, readGold } from "../helpers/open-tau-driver.ts";

const signal = new AbortController().signal;

/** Kills the children of the driver, which is a child of the container's init, and says how many there were. */
const killJudges = `
import os, signal
parents = {}
for pid in filter(str.isdigit, os.listdir("/proc")):
    try:
        with open(f"/proc/{pid}/cmdline") as file, open(f"/proc/{pid}/stat") as stat:
            if "tau_driver" in file.read() and int(pid) != os.getpid():
                parents[int(pid)] = int(stat.read().rpartition(")")[2].split()[1])
    except OSError:
        pass
judges = [pid for pid, parent in parents.items() if parents.get(parent) in parents]
for pid in judges:
    os.kill(pid, signal.SIGKILL)
print(len(judges))
`;

it("ends the container when one is gone, so that the host opens another", async () => {
  await using image = await openTauImage();
  const replay = new GoldReplay();
  const gold = (await readGold(image, "retail"))["0"];
  if (gold === undefined) throw new Error("no task 0");
  await using driver = await openTauDriver(image, { domain: "retail", methods: replay.methods });
  await driver.first;
  const run = async (session: string): Promise<unknown> => {
    replay.add(session, gold);
    const user = { model: "scripted", args: {} };
    const params = { session, taskId: "0", seed: 300, trial: 0, maxSteps: 200, maxErrors: 10, user };
    return (await driver.peer.request("run", params, { signal })).result;
  };
  expect(await run("before")).toMatchObject({ status: "ended", reward: 1 });

  const options = { signal, timeoutMs: 30_000 };
  const { stdout } = await driver.sandbox.session.exec(["python", "-c", killJudges, "-"], options);
  expect(Number(stdout)).toBeGreaterThan(0);

  await expect(run("after")).rejects.toMatchObject({ name: "ChannelError" });
  expect(await driver.sandbox.main?.exited).toMatchObject({ exitCode: 5 });
  expect(driver.stderr()).toContain("a process that judges is gone");
});
