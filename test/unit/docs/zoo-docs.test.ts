import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { candidateAnimals, codingAnimals, zooTables } from "../../helpers/zoo.ts";

const page = await readFile(fileURLToPath(new URL("../../../docs/zoo.md", import.meta.url)), "utf8");

test("docs/zoo.md has every animal of the zoo as it is, and no other", () => {
  const { codingAgents, candidates } = zooTables();
  expect(tableBelow("## Coding agents")).toBe(codingAgents);
  expect(tableBelow("## Candidates")).toBe(candidates);
});

test("every animal has a name of its own", () => {
  const names = [...codingAnimals, ...candidateAnimals].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

/** The first table below a heading. */
function tableBelow(heading: string): string {
  const lines = page.slice(page.indexOf(`${heading}\n`)).split("\n");
  const first = lines.findIndex((line) => line.startsWith("|"));
  const after = lines.findIndex((line, index) => index > first && !line.startsWith("|"));
  return `${lines.slice(first, after).join("\n")}\n`;
}
