// Tasks that are compose projects, and tasks whose network is held, as oracle and nop fare in them; and what only a
// project can show: what it reaches, what is refused, what is left of it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProjectSpec, SandboxProject } from "../../src/core/sandbox-group.ts";
import type { Session } from "../../src/core/session.ts";
import { runJob } from "../../src/trials/run-job.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { type TemporaryFolder, temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

const signal = new AbortController().signal;
const fixtures = join(import.meta.dirname, "../fixtures/harbor-tasks");
const undo = new AsyncDisposableStack();
let opened: TestDocker;
let folder: TemporaryFolder;

beforeAll(async () => {
  opened = undo.use(await openTestDocker());
  folder = undo.use(await temporaryFolder());
});

afterAll(async () => {
  const left = [await leftoversOf(opened.owner.id), opened.provider.failedCleanups];
  await undo.disposeAsync();
  expect(left).toEqual([[], 0]);
});

async function leftoversOf(owner: string): Promise<string[]> {
  const filters = { label: [`auto-harness.owner=${owner}`] };
  const containers = await opened.docker.listContainers({ all: true, filters });
  const networks = await opened.docker.listNetworks({ filters });
  const { Volumes } = await opened.docker.listVolumes({ filters });
  const names = [...networks.map(({ Name }) => Name), ...(Volumes ?? []).map(({ Name }) => Name)];
  return [...containers.flatMap(({ Names }) => Names), ...names];
}

/** A project of its own folder. */
async function fileOf(name: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const own = join(folder.path, name);
  await mkdir(own, { recursive: true });
  for (const [path, content] of Object.entries(files)) await writeFile(join(own, path), content);
  await writeFile(join(own, "docker-compose.yaml"), text);
  return join(own, "docker-compose.yaml");
}

async function openProject(file: string, extra: Partial<ProjectSpec["main"]> = {}): Promise<SandboxProject> {
  const { image, labels, ...main } = opened.specOf({ network: "open" });
  const project = await opened.provider.openProject?.(
    { files: [file], variables: { WORD: "one two" }, labels, main: { ...main, image, ...extra }, timeoutMs: 240_000 },
    { signal },
  );
  if (project === undefined) throw new Error("the docker provider opens projects");
  return project;
}

const said = async (session: Session, command: string) =>
  (await session.exec(["bash", "-c", command], { signal, timeoutMs: 30_000 })).stdout.trim();

test("oracle earns 1 and nop 0 where a sidecar's service and volume must be there, and where the network is held", async () => {
  const trials = await openTerminalTrials(opened, {
    ...{ folder: folder.path, model: { model: "no-model" }, upstream: scriptedUpstream(completion("never asked")) },
    keys: { dataset: fixtures },
    wanted: (id) => ["allowlist", "compose-sidecar", "no-network"].includes(id),
  });
  await using _trials = trials;
  const plans = trials.tasks.flatMap((task) =>
    (["oracle", "nop"] as const).map((kind) => ({
      ...{ task, agent: { kind }, step: "check" as const, decision: "", index: 0 },
    })),
  );
  const { records } = await runJob(plans, trials.context, {
    ...{ job: "compose", concurrency: 2, signal },
    ...{ onEvent: () => undefined, onBuildLog: () => undefined, onLog: (line: string) => expect.unreachable(line) },
  });
  const ends = records.map((record) => [record?.parts.task, record?.parts.agent, record?.outcome]);
  expect(ends.sort()).toEqual(
    ["allowlist", "compose-sidecar", "no-network"].flatMap((task) => [
      [task, "nop", { status: "scored", reward: 0 }],
      [task, "oracle", { status: "scored", reward: 1 }],
    ]),
  );
  const notes = records.flatMap((record) => (record?.parts.agent === "oracle" ? record.notes : []));
  expect(notes).toContainEqual(expect.stringMatching(/ledger\.ports is left out/));
  expect(notes).toContainEqual(expect.stringMatching(/other\.test:443 refused/));
}, 600_000);

