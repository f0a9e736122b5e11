// What a task's compose file may say, read from text as it is before any engine is asked.

import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { imageOfService, mainImage } from "../../../src/services/compose/compose-build.ts";
import { parseComposeModel } from "../../../src/services/compose/compose-model.ts";
import { finalCompose } from "../../../src/services/compose/final-compose.ts";
import { judgeCompose } from "../../../src/services/compose/judge-compose.ts";
import { readCompose } from "../../../src/services/compose/read-compose.ts";

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "auto-harness-compose-test-")));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string, variables: Record<string, string> = {}) {
  const file = join(folder, "docker-compose.yaml");
  await writeFile(file, text);
  return (await readCompose(file, variables)).model;
}

const judged = async (service: string, rest = "") =>
  judgeCompose(await read(`services: { main: {}, db: { image: x, ${service} } }\n${rest}`), folder);

describe("a service is refused, by name and key,", () => {
  test.each([
    ["privileged: true", "db.privileged"],
    ["volumes: ['/etc:/etc']", "db.volumes"],
    ["volumes: ['../up:/up:ro']", "db.volumes"],
    ["volumes: ['~/x:/x']", "db.volumes"],
    ["volumes: ['/var/run/docker.sock:/var/run/docker.sock']", "db.volumes"],
    ["volumes: [{ type: bind, source: /, target: /host }]", "db.volumes"],
    ["volumes: [{ type: npipe, source: x, target: y }]", "db.volumes"],
    ["read_only: true, volumes: ['./a:/a:ro']", "db.volumes"],
    ["network_mode: host", "db.network_mode"],
    ["network_mode: bridge", "db.network_mode"],
    ["annotations: { 'run.oci.handler': x }", "db.annotations"],
    ["network_mode: 'container:x'", "db.network_mode"],
    ["pid: host", "db.pid"],
    ["ipc: host", "db.ipc"],
    ["uts: host", "db.uts"],
    ["userns_mode: host", "db.userns_mode"],
    ["cgroup: host", "db.cgroup"],
    ["cgroup_parent: x", "db.cgroup_parent"],
    ["cap_add: [SYS_ADMIN]", "db.cap_add"],
    ["cap_add: [cap_net_admin]", "db.cap_add"],
    ["cap_add: [ALL]", "db.cap_add"],
    ["security_opt: ['seccomp=unconfined']", "db.security_opt"],
    ["security_opt: ['apparmor:unconfined']", "db.security_opt"],
    ["security_opt: ['no-new-privileges:false']", "db.security_opt"],
    ["devices: ['/dev/kvm']", "db.devices"],
    ["device_cgroup_rules: ['c 1:3 mr']", "db.device_cgroup_rules"],
    ["gpus: all", "db.gpus"],
    ["deploy: { resources: { reservations: { devices: [{ capabilities: [gpu] }] } } }", "db.deploy"],
    ["runtime: nvidia", "db.runtime"],
    ["volumes_from: ['container:x']", "db.volumes_from"],
    ["external_links: [x]", "db.external_links"],
    ["extends: { file: ../x.yaml, service: y }", "db.extends"],
    ["env_file: ../secrets", "db.env_file"],
    ["env_file: [{ path: /etc/environment }]", "db.env_file"],
    ["extra_hosts: ['up:host-gateway']", "db.extra_hosts"],
    ["sysctls: { kernel.msgmax: 1 }", "db.sysctls"],
    ["oom_kill_disable: true", "db.oom_kill_disable"],
    ["provider: { type: x }", "db.provider"],
    ["post_start: [{ command: x }]", "db.post_start"],
    ["build: ../up", "db.build"],
    ["build: 'https://example.com/x.git'", "db.build"],
    ["build: { context: ., network: host }", "db.build"],
    ["build: { context: ., privileged: true }", "db.build"],
    ["build: { context: ., ssh: [default] }", "db.build"],
    ["build: { context: ., additional_contexts: { x: / } }", "db.build"],
    ["build: { context: sub, dockerfile: ../../Dockerfile }", "db.build"],
    ["configs: [x]", "db.configs"],
  ])("for %s", async (service, key) => {
    const { refused } = await judged(service);
    expect(refused).toEqual([expect.stringContaining(`${key}: `)]);
  });

  test.each([
    ["volumes: { x: { external: true } }", "volumes.x"],
    ["volumes: { x: { driver: nfs } }", "volumes.x"],
    ["volumes: { x: { driver_opts: { type: none, o: bind, device: / } } }", "volumes.x"],
    ["networks: { x: { external: true } }", "networks.x"],
    ["networks: { x: { driver: host } }", "networks.x"],
    ["networks: { x: { driver: macvlan, driver_opts: { parent: eth0 } } }", "networks.x"],
    ["include: [../other.yaml]", "include"],
    ["models: {}", "models"],
    ["x-anything: 1\nsecrets: { s: { file: /etc/shadow } }", "db.secrets"],
    ["secrets: { s: { environment: HOME } }", "db.secrets"],
  ])("for %s of the file", async (rest, key) => {
    const { refused } = await judged(key === "db.secrets" ? "secrets: [s]" : "", rest);
    expect(refused[0]).toContain(`${key}: `);
  });

  test("for a bind that one service writes and another sees, and for several agents", async () => {
    const model = await read(
      "services: { main: { scale: 2, volumes: ['./data:/data'] }, db: { volumes: ['./data/sub:/x:ro'] } }",
    );
    expect(judgeCompose(model, folder).refused).toEqual([
      expect.stringContaining("main.volumes: "),
      "main.scale: an agent works in one container",
    ]);
  });
});

