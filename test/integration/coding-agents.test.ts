// Claude Code, Codex and opencode for real: each does a whole iteration in its box without a network, driven by a
// scripted model in the protocol that it speaks. The split is train a b d g h i, test c e f j; the first agent passes a to e.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claudeCode } from "../../src/coding-agents/claude-code.ts";
import { codex } from "../../src/coding-agents/codex.ts";
import { opencode } from "../../src/coding-agents/opencode.ts";
import type { CodingAgent } from "../../src/core/coding-agent.ts";
import type { Protocol } from "../../src/core/model.ts";
import { codingAgentCheck } from "../../src/engine/checks/coding-agent.ts";
import { openCheckScene } from "../../src/engine/run-checks.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { type CodingBoxes, openCodingBoxes, openCodingScene } from "../helpers/coding-scene.ts";
import { engineer } from "../helpers/engineer.ts";
import { agentSource } from "../helpers/fake-benchmark.ts";
import { firstDeeds } from "../helpers/fake-experiment.ts";

let boxes: CodingBoxes;

const secret = "sk-of-the-host-0123456789";

beforeAll(async () => {
  process.env["OPENAI_API_KEY"] = secret;
  boxes = await openCodingBoxes();
  for (const { codingAgent } of Object.values(known)) await buildImage(codingAgent);
});

afterAll(async () => {
  delete process.env["OPENAI_API_KEY"];
  await boxes[Symbol.asyncDispose]();
});

interface Known {
  codingAgent: CodingAgent<Record<string, never>>;
  protocol: Protocol;
  /** What its provider answers first. */
  failure: number;
}

const known: Readonly<Record<string, Known>> = {
  "claude-code": { codingAgent: claudeCode, protocol: "messages", failure: 429 },
  codex: { codingAgent: codex, protocol: "responses", failure: 500 },
  opencode: { codingAgent: opencode, protocol: "chat", failure: 503 },
};

const better = agentSource({ ...firstDeeds, "task-f": 1, "task-g": 1 }, "edited");

/** Its digest. */
async function buildImage(codingAgent: Known["codingAgent"]): Promise<string> {
  const { cacheFolder, docker } = boxes;
  const image = await codingAgent.image?.({}, { cacheFolder });
  if (image?.kind !== "build") throw new Error("its image is built");
  await docker.provider.prepareImage(image, { signal: AbortSignal.timeout(600_000) });
  return image.digest;
}

/** What a sensible engineer types. */
const commands = [
  "cat PROGRAM.md workspace/train_results.json; ls workspace/traces/latest; head -c 300 workspace/traces/latest/task-g/trace.json",
  `cat > agent/agent.ts <<'END'\n${better}END\nauto-harness benchmark --task-ids task-g,task-a; echo "exit $?"`,
  'cat workspace/train_results.json; auto-harness benchmark --task-ids task-c; echo "exit $?"',
  'auto-harness gate --fixes task-g --hypothesis "f and g need it"; echo "exit $?"; gating; echo "again $?"',
  'auto-harness record --val-score 0.75; echo "exit $?"; record --val-score 0.99; echo "exit $?"; auto-harness status',
  "printf '\\n## Iteration 1 — val_score: 0.50 → 0.75 ✓\\n\\n**What changed:** f and g\\n' >> workspace/learnings.md",
  "cat /proc/*/environ /proc/*/cmdline 2>/dev/null | tr '\\0' '\\n' | sort -u; ls /sys/class/net; id; grep -E 'CapEff|NoNewPrivs' /proc/self/status; touch /opt/x 2>&1; grep -rIl 'sk-of-the[-]host' /work /home /tmp /run /etc 2>/dev/null; echo searched $?",
];

