// What the host sends into an agent's box, byte for byte, in real conversations: the policy, the tools, the greeting, the
// turns and the model's answers, and nothing of what is known of the task. And what each container could reach.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openEnvironment } from "../../src/config/env.ts";
import type { Upstream } from "../../src/core/model.ts";
import { rewardOf, type TrialRecord } from "../../src/core/trial.ts";
import { compatible } from "../../src/gateway/upstreams/families.ts";
import { liveUpstream } from "../../src/gateway/upstreams/live-upstream.ts";
import type { Trace } from "../../src/trials/trace.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { openAiServer } from "../helpers/openai-server.ts";
import { type RecordedBox, recordingProvider } from "../helpers/recorded-boxes.ts";
import { candidateOf, idleAgent, openTauJobs, type TauJobs, templateAgent } from "../helpers/tau-jobs.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** One in the host's environment, one in `.env`; the second goes with every call of a model. */
const canaries = ["sk-canary-environment-6cc1", "sk-canary-dotenv-90fe"] as const;

interface Scene {
  jobs: TauJobs;
  boxes: RecordedBox[];
  /** Bodies of what the agent's model answered, in order: only the shipped agent asks it. */
  answers: string[];
  authorizations: () => string[];
  /** By kind of agent. */
  played: Record<string, Played>;
}

interface Played {
  task: string;
  code: string;
  record: TrialRecord;
  trace: Trace;
  box: RecordedBox;
  /** tau2's, which all of them share. */
  service: RecordedBox;
}

interface Entry {
  role: string;
  content: string | null;
  requestor?: string;
  toolCalls?: unknown[];
  toolCallId?: string;
  error?: boolean;
}

const undo = new AsyncDisposableStack();
const scenes: Record<string, Scene> = {};

beforeAll(async () => {
  vi.stubEnv("OPENAI_API_KEY", canaries[0]);
  vi.stubEnv("ANTHROPIC_API_KEY", canaries[0]);
  undo.defer(() => void vi.unstubAllEnvs());
  for (const domain of ["retail", "telecom"]) {
    const scene = await openScene(domain);
    scenes[domain] = scene;
    const [first, second, third] = busyTasks(scene, domain);
    const bridge = await scene.jobs.image.opened.docker.getNetwork("bridge").inspect();
    const host = bridge.IPAM?.Config?.[0]?.Gateway ?? "172.17.0.1";
    await playAll(scene, [
      ["shipped", first, await templateAgent()],
      ["idle", second, await idleAgent()],
      ["snoop", third, candidateOf(snoop.replaceAll("HOST", JSON.stringify(host)))],
    ]);
  }
});

afterAll(async () => await undo.disposeAsync());

/** The models answer over HTTP, with a key of `.env`, as a person's do. */
async function openScene(domain: string): Promise<Scene> {
  const folder = undo.use(await temporaryFolder()).path;
  await writeFile(join(folder, ".env"), `OPENAI_API_KEY=${canaries[1]}\n`);
  const { key: keyOf } = await openEnvironment({ file: join(folder, ".env"), variables: {} });
  const key = keyOf("OPENAI_API_KEY");
  const answers: string[] = [];
  let boxes: RecordedBox[] = [];
  const served: Record<string, Upstream> = {};
  const server = undo.use(await openAiServer(served));
  const remote = liveUpstream(compatible, { baseUrl: server.baseUrl, key });
  const jobs = undo.use(
    await openTauJobs({
      domain,
      provider({ provider, docker }) {
        const recording = recordingProvider(provider, docker);
        ({ boxes } = recording);
        return recording.provider;
      },
      wrap({ agent, user }) {
        // A trial's luck does not travel over HTTP; the user that plays telecom's tasks is told by it which one this is.
        let luck = "";
        served["scripted-agent"] = keeping(agent, answers);
        served["scripted-user"] = {
          ...user,
          complete: async (request, options) => await user.complete(request, { ...options, seed: luck }),
        };
        return {
          agent: remote,
          user: {
            ...remote,
            async complete(request, options) {
              luck = options.seed;
              return await remote.complete(request, options);
            },
          },
        };
      },
    }),
  );
  return {
    jobs,
    boxes,
    answers,
    authorizations: () => server.calls.map(({ authorization }) => authorization),
    played: {},
  };
}

function keeping(upstream: Upstream, answers: string[]): Upstream {
  return {
    ...upstream,
    async complete(request, options) {
      const response = await upstream.complete(request, options);
      const body: Uint8Array[] = [];
      for await (const chunk of response.body) body.push(chunk);
      answers.push(Buffer.concat(body).toString("utf8"));
      return response;
    },
  };
}

