// The harness's command line as it is inside a coding agent's box: the flags that a person has, and the original's names.
// Everything that is answered is train data or a total; what the host failed at is told by its code alone.

import { parseArgs } from "node:util";
import type { CommandAnswer } from "../../channel/box/coding-commands.ts";
import type { HarnessCommands } from "../../core/coding-agent.ts";
import { exitCodeOf, exitCodes, harnessErrorOf } from "../../core/fault.ts";

export interface AnswerOptions {
  commands: HarnessCommands;
  /** Brings what the coding agent has written to where the host looks at it. */
  takeTree: () => Promise<void>;
  /** Brings what the host has written into the box. */
  putTree: () => Promise<void>;
  /** The host's own trouble, which ends the session. */
  onTrouble: (error: unknown) => void;
}

export async function answerCommand(argv: readonly string[], options: AnswerOptions): Promise<CommandAnswer> {
  const [program = "", ...rest] = argv;
  const [name = "help", ...args] = program === "auto-harness" ? rest : [program, ...rest];
  const known = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined;
  if (known === undefined) return refused(name.startsWith("-") ? usage : `there is no command ${name} here\n${usage}`);
  let given: Given;
  try {
    given = parse(args, known.flags);
  } catch (error) {
    return refused(`${name}: ${error instanceof Error ? error.message : error}\n${usage}`);
  }
  try {
    return await known.run(given, options);
  } catch (error) {
    return trouble(name, error, options);
  }
}

interface Given {
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
}

interface KnownCommand {
  flags: Readonly<Record<string, { type: "string" | "boolean" }>>;
  run(given: Given, options: AnswerOptions): Promise<CommandAnswer>;
}

const text = { type: "string" } as const;
const yes = { type: "boolean" } as const;

const gate: KnownCommand = {
  flags: { fixes: text, hypothesis: text, again: yes, yes, plain: yes },
  async run({ values }, { commands, takeTree }) {
    await takeTree();
    const { fixes, hypothesis, again } = values;
    const said = await commands.gate({
      ...(typeof fixes === "string" ? { fixes: idsOf([fixes]) } : {}),
      ...(typeof hypothesis === "string" ? { hypothesis } : {}),
      ...(again === true ? { again } : {}),
    });
    const accepted = /^\[gate\] ACCEPTED \(/m.test(said);
    return { exitCode: accepted ? exitCodes.done : exitCodes.rejected, stdout: `${said}\n`, stderr: "" };
  },
};

/** Names and flags as a person types them; the original's `gating` too. Flags that the config decides change nothing. */
const commandTable: Readonly<Record<string, KnownCommand>> = {
  benchmark: {
    flags: { "task-ids": text, split: text, concurrency: text, yes, plain: yes },
    async run({ values, positionals }, { commands, takeTree, putTree }) {
      const { split = "train", "task-ids": taskIds } = values;
      if (split !== "train") return refused("benchmark: only the train split can be run; the gate runs the other one");
      if (taskIds === undefined && positionals.length > 0) return refused(`benchmark: what is ${positionals[0]}?`);
      await takeTree();
      const ids = typeof taskIds === "string" ? idsOf([taskIds, ...positionals]) : [];
      const said = await commands.benchmark(ids.length === 0 ? undefined : ids);
      await putTree();
      const ran = !said.startsWith("nothing was run");
      const [stdout, stderr] = ran ? [`${said}\n`, ""] : ["", `${said}\n`];
      return { exitCode: ran ? exitCodes.done : exitCodes.config, stdout, stderr };
    },
  },
  gate,
  gating: gate,
  status: {
    flags: {},
    run: async (_given, { commands }) => done(await commands.status()),
  },
  record: {
    flags: { "val-score": text, "evals-passed": text, "evals-total": text },
    async run({ values }, { commands }) {
      if (commands.record === undefined) return done("the gate has recorded already; nothing can be compared here");
      const figures = {
        ...numeral("valScore", values["val-score"]),
        ...numeral("evalsPassed", values["evals-passed"]),
        ...numeral("evalsTotal", values["evals-total"]),
      };
      if (Object.values(figures).some((figure) => !Number.isFinite(figure))) return refused("record: expected numbers");
      const { agrees, text: said } = await commands.record(figures);
      return agrees ? done(said) : { exitCode: exitCodes.rejected, stdout: "", stderr: `${said}\n` };
    },
  },
  help: { flags: {}, run: async () => done(usage) },
};

const usage = `auto-harness benchmark [--task-ids a,b]      run train tasks with agent/agent.ts as it is now
auto-harness gate [--fixes a,b] [--hypothesis TEXT] [--again]
                                         judge it, once an iteration: exit 0 accepted, 1 not
auto-harness record --val-score X --evals-passed N --evals-total M   compare figures with the recorded row
auto-harness status                          where the experiment stands`;

function parse(args: readonly string[], flags: KnownCommand["flags"]): Given {
  const { values, positionals } = parseArgs({ args: [...args], options: { ...flags }, allowPositionals: true });
  return { values: values as Given["values"], positionals };
}

function idsOf(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(/[\s,]+/)).filter((id) => id !== "");
}

function numeral(name: string, value: string | boolean | undefined): Record<string, number> {
  return typeof value === "string" ? { [name]: value.trim() === "" ? Number.NaN : Number(value) } : {};
}

function done(said: string): CommandAnswer {
  return { exitCode: exitCodes.done, stdout: `${said}\n`, stderr: "" };
}

function refused(why: string): CommandAnswer {
  return { exitCode: exitCodes.config, stdout: "", stderr: `${why}\n` };
}

/** A message of the host's may name what no coding agent is to see; what its own tree is guilty of does not. */
function trouble(name: string, error: unknown, { onTrouble }: AnswerOptions): CommandAnswer {
  const known = harnessErrorOf(error);
  if (known?.fault === "agent" && known.code.startsWith("tree-")) return refused(`${name}: ${known.message}`);
  onTrouble(error);
  const what = known === undefined ? "the harness failed" : `${known.fault} fault: ${known.code}`;
  return { exitCode: exitCodeOf(error), stdout: "", stderr: `${name}: ${what}; nothing more can be done here\n` };
}
