// What the agent may read about a database beside its data. Knowledge that the task has taken away is as if it never was.

import { z } from "zod";
import type { DatabaseFacts, KnowledgeEntry, TaskRow } from "./task-data.ts";

const deleted = z.object({ deleted_knowledge: z.union([z.number(), z.array(z.number())]) });

export class Reference {
  readonly schema: string;
  readonly #meanings: ReadonlyMap<string, unknown>;
  readonly #knowledge: readonly KnowledgeEntry[];
  readonly #database: string;

  constructor(row: TaskRow, facts: DatabaseFacts) {
    this.schema = facts.schema;
    this.#database = row.selected_database;
    this.#meanings = new Map(Object.entries(facts.columnMeanings).map(([key, value]) => [key.toLowerCase(), value]));
    const hidden = hiddenKnowledge(row);
    this.#knowledge = facts.knowledge.filter(({ id }) => !hidden.has(id));
  }

  allColumnMeanings(): string {
    return JSON.stringify(Object.fromEntries(this.#meanings), null, 2);
  }

  columnMeaning(table: string, column: string): string {
    const key = `${this.#database}|${table.trim()}|${column.trim()}`.toLowerCase();
    const meaning = this.#meanings.get(key);
    if (meaning === undefined) return `There is no meaning of column ${column} in table ${table}.`;
    return typeof meaning === "string" ? meaning : JSON.stringify(meaning, null, 2);
  }

  knowledgeNames(): string {
    return JSON.stringify(this.#knowledge.map(({ knowledge }) => knowledge));
  }

  knowledge(name: string): string {
    const wanted = name.trim().toLowerCase();
    const found = this.#knowledge.find(({ knowledge }) => knowledge.trim().toLowerCase() === wanted);
    return found === undefined ? `There is no knowledge named ${name}.` : JSON.stringify(shown(found), null, 2);
  }

  allKnowledge(): string {
    return JSON.stringify(this.#knowledge.map(shown), null, 2);
  }
}

function shown({ id, knowledge, description, definition }: KnowledgeEntry): KnowledgeEntry {
  return { id, knowledge, description, definition };
}

function hiddenKnowledge({ knowledge_ambiguity }: TaskRow): Set<number> {
  const parsed = (knowledge_ambiguity ?? []).flatMap((item) => {
    const found = deleted.safeParse(item);
    return found.success ? [found.data.deleted_knowledge].flat() : [];
  });
  return new Set(parsed);
}
