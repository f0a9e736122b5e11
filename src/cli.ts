// argv → command → exit code. The only file that ends the process by force, at the second Ctrl-C.

import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Command, CommandContext, FlagValues } from "./commands/command.ts";
import { commandHelp, overview } from "./commands/help.ts";
import { commands, findCommand } from "./commands/index.ts";
import { openEnvironment } from "./config/env.ts";
import { exitCodeOf, exitCodes, harnessErrorOf } from "./core/fault.ts";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** Sets process.exitCode; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  const interruption = watchInterrupts();
  try {
    process.exitCode = await run(argv, interruption);
  } catch (error) {
    process.exitCode = explain(error, interruption.signal);
  } finally {
    interruption.close();
  }
}

async function run(argv: readonly string[], interruption: Interruption): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    printAll(overview(commands));
    return name === undefined ? exitCodes.config : exitCodes.done;
  }
  const command = findCommand(name);
  if (command === undefined) {
    process.stderr.write(`auto-harness: there is no command ${name}; \`auto-harness --help\` lists them\n`);
    return exitCodes.config;
  }
  const flags = parseFlags(command, rest);
  if (typeof flags === "string") {
    process.stderr.write(`auto-harness ${name}: ${flags}; \`auto-harness ${name} --help\` lists the options\n`);
    return exitCodes.config;
  }
  if (flags["help"] === true) {
    printAll(commandHelp(command));
    return exitCodes.done;
  }
  return await command.run(flags, await openContext(interruption));
}

/** The flags' values, or in words what is wrong with them. */
function parseFlags(command: Command, args: readonly string[]): FlagValues | string {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([flag, { type, short }]) => [
      flag,
      { type, ...(short === undefined ? {} : { short }) },
    ]),
  );
  try {
    const help = { type: "boolean", short: "h" } as const;
    const allowPositionals = command.actions !== undefined || command.operands !== undefined;
    const joined = joinNegativeNumbers(command, args);
    const parsed = parseArgs({ args: joined, options: { ...options, help }, strict: true, allowPositionals });
    if (parsed.values["help"] === true) return parsed.values as FlagValues;
    if (command.operands !== undefined) {
      const names = Object.keys(command.operands);
      const given = parsed.positionals;
      const operands = Object.fromEntries(names.map((name, at) => [name.replace(/^\[|\]$/g, ""), given[at]] as const));
      const needed = names.filter((name) => !name.startsWith("[")).length;
      if (given.length >= needed && given.length <= names.length)
        return { ...parsed.values, ...operands } as FlagValues;
      return `expected ${names.join(" and ")}, got ${given.join(" ") || "nothing"}`;
    }
    const [action, ...more] = parsed.positionals;
    if (command.actions === undefined) return parsed.values as FlagValues;
    if (action !== undefined && more.length === 0 && Object.hasOwn(command.actions, action)) {
      return { ...parsed.values, action } as FlagValues;
    }
    return `expected one of ${Object.keys(command.actions).join(", ")}, got ${parsed.positionals.join(" ") || "nothing"}`;
  } catch (error) {
    return error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error);
  }
}

/** `--flag -3` as `--flag=-3`, which parseArgs takes for a value. */
function joinNegativeNumbers({ options }: Command, args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    const takesValue = before?.startsWith("--") === true && options[before.slice(2)]?.type === "string";
    if (takesValue && /^-\.?\d/.test(arg)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

async function openContext(interruption: Interruption): Promise<CommandContext> {
  const root = process.cwd();
  return {
    root,
    packageRoot,
    environment: await openEnvironment({ file: join(root, ".env") }),
    stream: process.stdout,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    ask: async (question) => await ask(question, interruption.signal),
    signal: interruption.signal,
    onLeave: interruption.onLeave,
  };
}

async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(|y|yes)$/i.test((await reader.question(`${question} [Y/n] `, { signal })).trim());
  } finally {
    reader.close();
  }
}

interface Interruption {
  signal: AbortSignal;
  onLeave: (work: () => Promise<void>) => void;
  close: () => void;
}

/** Once: abort, everything is closed in order. Twice: leave at once, after a sweep. */
function watchInterrupts(): Interruption {
  const controller = new AbortController();
  const leaving: Array<() => Promise<void>> = [];
  const handle = () => {
    if (!controller.signal.aborted) {
      controller.abort(new DOMException("interrupted", "AbortError"));
      process.stderr.write("\nstopping; everything so far is kept (Ctrl-C again leaves at once)\n");
      return;
    }
    process.stderr.write("\nleaving\n");
    void Promise.allSettled(leaving.map(async (work) => await work())).then(() => process.exit(exitCodes.interrupted));
  };
  // Whoever read along has gone, such as `head`.
  const unread = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (!controller.signal.aborted) controller.abort(new DOMException("nobody reads the output", "AbortError"));
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", unread);
  return {
    signal: controller.signal,
    onLeave: (work) => leaving.push(work),
    close: () => {
      for (const name of ["SIGINT", "SIGTERM"]) {
        process.off(name, handle);
        // The second one may come when there is nothing left to leave.
        if (controller.signal.aborted) process.on(name, () => process.exit(exitCodes.interrupted));
      }
    },
  };
}

function explain(error: unknown, signal: AbortSignal): number {
  const known = harnessErrorOf(error);
  if (signal.aborted && known === undefined) {
    process.stderr.write("stopped; the same command goes on where it was\n");
    return exitCodes.interrupted;
  }
  if (known !== undefined) {
    process.stderr.write(`auto-harness: ${known.message}\n`);
    return exitCodeOf(known);
  }
  process.stderr.write(
    `auto-harness: this is a bug, please report it:\n${error instanceof Error ? error.stack : error}\n`,
  );
  return exitCodes.bug;
}

function printAll(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