/** One after the other, in one job. */
async function playAll(scene: Scene, trials: ReadonlyArray<[kind: string, task: string, agent: TrialAgent]>) {
  const records = await scene.jobs.play(
    trials.map(([, task, agent]) => [task, agent] as const),
    { concurrency: 1 },
  );
  const service = scene.boxes.find(({ spec }) => spec.labels.role === "service");
  for (const [index, [kind, task, agent]] of trials.entries()) {
    const code = agent.kind === "candidate" ? agent.code : "";
    const box = scene.boxes.find((recorded) => startOf(recorded)?.code === code);
    const [record, trace] = [records[index], scene.jobs.traces.get(task)];
    if (!service || !box || !record || !trace)
      throw new Error(`${kind} has not been played: ${JSON.stringify(record?.outcome)}`);
    scene.played[kind] = { task, code, record, trace, box, service };
  }
}

function playedBy(domain: string, kind: string): Played & Pick<Scene, "jobs" | "answers"> {
  const { jobs, answers, played } = scenes[domain] ?? expect.unreachable(domain);
  return { jobs, answers, ...(played[kind] ?? expect.unreachable(kind)) };
}

function startOf(box: RecordedBox): { params: Record<string, unknown>; code: string } | undefined {
  for (const { header, body } of box.frames("host")) {
    if (header.kind !== "request") continue;
    return { params: header.params as Record<string, unknown>, code: Buffer.from(body).toString("utf8") };
  }
  return undefined;
}

/** What one side asked for, by method, in order. */
function asked(box: RecordedBox, from: "host" | "box"): Array<{ id: number; method: string; params: unknown }> {
  return box.frames(from).flatMap(({ header }) => (header.kind === "request" ? [header] : []));
}

/** What the agent must be told, made from tau2's own record: messages of the user and results of the agent's tools. */
function turnsOf(messages: readonly Entry[]): unknown[] {
  const turns: unknown[][] = [];
  let sameTurn = false;
  for (const { role, content, requestor, toolCalls, toolCallId, error } of messages.slice(1)) {
    const isResult = role === "tool" && requestor === "assistant";
    if (isResult) {
      const result = { role, toolCallId, content, error };
      if (sameTurn) turns.at(-1)?.push(result);
      else turns.push([result]);
    }
    sameTurn = isResult;
    const heard = role === "user" && toolCalls === undefined && content?.includes("###STOP###") === false;
    if (heard) turns.push([{ role, content }]);
  }
  return turns.map((turn) => ({ messages: turn }));
}

/** Three with several actions of the agent's, and of the user's where the user has tools. */
function busyTasks({ jobs }: Scene, domain: string): [string, string, string] {
  const busy = Object.entries(jobs.gold).filter(([, { actions }]) => {
    const by = (requestor: string) => actions.filter((action) => action.requestor === requestor).length;
    return by("assistant") >= 2 && (domain === "retail" || by("user") >= 2);
  });
  const [first, second, third] = busy.map(([task]) => task);
  if (!first || !second || !third) throw new Error(`no such tasks in ${domain}`);
  return [first, second, third];
}

