import { expect, test } from "vitest";
import { budgetOf } from "../../../src/commands/budget-of.ts";
import { noUsage } from "../../../src/core/model.ts";
import { openJournal } from "../../../src/trials/journal.ts";
import { addSpending, readSpending, writeSpending } from "../../../src/trials/spending.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const usage = { ...noUsage, inputTokens: 70, cachedTokens: 50, outputTokens: 30, costUsd: 2, throttledMs: 1500 };

test("what runs have used adds up in the journal, and what is left of the caps goes down by it", async () => {
  await using folder = await temporaryFolder();
  using journal = openJournal(`${folder.path}/journal.sqlite`, `${folder.path}/lock.sqlite`);
  const nothing = readSpending(journal);
  expect(nothing).toEqual({ costUsd: 0, tokens: 0, throttledMs: 0 });
  writeSpending(journal, addSpending(nothing, usage));
  writeSpending(journal, addSpending(readSpending(journal), usage));
  expect(readSpending(journal)).toEqual({ costUsd: 4, tokens: 200, throttledMs: 3000 });
  const caps = { budget_usd: 5, budget_tokens: 150, max_hours: undefined, outage_minutes: 10 };
  expect(budgetOf(caps, readSpending(journal))).toEqual({
    budget: { costUsd: 1, tokens: 0, deadline: null },
    outageMs: 600_000,
  });
});

test("a cost that was unknown once stays unknown, its tokens do not", async () => {
  await using folder = await temporaryFolder();
  using journal = openJournal(`${folder.path}/journal.sqlite`, `${folder.path}/lock.sqlite`);
  writeSpending(journal, addSpending(readSpending(journal), { ...usage, costUsd: undefined }));
  expect(addSpending(readSpending(journal), usage)).toEqual({ costUsd: null, tokens: 200, throttledMs: 3000 });
});