describe.each(Object.entries(known))("%s", (name, { codingAgent, protocol, failure }) => {
  it("does a whole iteration: reads, edits, benchmarks, is judged, writes its learnings", async () => {
    const model = engineer({ protocol, commands, lastWord: "mend f and g\nand nothing else", failures: [failure] });
    await using scene = await openCodingScene(boxes, { codingAgent, options: {}, upstream: model, secrets: [secret] });
    const { experiment } = scene;
    const retriesBefore = experiment.gateway.total().retries;
    const record = await scene.go();

    const seen = model.seen();
    expect(seen).toHaveLength(commands.length);
    const [read, tried, foreign, judged, recorded, , walls] = seen;
    expect(read).toMatch(/# Program[\s\S]*"task-g": ?0[\s\S]*task-i/);
    expect(tried).toMatch(/passed \(2\): [\s\S]*exit 0/);
    // What the host wrote meanwhile is in the box, and test tasks are nobody's.
    expect(foreign).toMatch(/"task-g": ?1[\s\S]*task-c[\s\S]*exit 2/);
    expect(judged).toMatch(/\[gate\] ACCEPTED \(improvement\)[\s\S]*exit 0[\s\S]*already given[\s\S]*again 0/);
    expect(recorded).toMatch(/row 1: 0\.7500[\s\S]*exit 0[\s\S]*recorded otherwise[\s\S]*exit 1[\s\S]*iteration 1 of/);
    expect(walls).toMatch(/^lo$/m);
    expect(walls).not.toMatch(/eth0/);
    expect(walls).toMatch(/uid=65534[\s\S]*CapEff:\s*0+\n[\s\S]*NoNewPrivs:\s*1[\s\S]*Read-only file system/);
    expect(walls).not.toContain(secret);
    expect(walls).toMatch(/Read-only file system\n(?!\/)[\s\S]*searched [12]/);

    expect(record).toMatchObject({ phase: "done", summary: "mend f and g and nothing else", candidate: better });
    expect(record.verdict).toMatchObject({ verdict: "accepted", valScore: 0.75, promoted: ["task-g"] });
    expect(await experiment.read("agent/agent.ts")).toBe(better);
    expect(await experiment.read("workspace/learnings.md")).toContain("**What changed:** f and g");
    expect(await readResults(experiment.layout.resultsFile)).toMatchObject([{ iteration: 0 }, { valScore: "0.7500" }]);
    expect(experiment.gateway.total()).toMatchObject({ retries: retriesBefore + 1, refused: 0 });

    // Everything it was asked went to the one model.
    expect(new Set(model.asked.map(({ model: name }) => name))).toEqual(new Set(["test-model"]));
    const transcript = (await scene.transcript()).trim().split("\n");
    expect(transcript.map((line) => JSON.parse(line).kind)).toEqual(
      expect.arrayContaining(["stdout", "model", "command"]),
    );
    const tests = scene.split.test.join("|");
    expect(seen.join("\n").replace(foreign ?? "", "")).not.toMatch(new RegExp(tests));
    expect(await boxes.docker.leftovers()).toEqual([]);
  });

  it("is known to the doctor by the image of its box", async () => {
    const digest = await buildImage(codingAgent);
    const scene = await openCheckScene({ signal: AbortSignal.timeout(60_000), keys: [] });
    const there = await codingAgentCheck({ codingAgent: name, digest })(scene);
    expect(there).toMatchObject({ status: "ok", detail: expect.stringMatching(/image there \(\d{3} MB\)/) });
    const never = await codingAgentCheck({ codingAgent: name, digest: "never built" })(scene);
    expect(never).toMatchObject({ status: "ok", detail: expect.stringMatching(/built at first use/) });
  });

  it("is ended by the limit of its model calls, and what it has left is judged", async () => {
    const first = `cat > agent/agent.ts <<'END'\n${better}END`;
    const model = engineer({ protocol, commands: [first, "true", "true", "true"], lastWord: "never said" });
    // opencode gives its session a title first.
    const limits = { maxModelCalls: 3, maxCostUsd: null };
    await using scene = await openCodingScene(boxes, { codingAgent, options: {}, upstream: model, limits });
    const record = await scene.go();
    expect(record.summary).toMatch(/ended by a limit: 3 model calls/);
    expect(record.verdict).toMatchObject({ verdict: "accepted" });
    expect(model.asked.length).toBeLessThanOrEqual(3);
  });

  it("is killed with its box when the loop is interrupted", async () => {
    const model = engineer({ protocol, commands: ["true"], lastWord: "never said", delayMs: 60_000 });
    await using scene = await openCodingScene(boxes, { codingAgent, options: {}, upstream: model });
    const interrupted = new AbortController();
    const ended = scene.go({ signal: interrupted.signal });
    await expect.poll(() => model.waiting(), { timeout: 60_000 }).toBeGreaterThan(0);
    interrupted.abort(new Error("Ctrl-C"));
    await expect(ended).rejects.toThrow("Ctrl-C");
    expect(await boxes.docker.leftovers()).toEqual([]);
  });
});

it("ends a session whose model is lost as a failure of the coding agent's that costs no trial", async () => {
  const model = engineer({ protocol: "messages", commands: [], lastWord: "never said", failures: Array(50).fill(500) });
  await using scene = await openCodingScene(boxes, { codingAgent: claudeCode, options: {}, upstream: model });
  scene.experiment.ran();
  const { verdict } = await scene.go();
  expect(verdict).toMatchObject({ verdict: "rejected", reason: "coding-agent-failed", runs: 0 });
  expect(verdict?.detail).toMatch(/Claude Code has lost its model/);
  expect(scene.experiment.ran()).toEqual([]);
  expect(await boxes.docker.leftovers()).toEqual([]);
});
