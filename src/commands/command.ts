// What every command gets and gives: values of its flags in, an exit code out.

import type { ParseArgsOptionDescriptor } from "node:util";
import type { Environment } from "../config/env.ts";

export interface CommandContext {
  /** Where the person stands: the clone, or the folder with experiment_config.yaml. */
  root: string;
  /** Where this program's own files are: templates, datasets, images. */
  packageRoot: string;
  environment: Environment;
  stream: NodeJS.WriteStream;
  out: (line: string) => void;
  /** Progress and explanations, when standard output is a program's. */
  err: (line: string) => void;
  ask: (question: string) => Promise<boolean>;
  /** Aborted by the first Ctrl-C. */
  signal: AbortSignal;
  /** Runs at the second Ctrl-C, before the process leaves. */
  onLeave: (work: () => Promise<void>) => void;
}

export interface CommandOption extends ParseArgsOptionDescriptor {
  description: string;
  /** How its value is shown in the help, such as N. */
  value?: string;
}

export type FlagValues = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  name: string;
  aliases?: readonly string[];
  /** One line for the list of commands. */
  summary: string;
  options: Readonly<Record<string, CommandOption>>;
  /** What it can be told to do, by the word after its name, each with its line of help. `flags.action` says which. */
  actions?: Readonly<Record<string, string>>;
  /**
   * What it is run on, in this order, each with its line of help, and in `flags` by its name. All are needed but what
   * stands in brackets, at the end.
   */
  operands?: Readonly<Record<string, string>>;
  /** Throws HarnessErrors; anything else is a bug. */
  run(flags: FlagValues, context: CommandContext): Promise<number>;
}
