import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stepsOf } from "../../../src/engine/steps.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { openFolder, signal } from "./engine-fakes.ts";

describe("steps", () => {
  test("a step says one line with its time, and its commands' output is in the log", async () => {
    await using folder = await openFolder();
    const said: string[] = [];
    const logFile = join(folder.path, "logs", "x.log");
    const say = (line: string) => said.push(line);
    const step = stepsOf({ say, logFile, signal, run: runCommand, fault: "config", code: "broken" });
    const result = await step("greet", async (log) => (await log.command(["sh", "-c", "echo hello"])).stdout);
    expect(result).toBe("hello\n");
    expect(said).toEqual([expect.stringMatching(/^greet: done \(\d+\.\d s\)$/)]);
    expect(await readFile(logFile, "utf8")).toMatch(/greet\n\$ sh -c echo hello\nhello\n/);
  });

  test.each([
    ["a command that fails", ["sh", "-c", "echo the reason >&2; exit 3"], "exit code 3", "the reason"],
    ["a program that is not there", ["auto-harness-no-such-program"], "exit code 127", "not found"],
  ])("%s ends the step with the end of its log", async (_name, command, why, shown) => {
    await using folder = await openFolder();
    const logFile = join(folder.path, "x.log");
    const say = () => undefined;
    const step = stepsOf({ say, logFile, signal, run: runCommand, fault: "config", code: "broken" });
    const failure = step("greet", (log) => log.command(command));
    await expect(failure).rejects.toMatchObject({ fault: "config", code: "broken" });
    await expect(failure).rejects.toThrow(why);
    await expect(failure).rejects.toThrow(shown);
    await expect(failure).rejects.toThrow(logFile);
  });

  test("an abort is thrown as it is", async () => {
    await using folder = await openFolder();
    const controller = new AbortController();
    const step = stepsOf({
      say: () => undefined,
      logFile: join(folder.path, "x.log"),
      signal: controller.signal,
      run: runCommand,
      fault: "config",
      code: "broken",
    });
    const waiting = step("sleep", (log) => log.command(["sleep", "30"]));
    setTimeout(() => controller.abort(new Error("stop")), 50);
    await expect(waiting).rejects.toThrow("stop");
  });
});
