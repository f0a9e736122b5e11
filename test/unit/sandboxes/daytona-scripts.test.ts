// Run by this machine's shell in a folder of its own, in place of a sandbox.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { helperCommand, parseListen } from "../../../src/sandboxes/daytona/scripts.ts";

test("a script reaches a shell whole, whoever splits the command into words", async () => {
  const script = `printf '%s|' "$1" "$2" 'it'"'"'s "here"' \`echo sub\` '\\n'`;
  const command = helperCommand(script);
  expect(command).toMatch(/^sh -c "[^"'$`\\]*"$/);
  const { stdout } = await promisify(execFile)("sh", ["-c", command]);
  expect(stdout).toBe(`/var/lib/auto-harness/spool|helper|it's "here"|sub|\\n|`);
});

test("an answer of the listener is read, and what is none is not taken for one", () => {
  expect(parseListen("lost\n")).toMatchObject({ lost: true });
  expect(parseListen("state 1 137 2 3 4 5 6 7\nYWI=\n\n")).toEqual({
    ...{ lost: false, ended: true, exitCode: 137, kills: 2, out: 2, err: 0, fed: 5, outSize: 3, errSize: 4 },
    ...{ outDropped: 6, errDropped: 7, stdout: Buffer.from("ab"), stderr: Buffer.alloc(0) },
  });
  expect(parseListen("state 0 - 0 0 0 0 0 0\n\n\n")).toMatchObject({ ended: false, exitCode: null });
  expect(parseListen("sh: not found")).toBeUndefined();
});