describe.each(["retail", "telecom"])("a conversation in %s", (domain) => {
  it("brings into the agent's box the start, the turns and its model's answers, and nothing else", () => {
    const { code, record, trace, box, service, answers } = playedBy(domain, "shipped");
    const messages = trace.messages as Entry[];
    expect(rewardOf(record)).toBe(1);
    // The first that was played, so the first that was opened.
    const opening = asked(service, "box").find(({ method }) => method === "open")?.params;
    const { policy, tools, history, seed, ...rest } = opening as Record<string, unknown>;
    expect(Object.keys(rest)).toEqual(["session"]);
    expect(history).toEqual([{ role: "assistant", content: messages[0]?.content }]);

    const fromHost = box.frames("host");
    const questions = new Map(asked(box, "box").map(({ id, method }) => [id, method]));
    const answersTo = (method: string) =>
      fromHost.filter(({ header }) => header.kind === "response" && questions.get(header.id) === method);

    // Everything is one of these, so that what follows is all there is.
    const start = fromHost.filter(({ header }) => header.kind === "request");
    const chunks = fromHost.filter(({ header }) => header.kind === "chunk");
    const known = [...start, ...chunks, ...["ready", "turn", "model"].flatMap(answersTo)];
    expect(known).toHaveLength(fromHost.length);
    expect(chunks.map(({ header }) => ({ ...header, id: 0, method: questions.get(header.id) }))).toEqual(
      chunks.map(() => ({ kind: "chunk", id: 0, of: "response", more: expect.any(Boolean), method: "model" })),
    );

    const context = { model: "scripted-agent", reasoningEffort: null };
    expect(start.map(({ header }) => header)).toEqual([
      {
        ...{ kind: "request", id: expect.any(Number), method: "start", more: false },
        params: { interface: "turns", policy, tools, history, seed, context },
      },
    ]);
    expect(startOf(box)?.code).toBe(code);
    const results = (method: string) =>
      answersTo(method).map(({ header }) => (header.kind === "response" ? header.result : undefined));
    expect(results("ready")).toEqual([null]);
    expect(results("turn")).toEqual([...turnsOf(messages), { closed: "over" }]);
    const headers = { "content-type": "application/json", "content-length": expect.stringMatching(/^\d+$/) };
    expect(results("model")).toEqual(answers.map(() => ({ status: 200, headers })));
    const bodies = fromHost.filter(({ header }) => header.kind === "chunk" || questions.get(header.id) === "model");
    expect(bodies.map(({ body }) => Buffer.from(body).toString("utf8")).join("")).toBe(answers.join(""));

    if (domain === "telecom") expect(messages.filter(({ requestor }) => requestor === "user")).not.toEqual([]);
  });

  it("tells an agent that does nothing nothing of what is expected, of the scenario or of the task", () => {
    const { task, box, service, jobs } = playedBy(domain, "idle");
    const sent = box.bytes("stdin").toString("utf8");
    // The policy and the tools are the same for all tasks: what is left has to be free of the task in every word.
    const others = box.frames("host").filter(({ header }) => header.kind !== "request");
    const rest = JSON.stringify([{ ...startOf(box)?.params, policy: "", tools: [] }, others]);
    const expected = jobs.gold[task];
    expect(expected?.actions.length).toBeGreaterThan(1);
    for (const { name, arguments: args } of expected?.actions ?? []) {
      expect(rest).not.toContain(name);
      for (const value of Object.values(args)) {
        const text = typeof value === "string" ? value : JSON.stringify(value);
        if (text.length > 3) expect(rest).not.toContain(text);
      }
    }
    const lines = (expected?.scenario ?? "").split("\n").map((line) => line.trim());
    for (const line of lines.filter(({ length }) => length > 20)) expect(sent).not.toContain(line);
    if (domain === "telecom") for (const { id } of jobs.tasks) expect(sent).not.toContain(id);
    expect(rest).not.toMatch(/task_?id|split|trial|retail|telecom|reward|criteria|scenario|gold|basis|"session"/i);
    expect(sent).not.toMatch(/evaluation_criteria|reward_basis|communicate_info|nl_assertions|env_assertions/);

    // The other side knows the task, so its absence here is no silence of the recording.
    const runs = asked(service, "host").flatMap(({ method, params }) => (method === "run" ? [params] : []));
    expect(runs.map((params) => (params as { taskId: string }).taskId)).toContain(task);
    for (const params of runs) {
      const { session } = params as { session: string };
      expect(session).toMatch(/^[0-9a-f]{24}$/);
      expect(sent).not.toContain(session);
    }
  });
});

const snoop = `
  import { spawnSync } from "node:child_process";
  import { lookup } from "node:dns/promises";
  import { connect } from "node:net";
  import { networkInterfaces } from "node:os";
  const look = (command: string) => {
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    return stdout + stderr;
  };
  const reach = (to: any) => new Promise((resolve) => {
    const socket = connect(to, () => resolve("connected"));
    socket.on("error", (error: any) => resolve(error.code)).setTimeout(5000, () => resolve("silence"));
  });
  export class HarnessAgent {
    systemPrompt = "";
    getInitState() { return null; }
    async generateNextMessage() {
      console.log(JSON.stringify({
        id: look("id -u; id -g; id -G"),
        caps: look("grep -E 'CapEff|CapBnd|NoNewPrivs' /proc/self/status"),
        environ: look("env; cat /proc/[0-9]*/environ | tr '\\\\0' '\\\\n'"),
        files: look("find / -xdev -type f ( -name '.env*' -o -name '*.sqlite' -o -name '*tau2*' -o -name 'split*' ) -print; ls -A /agent /tmp"),
        secrets: look("grep -rlsE 'sk-canary|CANARY' /agent /tmp /opt/auto-harness /etc /run /var /home /root; echo done"),
        writes: look("for folder in / /opt /etc /usr /opt/auto-harness; do touch $folder/x; done 2>&1 | grep -c Read-only"),
        interfaces: Object.keys(networkInterfaces()),
        name: await lookup("example.com").then(() => "resolved", (error: any) => error.code),
        sockets: [await reach("/var/run/docker.sock"), await reach("/run/docker.sock")],
        hosts: [
          await reach({ host: HOST, port: 22 }), await reach({ host: HOST, port: 2375 }),
          await reach({ host: "1.1.1.1", port: 443 }), await reach({ host: "169.254.169.254", port: 80 }),
        ],
      }));
      return [{ content: "Goodbye." }, null];
    }
  }`;