test("a usual file is run, and what would meet the host is left out with a line", async () => {
  const model = await read(
    `
x-common: &common { restart: always, environment: { A: "\${A:-1}", B: "$$B", C: "\${C}" } }
services:
  main: { depends_on: { db: { condition: service_healthy } }, volumes: ["\${LOGS}:/logs/verifier"] }
  db:
    <<: *common
    image: "db:\${TAG}"
    container_name: db
    ports: ["5432:5432"]
    volumes: ["data:/data", "./init.sql:/init.sql:ro", { type: tmpfs, target: /t }]
    cap_add: [SYS_PTRACE]
    security_opt: ["no-new-privileges:true"]
    healthcheck: { test: ["CMD", "true"] }
    shm_size: 64m
    configs: [{ source: c, target: /c }]
configs: { c: { content: "x" } }
volumes: { data: }
networks: { default: { driver: bridge } }
`,
    { TAG: "15", A: "", LOGS: "/logs/verifier" },
  );
  expect(judgeCompose(model, folder)).toEqual({
    refused: [],
    notes: [
      "compose: db.container_name is left out: two trials could not run at once",
      "compose: db.ports is left out: nothing is published on the host; services reach each other by name",
    ],
  });
  expect(model.services["db"]).toMatchObject({ image: "db:15", environment: { A: "1", B: "$B", C: "" } });
});

test("a file that is no compose file is named", async () => {
  for (const text of ["services: [", "services: []", "- a"]) {
    await expect(read(text)).rejects.toMatchObject({ fault: "config", code: "compose-invalid" });
  }
});

test("values of .env are variables, under those that are given", async () => {
  await writeFile(join(folder, ".env"), "# a comment\nexport TAG='7'\nNAME=\"x\"\n");
  const model = await read("services: { db: { image: '$NAME:$TAG' } }", { NAME: "y" });
  await rm(join(folder, ".env"));
  expect(model.services["db"]?.["image"]).toBe("y:7");
});

test("a service's image is its build, known by content, arguments and stage, or its name", async () => {
  await mkdir(join(folder, "db"));
  await writeFile(join(folder, "db", "Dockerfile.db"), "FROM scratch\n");
  const of = async (service: Record<string, unknown>) => await imageOfService("db", service, { folder, timeoutMs: 1 });
  const build = { context: "db", dockerfile: "Dockerfile.db", args: ["A=$$1", "NONE"], target: "t" };
  const image = await of({ build });
  expect(image).toMatchObject({
    ...{ kind: "build", name: "db", context: join(folder, "db"), dockerfile: "Dockerfile.db", target: "t" },
    args: { A: "$1" },
  });
  const others = [
    { ...build, args: ["A=2"] },
    { ...build, target: "u" },
    { ...build, dockerfile: undefined },
  ];
  const digests = await Promise.all(
    [build, ...others].map(async (its) => (await of({ build: its })) as { digest: string }),
  );
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(4);
  expect([await of({ image: "db:1" }), await of({}), await of({ image: mainImage })]).toEqual([
    { kind: "image", reference: "db:1" },
    undefined,
    undefined,
  ]);
  await symlink("/etc", join(folder, "out"));
  for (const context of ["out", "missing"]) {
    await expect(of({ build: { context } })).rejects.toMatchObject({ fault: "config", code: "compose-refused" });
  }
});

test("what is run has images, labels and networks of ours, and main's own numbers", () => {
  const model = parseComposeModel({
    services: {
      db: {
        image: "db",
        build: ".",
        networks: { default: { aliases: ["sql"], ipv4_address: "10.9.0.9" } },
        ports: [80],
        volumes: [{ type: "bind" }, { type: "volume", source: "data" }],
      },
      alone: { image: "x", network_mode: "none" },
      main: { environment: { A: "1" }, deploy: { resources: { limits: { cpus: "4", memory: "1G" } }, replicas: 1 } },
    },
    networks: { default: { name: "p_default" } },
    volumes: { data: { name: "elsewhere" } },
  });
  const final = finalCompose(model, {
    images: new Map([
      ["main", "m"],
      ["db", "d"],
      ["alone", "a"],
    ]),
    labels: { owner: "o" },
    main: { command: ["sleep"], env: { B: "$x" }, limits: { memoryMb: 64 }, workdir: "/w" },
    held: new Map([["default", { name: "net", nameServer: "10.0.0.2", environment: { HTTP_PROXY: "p" } }]]),
  });
  const common = { logging: expect.anything(), labels: { owner: "o" } };
  expect(final).toEqual({
    services: {
      db: {
        ...common,
        ...{ image: "d", dns: ["10.0.0.2"], environment: { HTTP_PROXY: "p" } },
        networks: { default: { aliases: ["sql"] } },
        volumes: [{ type: "volume", source: "data" }],
      },
      alone: { ...common, image: "a", network_mode: "none", environment: {} },
      main: {
        ...common,
        ...{
          image: "m",
          dns: ["10.0.0.2"],
          networks: { default: {} },
          command: ["sleep"],
          init: true,
          working_dir: "/w",
        },
        environment: { HTTP_PROXY: "p", A: "1", B: "$$x" },
        deploy: { replicas: 1, resources: {} },
        ...{ cpus: 4, mem_limit: "64m", memswap_limit: "64m" },
      },
    },
    networks: { default: { name: "net", external: true } },
    volumes: { data: { labels: { owner: "o" } } },
  });
});
