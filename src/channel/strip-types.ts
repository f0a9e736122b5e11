// Node's own stripping of types, made safe against code that is nested too deep for it: that breaks it for the rest of the
// process, and from then on each call has a process of its own.

import { spawnSync } from "node:child_process";
import { stripTypeScriptTypes } from "node:module";

let isBroken = false;

/** Throws SyntaxErrors, with the place in front of the stack, and a RangeError for what is nested too deep. */
export function stripTypes(text: string): string {
  if (isBroken) return stripInChild(text);
  try {
    return withoutExperimentalWarning(() => stripTypeScriptTypes(text, { mode: "strip" }));
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    isBroken = true;
    // Only what can't be done in a new process either is this text's fault.
    return stripInChild(text);
  }
}

const program = `
  const { stripTypeScriptTypes } = require("node:module");
  let answer;
  try {
    answer = { code: stripTypeScriptTypes(require("node:fs").readFileSync(0, "utf8"), { mode: "strip" }) };
  } catch (error) {
    answer = error instanceof SyntaxError ? { message: error.message, stack: error.stack } : {};
  }
  process.stdout.write(JSON.stringify(answer));
`;

interface Answer {
  code?: string;
  message?: string;
  stack?: string;
}

function stripInChild(text: string): string {
  const options = { input: text, env: {}, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, timeout: 60_000 } as const;
  const { status, stdout } = spawnSync(process.execPath, ["--no-warnings", "-e", program], options);
  const { code, message, stack }: Answer = status === 0 ? JSON.parse(stdout) : {};
  if (code !== undefined) return code;
  if (message === undefined) throw new RangeError("nested too deep for its types to be taken out");
  throw Object.assign(new SyntaxError(message), { stack });
}

/** Node says once per process that this function is experimental; only that warning is held back. */
function withoutExperimentalWarning<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: [never]) => {
    if (!String(warning).includes("stripTypeScriptTypes")) emitWarning.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}
