// The box of a coding agent, with a program of ours in it: what comes back of the tree, what cannot be reached, how a
// session ends. The split is train a b d g h i, test c e f j; the first agent passes a to e.

import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtIn } from "../../src/coding-agents/built-in.ts";
import { command } from "../../src/coding-agents/command.ts";
import type { Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import { protocolOf } from "../../src/gateway/route-request.ts";
import { type CodingBoxes, type CodingScene, openCodingBoxes, openCodingScene } from "../helpers/coding-scene.ts";
import { engineer } from "../helpers/engineer.ts";
import { agentSource } from "../helpers/fake-benchmark.ts";
import { firstDeeds } from "../helpers/fake-experiment.ts";
import { providerSays } from "../helpers/provider-says.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";

let boxes: CodingBoxes;

beforeAll(async () => {
  boxes = await openCodingBoxes();
  const { cacheFolder, docker } = boxes;
  const image = await command.image?.(command.options.parse({ command: "true" }), { cacheFolder });
  if (image !== undefined) await docker.provider.prepareImage(image, { signal: AbortSignal.timeout(600_000) });
});

afterAll(async () => {
  expect(await boxes.docker.leftovers()).toEqual([]);
  await boxes[Symbol.asyncDispose]();
});

const better = agentSource({ ...firstDeeds, "task-f": 1 }, "edited");
const edit = `cat > agent/agent.ts <<'END'\n${better}END\n`;

async function openProgram(
  line: string,
  {
    upstream = scriptedUpstream(completion("done")),
    timeoutMs = 110_000,
  }: { upstream?: Upstream; timeoutMs?: number } = {},
): Promise<CodingScene> {
  const options = command.options.parse({ command: line });
  return await openCodingScene(boxes, { codingAgent: command, options, upstream, timeoutMs });
}

async function printed(scene: CodingScene): Promise<string[]> {
  const lines = (await scene.transcript()).trim().split("\n");
  return lines.flatMap((line) => {
    const { kind, value } = JSON.parse(line) as { kind: string; value: string };
    return kind === "stdout" ? [value] : [];
  });
}

describe("the tree that comes back", () => {
  const foreign: ReadonlyArray<[what: string, line: string, named: RegExp]> = [
    ["a new file", "echo x > notes.txt", /added: notes\.txt/],
    ["a link to the host", "ln -s /etc/passwd agent/host", /added: agent\/host/],
    [
      "agent.ts as a link",
      "mv agent/agent.ts /tmp/a; ln -s /tmp/a agent/agent.ts",
      /no longer the same kind of file: agent\/agent\.ts/,
    ],
    [
      "agent.ts with a second name",
      "ln agent/agent.ts agent/second",
      /no longer the same kind of file: agent\/agent\.ts/,
    ],
    [
      "agent.ts as a program of its owner's",
      "chmod 4755 agent/agent.ts",
      /no longer the same kind of file: agent\/agent\.ts/,
    ],
    ["a pipe", "mkfifo workspace/pipe", /added: workspace\/pipe/],
    ["another mode", "chmod 777 PROGRAM.md", /mode changed: PROGRAM\.md/],
    ["a forged score", "echo '1\t0.99' >> workspace/results.tsv", /changed: workspace\/results\.tsv/],
    ["a removed trace", "rm -r workspace/traces/latest", /removed: workspace\/traces\/latest/],
    [
      "a link in place of a folder",
      "rm -r workspace/traces; ln -s / workspace/traces",
      /no longer the same kind of file: workspace\/traces/,
    ],
  ];

  it("is refused by name with whatever is not the coding agent's own, before anything runs", async () => {
    const undo = "cd /; rm -rf /work/* ; cp -a /tmp/tree/. /work; cd /work";
    const tries = foreign.map(([what, line]) => `${line}; echo "== ${what}"; auto-harness benchmark 2>&1; ${undo}`);
    await using scene = await openProgram(`cp -a /work /tmp/tree; ${edit}${tries.join("\n")}\n`);
    scene.experiment.ran();
    await scene.go();
    const answers = (await printed(scene)).join("\n").split("== ").slice(1);
    for (const [index, [what, , named]] of foreign.entries()) {
      expect(answers[index]).toMatch(new RegExp(`^${what}\nnothing was run: forbidden-file: `));
      expect(answers[index]).toMatch(named);
    }
    expect(scene.experiment.ran()).toEqual([]);
  });

  it("is refused where it is too large, and the session's end says so", async () => {
    await using scene = await openProgram(`${edit}for n in 1 2; do head -c 20M /dev/urandom > $n; done`);
    const { verdict } = await scene.go();
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "coding-agent-failed", runs: 0 });
    expect(verdict?.detail).toMatch(/could not be taken back: the tree is \d{8} bytes as an archive/);
  });

  it("is what the gate froze: edits that come while it judges, or after, change nothing", async () => {
    // In place: another file in the tree, as sed's while it works, would be refused.
    const at = better.indexOf("edited");
    const later = `printf latest | dd of=agent/agent.ts bs=1 seek=${at} conv=notrunc status=none`;
    await using scene = await openProgram(
      `${edit}auto-harness gate & while ! grep -q x /tmp/x; do ${later}; sleep 0.05; [ -d /proc/$! ] || echo x > /tmp/x; done; ${later}`,
    );
    const { verdict, candidate } = await scene.go();
    expect(verdict).toMatchObject({ verdict: "accepted" });
    expect([better, better.replace("edited", "latest")]).toContain(candidate);
    expect(await scene.experiment.read("agent/agent.ts")).toBe(candidate);
  });
});

