import { fileURLToPath } from "node:url";
import type { CommandContext } from "../../src/commands/command.ts";
import { openEnvironment } from "../../src/config/env.ts";

export interface HeardContext extends CommandContext {
  /** Lines of standard output and of standard error. */
  heard: string[];
  complained: string[];
}

/** A command's surroundings in a folder of the test's: nobody is asked, no key is set. */
export async function commandContext(root: string): Promise<HeardContext> {
  const heard: string[] = [];
  const complained: string[] = [];
  return {
    ...{ root, heard, complained },
    packageRoot: fileURLToPath(new URL("../..", import.meta.url)),
    environment: await openEnvironment({ file: `${root}/.env`, variables: {}, terminal: false }),
    stream: process.stdout,
    out: (line) => void heard.push(line),
    err: (line) => void complained.push(line),
    ask: async () => false,
    signal: new AbortController().signal,
    onLeave: () => undefined,
  };
}
