// Misbehaving coding agents and candidates: what each does, what it gets where the defence is off, and what answers it.
// docs/zoo.md shows this table; test/e2e/zoo.test.ts runs every animal twice.

import { renderTable } from "../../src/config/render-table.ts";
import { breakers } from "./zoo-breakers.ts";
import { type CandidateAnimal, candidates, toolSwapper } from "./zoo-candidates.ts";
import { forgers } from "./zoo-forgers.ts";
import type { Animal, CodingAnimal } from "./zoo-parts.ts";
import { spies } from "./zoo-spies.ts";

export const codingAnimals: readonly CodingAnimal[] = [...forgers, ...spies, ...breakers];
export const candidateAnimals: readonly CandidateAnimal[] = candidates;

export { toolSwapper };

/** The tables of docs/zoo.md: coding agents, candidates. */
export function zooTables(): { codingAgents: string; candidates: string } {
  return { codingAgents: tableOf(codingAnimals), candidates: tableOf(candidateAnimals) };
}

function tableOf(animals: readonly Animal[]): string {
  return renderTable(
    ["animal", "does", "where the defence is off", "answer", "by"],
    animals.map(({ name, does, off, answer, by }) => [name, does, off, answer, by]),
  );
}