describe("a session", () => {
  it("that ends without asking is judged with what it has left", async () => {
    await using scene = await openProgram(`${edit}echo an idea`);
    expect(await scene.go()).toMatchObject({ summary: "an idea", candidate: better, verdict: { verdict: "accepted" } });
  });

  it("whose program fails is a failure of the coding agent's that costs no trial", async () => {
    await using scene = await openProgram(`${edit}echo no such luck >&2; exit 7`);
    scene.experiment.ran();
    const { verdict } = await scene.go();
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "coding-agent-failed", runs: 0 });
    expect(verdict?.detail).toMatch(/ended with exit code 7: no such luck/);
    expect(scene.experiment.ran()).toEqual([]);
  });

  it("is ended by its time limit though it will not go, with what it has left judged, while commands do not count", async () => {
    const line = `${edit}trap '' TERM; setsid sleep 1000 & auto-harness benchmark; while :; do sleep 1; done`;
    await using scene = await openProgram(line, { timeoutMs: 4000 });
    const record = await scene.go();
    expect(record.summary).toMatch(/ended by its time limit/);
    expect(record.verdict).toMatchObject({ verdict: "accepted" });
  });

  it("has a number of commands, after which its clock goes on, and none once it is over", async () => {
    const flood = `node -e '
      const { request } = require("node:http");
      const ask = () => new Promise((resolve) => request({ socketPath: "/run/auto-harness/commands.sock", method: "POST" }, async (r) => {
        let text = ""; for await (const chunk of r) text += chunk; resolve(JSON.parse(text));
      }).end(JSON.stringify(["auto-harness", "status"])));
      (async () => { let last; for (let i = 0; i < 201; i++) last = await ask(); console.log(last.exitCode, last.stderr.trim()); })();'`;
    const daemon = "setsid sh -c 'while :; do auto-harness gate; done' >/dev/null 2>&1 &";
    await using scene = await openProgram(`${edit}${flood}; seq 1 3000; ${daemon} true`);
    expect((await scene.go()).verdict).toMatchObject({ verdict: "accepted" });
    expect((await printed(scene))[0]).toBe("2 auto-harness: a session has 200 commands");
    const said = scene.experiment.events.filter(({ type }) => type === "log");
    expect(said.length).toBeLessThan(1300);
  });

  it("survives a fork bomb and a full disk, which are the box's own", async () => {
    const bomb = "(b() { b | b & }; b) 2>/dev/null; sleep 1; ";
    const fill = "dd if=/dev/zero of=/tmp/full bs=1M count=2000 2>&1 | grep -o 'No space left'; rm /tmp/full; ";
    await using scene = await openProgram(`${edit}${fill}timeout 5 sh -c '${bomb}' ; echo done`);
    expect((await scene.go()).verdict?.reason).toBe("improvement");
    expect((await printed(scene)).join("\n")).toContain("No space left");
  });
});

describe("the built-in coding agent's shell", () => {
  it("runs in a box, on the tree as the file tools leave it, and what it changes is judged", async () => {
    const model = engineer({
      protocol: "chat",
      commands: [
        "cat workspace/train_results.json; hostname; id -u; ls /sys/class/net; touch /etc/x 2>&1",
        edit,
        "auto-harness gate || true",
        "cat agent/agent.ts; printf '\\n## Iteration 1\\n' >> workspace/learnings.md",
      ],
      lastWord: "mend f",
    });
    const options = builtIn.options.parse({});
    await using scene = await openCodingScene(boxes, { codingAgent: builtIn, options, upstream: model });
    const record = await scene.go();
    const [read, , gate, again] = model.seen();
    expect(read).toMatch(/"task-f"|task-g[\s\S]*65534\nlo\n[\s\S]*Read-only file system\n\(exit code 1\)/);
    expect(gate).toMatch(/call the tools, not auto-harness[\s\S]*\(exit code 0\)/);
    expect(again).toContain(better);
    expect(record).toMatchObject({ summary: "mend f", candidate: better, verdict: { verdict: "accepted" } });
    expect(await scene.experiment.read("workspace/learnings.md")).toContain("## Iteration 1\n");
  });
});

