import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bird } from "../../../src/commands/bird.ts";
import { commandHelp } from "../../../src/commands/help.ts";
import { commitAll, datasetFiles, lines, publicRow, truthRow } from "../../helpers/bird-upstream.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("bird merge", () => {
  test("puts the ground truth beside the dataset, and says what is still missing", async () => {
    await using folder = await temporaryFolder();
    const data = join(folder.path, "lite");
    await mkdir(data);
    await commitAll(data, datasetFiles(publicRow, { ...publicRow, instance_id: "harbour_2" }));
    const flags = { action: "merge", data: "lite", "ground-truth": "mailed.jsonl" };
    const context = await commandContext(folder.path);
    await writeFile(join(folder.path, "mailed.jsonl"), lines(truthRow));
    expect(await bird.run(flags, context)).toBe(2);
    expect(context.heard.at(-1)).toBe("1 tasks have none still: harbour_2");
    await writeFile(
      join(folder.path, "mailed.jsonl"),
      lines(truthRow, { ...truthRow, instance_id: "harbour_2" }, { instance_id: "other_1" }),
    );
    expect(await bird.run(flags, context)).toBe(0);
    expect(context.heard.slice(2)).toEqual([
      expect.stringMatching(/ground_truth\.jsonl: ground truth of 2 tasks, SHA-256 [0-9a-f]{64}$/),
      "1 tasks of the mailed file are not in this dataset: left out",
      expect.stringContaining("every task has its ground truth"),
    ]);
  });

  test("needs both of its flags", async () => {
    await using folder = await temporaryFolder();
    const context = await commandContext(folder.path);
    await expect(bird.run({ action: "merge", data: "lite" }, context)).rejects.toMatchObject({ code: "flag-invalid" });
  });
});

test("bird fetch knows the published datasets only", async () => {
  await using folder = await temporaryFolder();
  const context = await commandContext(folder.path);
  await expect(bird.run({ action: "fetch", dataset: "synthetic" }, context)).rejects.toMatchObject({
    code: "flag-invalid",
    message: expect.stringContaining("lite or full"),
  });
});

test("bird stack knows the datasets there are", async () => {
  await using folder = await temporaryFolder();
  const context = await commandContext(folder.path);
  await expect(bird.run({ action: "stack", dataset: "tiny" }, context)).rejects.toMatchObject({
    ...{ code: "flag-invalid", message: "--dataset tiny: expected synthetic, lite or full" },
  });
});

test("the help lists what bird can be told to do", () => {
  const help = commandHelp(bird);
  expect(help[0]).toMatch(/^usage: auto-harness bird <fetch\|merge\|stack\|prompts(\|[a-z-]+)*> \[options\]$/);
  expect(help.filter((line) => /^ {2}(fetch|merge|stack|prompts) /.test(line))).toHaveLength(4);
});
