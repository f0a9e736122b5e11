// What a page of the docs tells a reader to do: files to write, and commands to type.

import { readFile } from "node:fs/promises";

export interface PageSteps {
  /** By path: a code block after a line that is a path in backticks and a colon. */
  files: Readonly<Record<string, string>>;
  /** The `sh` blocks' lines, in order, without the program's name. */
  commands: readonly string[][];
}

export async function readPage(file: string): Promise<PageSteps> {
  const page = await readFile(file, "utf8");
  const files = [...page.matchAll(/^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)];
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  return {
    files: Object.fromEntries(files.map(([, path = "", content = ""]) => [path, content])),
    commands: commands.map((line) => line.replace(/^auto-harness /, "").split(" ")),
  };
}
