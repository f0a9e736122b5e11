import { expect, test, vi } from "vitest";
import { runCommand } from "../../../src/lib/run-command.ts";

/** Starts a child that would live on, and prints its number. */
const script = "sleep 600 & echo $!; wait";

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each(["aborted", "out of time"])(
  "a group of its own ends with all that it has started when it is %s",
  async (how) => {
    const controller = new AbortController();
    let pid = 0;
    const running = runCommand(["sh", "-c", script], {
      ...{ signal: controller.signal, ownGroup: true, timeoutMs: how === "aborted" ? 600_000 : 4000 },
      onLine: (line) => {
        pid = Number(line);
        if (how === "aborted") controller.abort(new Error("enough"));
      },
    });
    if (how === "aborted") await expect(running).rejects.toThrow("enough");
    else expect((await running).exitCode).not.toBe(0);
    await vi.waitFor(() => expect([pid > 0, lives(pid)]).toEqual([true, false]), { timeout: 20_000 });
  },
);

test("a group of its own is not started once it is aborted, and ends by itself as any other", async () => {
  const signal = new AbortController().signal;
  const done = await runCommand(["sh", "-c", "echo out; echo err >&2; exit 3"], { signal, ownGroup: true });
  expect(done).toEqual({ exitCode: 3, stdout: "out\n", stderr: "err\n" });
  const late = runCommand(["sh", "-c", "exit 0"], { signal: AbortSignal.abort(new Error("late")), ownGroup: true });
  await expect(late).rejects.toThrow("late");
  expect((await runCommand(["no-such-program"], { signal, ownGroup: true })).exitCode).toBe(127);
});
