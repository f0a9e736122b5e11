// Reads dictionaries of strings out of a Python file without running it: Python's own parser does, in a container or by
// a Python that the person names.

import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { BoxSpec } from "../../../core/benchmark.ts";
import { HarnessError } from "../../../core/fault.ts";
import type { Sandbox } from "../../../core/sandbox.ts";
import { digestFolder } from "../../../lib/digest-folder.ts";
import { runCommand } from "../../../lib/run-command.ts";

export type Dictionaries = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Throws config "bird-prompts-unreadable", and faults of what it runs in. */
export type PromptReader = (
  source: string,
  names: readonly string[],
  options: { signal: AbortSignal },
) => Promise<Dictionaries>;

/** In a clone as in an installed package. */
const context = fileURLToPath(new URL("../../../../images/bird-prompts", import.meta.url));
const limitMs = 60_000;

/** With a Python of this machine. */
export function hostPromptReader(python: string): PromptReader {
  return async (source, names, { signal }) => {
    const command = [python, "-I", `${context}/read_prompts.py`, "-", ...names];
    const result = await runCommand(command, { signal, input: source, timeoutMs: limitMs });
    if (result.exitCode === 127) throw unreadable(`${python} was not found (bird_python_bin)`);
    return read(result);
  };
}

/** In a container without a network; `openBox` opens what it is told. */
export function boxPromptReader(openBox: (spec: BoxSpec) => Promise<Sandbox>): PromptReader {
  return async (source, names, { signal }) => {
    await using box = await openBox({
      image: { kind: "build", name: "bird-prompts", context, digest: await digestFolder(context) },
      network: "none",
      profile: "task",
      limits: { memoryMb: 256, pids: 32 },
    });
    await box.session.writeFile("/tmp/prompts.py", source, { signal });
    const command = ["python3", "-I", "/opt/bird/read_prompts.py", "/tmp/prompts.py", ...names];
    return read(await box.session.exec(command, { signal, timeoutMs: limitMs }));
  };
}

const dictionaries = z.record(z.string(), z.record(z.string(), z.string()));

function read({ exitCode, stdout, stderr }: { exitCode: number | null; stdout: string; stderr: string }): Dictionaries {
  if (exitCode !== 0) throw unreadable(stderr.trim().split("\n").at(-1) ?? "");
  return dictionaries.parse(JSON.parse(stdout));
}

function unreadable(why: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "bird-prompts-unreadable",
    message: `upstream's prompts can't be read: ${why}`,
  });
}