describe("the walls", () => {
  it("leave the loopback alone, no key, no privilege", async () => {
    const probe = `node -e '
      const { connect } = require("node:net");
      const tried = (host, port) => new Promise((resolve) => connect(port, host).on("connect", () => resolve("reached")).on("error", (e) => resolve(e.code)));
      const { resolve4 } = require("node:dns").promises;
      (async () => {
        console.log(await tried("1.1.1.1", 443), await tried("172.17.0.1", 2375), await resolve4("example.org").catch((e) => e.code));
        console.log(Object.keys(require("node:os").networkInterfaces()).join());
      })();'`;
    const line = `${probe}; id -u; grep -E 'CapEff|CapBnd|NoNewPrivs|Seccomp:' /proc/self/status | tr -d '\\n\\t'; echo; ls /var/run/docker.sock 2>&1; touch /etc/x 2>&1; ls /proc/1/root >/dev/null 2>&1 && cat /proc/1/environ | tr '\\0' ' '; mount | grep -c ' type ext4\\| /host' ; env | grep -iE 'key|token|secret'`;
    await using scene = await openProgram(line);
    await scene.go();
    const [reached, interfaces, user, status, ...rest] = await printed(scene);
    expect(reached).toMatch(/^ENETUNREACH ENETUNREACH (ECONNREFUSED|EAI_AGAIN|ENOTFOUND|ETIMEOUT)$/);
    expect([interfaces, user]).toEqual(["lo", "65534"]);
    expect(status).toMatch(/CapEff:0+CapBnd:0+.*NoNewPrivs:1/);
    expect(rest.join("\n")).toMatch(/No such file[\s\S]*Read-only file system/);
    const named = rest.filter((text) => /key|token|secret/i.test(text) && !text.includes("Read-only"));
    expect(named.filter((text) => text.startsWith("OPENAI") || text.startsWith("ANTHROPIC")).sort()).toEqual([
      "ANTHROPIC_API_KEY=in-a-box",
      "OPENAI_API_KEY=in-a-box",
    ]);
  });

  it("let the SDKs of OpenAI and Anthropic through to the one model: text, tools, streams, errors, abort", async () => {
    let aborted = 0;
    const upstream: Upstream = {
      ...{ name: "provider", digest: "provider", protocols: ["chat", "messages", "responses"] },
      async complete({ path, body }, { signal }) {
        const asked = JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>;
        const text = JSON.stringify(asked["messages"] ?? asked["input"]);
        if (text.includes("mistake"))
          return jsonResponse(400, { type: "error", error: { type: "bad", message: "no" } });
        if (text.includes("hang")) {
          signal.addEventListener("abort", () => aborted++, { once: true });
          await sleep(60_000, undefined, { signal });
        }
        const calls = [{ id: "call_1", name: "weather", args: { city: "Rome" } }];
        return providerSays(protocolOf(path), asked, text.includes("tool") ? { calls } : { text: "two words" });
      },
    };
    await using scene = await openProgram("node program_templates/sdks.mjs", { upstream });
    const bundled = await build({
      ...{
        entryPoints: ["test/fixtures/sdks.ts"],
        bundle: true,
        platform: "node",
        format: "esm",
        write: false,
        keepNames: true,
      },
      banner: { js: 'import{createRequire as r}from"node:module";const require=r(import.meta.url);' },
    });
    await scene.experiment.write("program_templates/sdks.mjs", bundled.outputFiles[0]?.text ?? "");
    await scene.go();
    const found = Object.fromEntries(
      (await printed(scene)).map((line) => {
        const { name, ...rest } = JSON.parse(line) as { name: string };
        return [name, rest];
      }),
    );
    expect(found).toEqual({
      "chat text": { value: "two words" },
      "responses text": { value: "two words" },
      "messages text": { value: [{ type: "text", text: "two words", citations: null }] },
      "chat tool": { value: [{ name: "weather", arguments: '{"city":"Rome"}' }] },
      "messages tool": { value: [{ city: "Rome" }] },
      "chat stream": { value: ["two ", "words"] },
      "responses stream": { value: "response.completed" },
      "messages stream": { value: "two words" },
      "chat mistake": { error: "BadRequestError", status: 400 },
      "messages mistake": { error: "BadRequestError", status: 400 },
      "chat other model": { error: "PermissionDeniedError", status: 403, code: "model_not_allowed" },
      "messages other model": { error: "PermissionDeniedError", status: 403 },
      "chat abort": { error: "APIUserAbortError" },
      "messages abort": { error: "APIUserAbortError" },
    });
    expect(aborted).toBe(2);
    expect(await scene.transcript()).toMatch(/model \\?"other\\?" is not allowed|"refused":/);
  });
});
