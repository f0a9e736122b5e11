// The box of an agent of @google/adk as it is opened for a trial: its image, its walls, and the bundled agent in it.

import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { playAdkIn } from "../helpers/adk-host.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { chatAnswer, scriptedModel, toolCallAnswer } from "../helpers/scripted-model.ts";

const signal = new AbortController().signal;
let opened: TestDocker;
let image: ImageSource;
let source = "";

beforeAll(async () => {
  source = await readFile(new URL("../../agent/templates/bird-interact.ts", import.meta.url), "utf8");
  opened = await openTestDocker();
  image = await agentImage({ cacheFolder: join(tmpdir(), "auto-harness-test-images"), image: "agent-bird", signal });
  await opened.provider.prepareImage(image, { signal: AbortSignal.timeout(600_000) });
});

afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

async function openBox(): Promise<Sandbox> {
  const labels = { owner: opened.owner.id, job: "bird", trial: "one", role: "agent" } as const;
  return await opened.provider.open({ ...agentBox, image, labels }, { signal });
}

function mainOf({ main }: Sandbox) {
  if (main === undefined) throw new Error("an agent's box has a main process");
  return main;
}

it("plays the bundled agent to its end, without a word in its log", async () => {
  await using box = await openBox();
  const answers = [toolCallAnswer("get_schema", {}), toolCallAnswer("submit_sql", { sql: "SELECT 1" })];
  const { end, tools, turns, logs, requests } = await playAdkIn(mainOf(box), source, {
    model: scriptedModel([...answers, chatAnswer({ content: "never asked for" })]),
    tool: ({ name }) => ({ result: `result of ${name}`, ended: name === "submit_sql" }),
  });
  expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
  expect(tools.map(({ name }) => name)).toEqual(["get_schema", "submit_sql"]);
  expect([turns.length, requests.length, logs]).toEqual([1, 2, []]);
  expect(await box.main?.exited).toEqual({ exitCode: 0, outOfMemory: false });
});

it("has no network but loopback, no setting of Google's, and needs less than half of its memory", async () => {
  await using box = await openBox();
  const probe = `import { networkInterfaces } from "node:os";
    import { getCompileCacheDir } from "node:module";
    import { readdirSync } from "node:fs";
    ${source.replace("export function buildAgent(", "function template(")}
    export function buildAgent(mode: BirdMode, environment: BirdEnvironment, context: AgentContext) {
      const google = Object.keys(process.env).filter((name) => /google|gemini|otel|apigee/i.test(name));
      const cached = readdirSync(getCompileCacheDir() ?? "/nowhere").length;
      context.log(JSON.stringify({ net: Object.keys(networkInterfaces()), google, cached: cached > 10,
        mb: Math.round(process.memoryUsage.rss() / 1e6) }));
      return template(mode, environment, context);
    }`;
  const { end, logs } = await playAdkIn(mainOf(box), probe, { model: scriptedModel([chatAnswer({ content: "-" })]) });
  expect(end.how).toBe("finished");
  const seen: Record<string, unknown> = JSON.parse(logs[0] ?? "{}");
  expect(seen).toEqual({ net: ["lo"], google: [], cached: true, mb: expect.any(Number) });
  expect(Number(seen["mb"])).toBeLessThan(256);
});
