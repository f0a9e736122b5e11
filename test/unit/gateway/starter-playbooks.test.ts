import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openRehearsalUpstream } from "../../../src/gateway/rehearsal/upstream.ts";
import { chatRequest, textOfBody } from "../../helpers/scripted-upstream.ts";

const starter = fileURLToPath(new URL("../../../datasets/starter", import.meta.url));
const signal = new AbortController().signal;

const bash = {
  type: "function",
  function: {
    name: "bash",
    parameters: { type: "object", properties: { command: { type: "string" } }, required: ["command"] },
  },
};

test("the rehearsal model recognises every bundled task by its instruction and begins each in its own way", async () => {
  const upstream = await openRehearsalUpstream({ playbooks: starter });
  const first = new Map<string, string>();
  const tasks = (await readdir(starter, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name: task } of tasks) {
    const instruction = await readFile(`${starter}/${task}/instruction.md`, "utf8");
    const messages = [{ role: "user", content: `Your task:\n\n${instruction.trim()}\n` }];
    const request = chatRequest({ model: "rehearsal/starter", messages, tools: [bash] });
    const answer = JSON.parse(await textOfBody(await upstream.complete(request, { signal, seed: "s" })));
    first.set(task, answer.choices[0].message.tool_calls?.[0].function.arguments ?? answer.choices[0].message.content);
  }
  const unknown = [...first].filter(([, said]) => !said.startsWith('{"command":')).map(([task]) => task);
  expect(unknown).toEqual([]);
  expect(first.size).toBeGreaterThan(0);
});

test("a folder without playbooks is refused by name", async () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  await expect(openRehearsalUpstream({ playbooks: folder })).rejects.toMatchObject({
    fault: "config",
    code: "no-playbooks",
  });
});
