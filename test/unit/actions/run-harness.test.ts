// A small program in place of the command line: what it is given, and what comes back of it.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HarnessOptions, runHarness } from "../../../src/actions/run-harness.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function run(program: string, options: Partial<HarnessOptions> = {}) {
  await using folder = await temporaryFolder();
  const bin = join(folder.path, "program.mjs");
  await writeFile(bin, program);
  const lines: string[] = [];
  const never = new AbortController().signal;
  const ran = await runHarness(["one", "--two=3"], {
    ...{ bin, cwd: folder.path, environment: {}, secrets: [], show: "stderr", signal: never, leave: never },
    onLine: (line) => lines.push(line),
    ...options,
  });
  return { ...ran, lines };
}

test("it gets its arguments and the environment without what is the runner's", async () => {
  const environment = {
    ...{ OPENAI_API_KEY: "sk", CI: "true", RUNNER_TRACKING_ID: "x", GITHUB_TOKEN: "t", GITHUB_ENV: "/f" },
    ...{ ACTIONS_RUNTIME_TOKEN: "t", RUNNER_TEMP: "/t", INPUT_COMMAND: "check" },
  };
  const told = "console.log(JSON.stringify([process.argv.slice(2), Object.keys(process.env).sort()]))";
  const { exitCode, stdout } = await run(told, { environment });
  expect([exitCode, JSON.parse(stdout)]).toEqual([
    0,
    [
      ["one", "--two=3"],
      ["CI", "OPENAI_API_KEY", "RUNNER_TRACKING_ID"],
    ],
  ]);
});

test.each([
  ["none", []],
  ["stderr", ["err [redacted]"]],
  ["both", ["out [redacted]", "err [redacted]"]],
] as const)("of its streams %s is shown, all comes back, and no secret does", async (show, shown) => {
  const program = 'console.log("out sk-secret"); console.error("err sk-secret"); process.exitCode = 3;';
  const { lines, ...ran } = await run(program, { show, secrets: ["sk-secret", null] });
  expect(ran).toEqual({ exitCode: 3, stdout: "out [redacted]", stderr: "err [redacted]" });
  expect(lines.toSorted()).toEqual(shown.toSorted());
});

test("it is asked to stop, asked again, and its own end is what counts", async () => {
  const [stop, leave] = [new AbortController(), new AbortController()];
  const program = `
    let asked = 0;
    process.on("SIGTERM", () => { console.error("asked " + ++asked); if (asked === 2) process.exit(130); });
    setInterval(() => undefined, 1000);
    console.error("ready");`;
  const said: string[] = [];
  const { exitCode } = await run(program, {
    ...{ signal: stop.signal, leave: leave.signal },
    onLine(line) {
      said.push(line);
      (line === "ready" ? stop : leave).abort();
    },
  });
  expect([exitCode, said]).toEqual([130, ["ready", "asked 1", "asked 2"]]);
});

test("what a signal ended has the exit code that a shell gives it", async () => {
  expect(await run('process.kill(process.pid, "SIGKILL"); setInterval(() => undefined, 1000);')).toMatchObject({
    exitCode: 137,
  });
});