describe("the containers", () => {
  it("an agent that looks round finds no key, nothing of tau2, nothing of the host, and no way out", () => {
    const { trace, jobs } = playedBy("retail", "snoop");
    const logs = trace.events.flatMap((event) => (event.type === "log" ? [event.text] : []));
    expect(logs).toHaveLength(1);
    const seen = JSON.parse(logs[0] ?? "") as Record<string, string>;
    const none = "0000000000000000";
    expect(seen).toMatchObject({
      id: "65534\n65534\n65534\n",
      caps: `CapEff:\t${none}\nCapBnd:\t${none}\nNoNewPrivs:\t1\n`,
      files: expect.not.stringMatching(/\.env|\.sqlite|tau2|split/),
      secrets: "done\n",
      writes: "5\n",
      interfaces: ["lo"],
      name: expect.stringMatching(/^(EAI_AGAIN|ENOTFOUND)$/),
      sockets: ["ENOENT", "ENOENT"],
      hosts: ["ENETUNREACH", "ENETUNREACH", "ENETUNREACH", "ENETUNREACH"],
    });
    expect(seen["environ"]).toContain("OPENAI_API_KEY=in-a-box\n");
    for (const secret of [...canaries, process.cwd(), jobs.image.opened.owner.heartbeat]) {
      expect(logs[0]).not.toContain(secret);
    }
  });

  it("are both without network, root, capabilities, ports, mounts and keys", () => {
    const { box, service } = playedBy("retail", "shipped");
    for (const { inspected } of [box, service]) {
      const { Config, HostConfig, Mounts, NetworkSettings } = inspected;
      expect(HostConfig).toMatchObject({
        ...{ NetworkMode: "none", ReadonlyRootfs: true, CapDrop: ["ALL"], CapAdd: null, Privileged: false },
        ...{ SecurityOpt: ["no-new-privileges"], Binds: null, PublishAllPorts: false },
        ...{ PidMode: "", IpcMode: "private", VolumesFrom: null },
        LogConfig: { Type: "none" },
      });
      expect([HostConfig.PortBindings ?? {}, HostConfig.Devices ?? []]).toEqual([{}, []]);
      expect(HostConfig.Memory).toBeGreaterThan(0);
      expect(HostConfig.PidsLimit).toBeGreaterThan(0);
      expect(Config.User).toBe("65534:65534");
      expect(Config.Env.filter((line) => /key|token|secret|password/i.test(line))).toEqual([]);
      expect(Mounts).toEqual([]);
      expect(NetworkSettings.Ports).toEqual({});
      expect(Object.keys(NetworkSettings.Networks)).toEqual(["none"]);
      expect(JSON.stringify(inspected)).not.toContain("canary");
    }
  });

  it("got no key in any byte to or from them, though every model call carried one", () => {
    for (const { boxes, authorizations } of Object.values(scenes)) {
      expect(new Set(authorizations())).toEqual(new Set([`Bearer ${canaries[1]}`]));
      expect(new Set(boxes.map(({ spec }) => spec.labels.role))).toEqual(new Set(["agent", "service"]));
      for (const box of boxes) {
        expect(box.bytes("stdin").length).toBeGreaterThan(0);
        for (const stream of ["stdin", "stdout", "stderr"] as const) {
          const text = box.bytes(stream).toString("latin1");
          for (const canary of canaries) expect(text.includes(canary)).toBe(false);
          expect(text.includes(process.cwd())).toBe(false);
        }
      }
    }
  });

  it("are gone with the job", async () => {
    for (const { jobs } of Object.values(scenes)) {
      await expect.poll(async () => await jobs.image.opened.leftovers()).toEqual([]);
    }
  });
});