describe("a project", () => {
  const two = `
services:
  main:
    environment: { WORD: "\${WORD}", DOLLAR: "a$$b" }
    configs: [{ source: greeting, target: /etc/greeting }]
    secrets: [key]
  other:
    image: debian:bookworm-slim
    command: sleep infinity
    volumes: ["./folder:/folder", "data:/data"]
volumes: { data: }
configs: { greeting: { file: ./greeting } }
secrets: { key: { file: ./key } }
`;

  test("has files of its folder, variables, main's own environment, and its services in reach by name", async () => {
    const file = await fileOf("two", two, { greeting: "hello", key: "k3y" });
    await mkdir(join(folder.path, "two", "folder"));
    await writeFile(join(folder.path, "two", "folder", "deep"), "copied");
    await using project = await openProject(file, { env: { OWN: "it's $HOME" }, limits: { memoryMb: 256, cpus: 1 } });
    const { session } = project.main;
    expect(await said(session, 'echo "$WORD|$DOLLAR|$OWN|$(cat /etc/greeting /run/secrets/key)"')).toBe(
      "one two|a$b|it's $HOME|hellok3y",
    );
    expect(await said(session, "getent hosts other >/dev/null && echo there")).toBe("there");
    const other = project.session("other");
    expect(await said(other, "cat /folder/deep; echo written > /folder/deep")).toBe("copied");
    await using again = await openProject(file);
    expect(await said(again.session("other"), "cat /folder/deep")).toBe("copied");
    expect(() => project.session("third")).toThrow(expect.objectContaining({ code: "service-missing" }));
    expect(await project.main.processes?.({ signal })).toEqual([]);
  }, 300_000);

  test("without a network reaches its services and nothing else", async () => {
    const file = await fileOf("held", two, { greeting: "", key: "" });
    await mkdir(join(folder.path, "held", "folder"));
    await using project = await openProject(file, { network: "none" });
    for (const session of [project.main.session, project.session("other")]) {
      expect(await said(session, "getent hosts main other | wc -l")).toBe("2");
      expect(await said(session, "getent hosts deb.debian.org | wc -l")).toBe("0");
      // Somebody who refuses a connection was reached too.
      const way = 'timeout 5 bash -c "exec 3<>/dev/tcp/$1" 2>&1 && echo reached';
      const targets = "$(hostname -I | sed 's/[0-9]* *$/1/')/22 172.17.0.1/22 1.1.1.1/53";
      const tried = await said(session, `for to in ${targets}; do (set -- $to; ${way}) & done; wait`);
      expect(tried).not.toMatch(/refused|reached/i);
    }
  }, 300_000);

  test("on allowed hosts has the proxy for every service, and its network changes as a whole", async () => {
    const file = await fileOf("allowed", two, { greeting: "", key: "" });
    await mkdir(join(folder.path, "allowed", "folder"));
    await using project = await openProject(file, { network: { allow: ["allowed.test"] }, networkChanges: true });
    const look = "getent hosts allowed.test | wc -l; getent hosts other.test | wc -l; getent hosts main other | wc -l";
    for (const session of [project.main.session, project.session("other")]) {
      expect((await said(session, look)).split("\n")).toEqual(["1", "0", "2"]);
      expect(await said(session, 'echo "$NO_PROXY"')).toBe("localhost,127.0.0.1,::1,main,other");
    }
    expect(await project.main.networkUse?.({ signal })).toEqual([
      { host: "other.test", port: null, refused: "not allowed", count: 4, bytes: 0 },
    ]);
    await project.main.setNetwork?.("none", { signal });
    expect((await said(project.session("other"), look)).split("\n")).toEqual(["0", "0", "2"]);
    await project.main.setNetwork?.("open", { signal });
    expect(await said(project.session("other"), "ls /sys/class/net | grep -c eth")).toBe("2");
    await project.main.setNetwork?.("none", { signal });
    expect(await said(project.session("other"), "ls /sys/class/net | grep -c eth")).toBe("1");
  }, 300_000);

  test("that asks for what reaches out is refused before anything is made", async () => {
    const file = await fileOf("bad", "services: { main: { privileged: true, volumes: ['/:/host'] } }");
    await expect(openProject(file)).rejects.toMatchObject({
      ...{ fault: "config", code: "compose-refused" },
      context: {
        refused: ["main.privileged: a privileged container is the host", "main.volumes: / is a path of the host's"],
      },
    });
    const link = await fileOf("link", "services: { main: { volumes: ['./out:/out:ro'] } }");
    await symlink("/etc", join(folder.path, "link", "out"));
    await expect(openProject(link)).rejects.toMatchObject({ fault: "config", code: "compose-refused" });
    expect(await leftoversOf(opened.owner.id)).toEqual([]);
  }, 300_000);

  test("whose service ends badly, or never gets well, says which and what it said", async () => {
    // main is not ready before the other one has ended.
    const ready = "healthcheck: { test: ['CMD', 'true'], interval: 5s }";
    const broken = `services: { main: { ${ready} }, other: { image: 'debian:bookworm-slim', command: "sh -c 'echo no disk; exit 3'" } }`;
    await expect(openProject(await fileOf("broken", broken))).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "service-not-ready" },
      message: expect.stringMatching(/other ended with exit code 3.*\n.*no disk/),
    });
    const check = "healthcheck: { test: ['CMD-SHELL', 'echo not yet; exit 1'], interval: 1s, retries: 1 }";
    const sick = `services: { main: { depends_on: { other: { condition: service_healthy } } }, other: { image: 'debian:bookworm-slim', command: sleep 600, ${check} } }`;
    await expect(openProject(await fileOf("sick", sick))).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "service-not-ready" },
      message: expect.stringMatching(/other is unhealthy: not yet/),
    });
    expect(await leftoversOf(opened.owner.id)).toEqual([]);
  }, 300_000);

  test("that is aborted while it starts leaves nothing", async () => {
    const file = await fileOf(
      "aborted",
      "services: { main: {}, other: { image: 'debian:bookworm-slim', command: sleep 600 } }",
    );
    const { image, labels, ...main } = opened.specOf({ network: "none" });
    const created = async () => {
      while ((await leftoversOf(opened.owner.id)).length === 0) await sleep(20);
    };
    // While compose reads its files, and when the first of what it makes is there.
    for (const until of [async () => await sleep(200), created]) {
      const reason = new Error("enough");
      const controller = new AbortController();
      void until().then(() => controller.abort(reason));
      const spec = { files: [file], variables: {}, labels, main: { ...main, image }, timeoutMs: 60_000 };
      const opening = opened.provider.openProject?.(spec, { signal: controller.signal });
      await expect(opening).rejects.toBe(reason);
      expect(await leftoversOf(opened.owner.id)).toEqual([]);
    }
  }, 300_000);

  test("of a killed owner is swept with its networks, its volumes and the proxy", async () => {
    const file = await fileOf("killed", "services: { main: { volumes: ['data:/data'] } }\nvolumes: { data: }");
    const child = spawn(process.execPath, [join(import.meta.dirname, "../helpers/project-owner.ts"), file], {
      stdio: ["ignore", "pipe", "inherit"],
      // It is killed, so what it leaves in the temporary folder goes with ours.
      env: { ...process.env, TMPDIR: folder.path },
    });
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const { owner } = JSON.parse(line) as { owner: string };
    // main, box and proxy; the project's and the box's network; a volume.
    expect(await leftoversOf(owner)).toHaveLength(6);
    child.kill("SIGKILL");
    await once(child, "close");
    await opened.provider.sweep({ signal });
    // Another test's command may be at the same.
    await expect.poll(async () => await leftoversOf(owner)).toEqual([]);
  }, 300_000);
});
