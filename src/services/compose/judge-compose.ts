// What a task's compose file may ask for. Keys are allowed by name: one that compose learns later is refused until
// somebody has looked at it.

import { buildProblems } from "./compose-build.ts";
import { type ComposeModel, type ComposeService, listOf, pairsOf, tableOf } from "./compose-model.ts";
import { filesOf, isInside, volumesOf } from "./compose-mounts.ts";

export interface ComposeJudgement {
  /** `service.key: why`; empty where it may be run. */
  refused: string[];
  /** What is left out of it without harm, for the record. */
  notes: string[];
}

/** Change nothing but the service's own container, inside its own namespaces. */
const plainKeys = [
  ...["attach", "cap_drop", "command", "cpu_count", "cpu_percent", "cpu_period", "cpu_quota"],
  ...["cpu_shares", "cpus", "cpuset", "depends_on", "deploy", "develop", "dns", "dns_opt", "dns_search", "domainname"],
  ...[
    "entrypoint",
    "environment",
    "expose",
    "group_add",
    "healthcheck",
    "hostname",
    "image",
    "init",
    "labels",
    "links",
  ],
  ...["logging", "mac_address", "mem_limit", "mem_reservation", "mem_swappiness", "memswap_limit", "pids_limit"],
  ...["platform", "profiles", "pull_policy", "read_only", "restart", "scale", "shm_size", "stdin_open"],
  ...["stop_grace_period", "stop_signal", "tmpfs", "tty", "ulimits", "user", "working_dir"],
];
/** The engine's own set, and what debuggers and services that lock memory ask for. */
const capabilities = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW"],
  ...["SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT", "IPC_LOCK", "SYS_NICE", "SYS_PTRACE"],
];
const rootKeys = ["name", "version", "services", "volumes", "networks", "configs", "secrets"];

type Rule = (value: unknown, context: { service: ComposeService; model: ComposeModel; folder: string }) => string[];

const empty = (value: unknown) => value === undefined || value === null || listOf(value).length === 0;
const only = (allowed: RegExp, why: string): Rule => {
  return (value) => (empty(value) || value === "" || allowed.test(String(value)) ? [] : [`${value} ${why}`]);
};

const rules: Readonly<Record<string, Rule>> = {
  build: (value, { folder }) => (value === null ? [] : buildProblems(value, folder)),
  cap_add: (value) =>
    listOf(value)
      .map((name) => String(name).toUpperCase().replace(/^CAP_/, ""))
      .filter((name) => !capabilities.includes(name))
      .map((name) => `${name} reaches out of a container`),
  configs: (_value, { model, service, folder }) => fileProblems(model, service, folder),
  secrets: (_value, { model, service, folder }) => fileProblems(model, service, folder),
  env_file: (value, { folder }) =>
    listOf(value)
      .map((entry) => String(typeof entry === "string" ? entry : tableOf(entry)["path"]))
      .filter((path) => !isInside(`${path.startsWith("/") ? "" : `${folder}/`}${path}`, folder) || path.includes(".."))
      .map((path) => `${path} lies outside the task's folder`),
  extra_hosts: (value) =>
    JSON.stringify(value ?? "").includes("host-gateway") ? ["host-gateway leads to the host"] : [],
  ipc: only(/^(?:private|shareable|none|service:.+)$/, "is a namespace of the host's or of a foreign container's"),
  network_mode: only(/^(?:none|service:.+)$/, "is not a network of the task's own"),
  networks: () => [],
  pid: only(/^service:.+$/, "is a namespace of the host's or of a foreign container's"),
  privileged: (value) => (value === true ? ["a privileged container is the host"] : []),
  security_opt: (value) =>
    listOf(value)
      .filter((option) => !/^no-new-privileges(?:[:=]true)?$/.test(String(option)))
      .map((option) => `${option} loosens what holds a container`),
  sysctls: (value) =>
    Object.keys(Array.isArray(value) ? pairsOf(value) : tableOf(value))
      .filter((name) => !/^net\.(?!bridge)/.test(name))
      .map((name) => `${name} is not the container's own`),
  volumes: (_value, { service, folder }) =>
    volumesOf(service, folder).flatMap((volume) => {
      if (volume.kind === "unknown") return [`${volume.what} is not supported`];
      if (volume.kind === "own" || isLogMount(volume.source)) return [];
      if (service["read_only"] === true) return [`${volume.source} can't be copied into a read-only root`];
      if (isInside(volume.source, folder)) return [];
      return [`${volume.source} is a path of the host's`];
    }),
};

/** Left out, with a line. */
const dropped: Readonly<Record<string, string>> = {
  container_name: "two trials could not run at once",
  ports: "nothing is published on the host; services reach each other by name",
};

/** `folder`: the compose file's, absolute. The raw file and what compose has made of it are judged alike. */
export function judgeCompose(model: ComposeModel, folder: string): ComposeJudgement {
  const refused = Object.keys(model)
    .filter((key) => !rootKeys.includes(key) && !key.startsWith("x-"))
    .map((key) => `${key}: it is not supported`);
  const notes: string[] = [];
  for (const [name, service] of Object.entries(model.services)) {
    for (const [key, value] of Object.entries(service)) {
      if (key in dropped) {
        if (!empty(value)) notes.push(`compose: ${name}.${key} is left out: ${dropped[key]}`);
        continue;
      }
      if (plainKeys.includes(key) || key.startsWith("x-")) continue;
      const rule = rules[key];
      const problems = rule === undefined ? ["it is not supported"] : rule(value, { service, model, folder });
      refused.push(...problems.map((problem) => `${name}.${key}: ${problem}`));
    }
    refused.push(...deployProblems(service).map((problem) => `${name}.deploy: ${problem}`));
  }
  refused.push(...sharedBinds(model, folder), ...networkProblems(model), ...volumeProblems(model));
  if (copiesOf(model.services["main"]) > 1) refused.push("main.scale: an agent works in one container");
  return { refused, notes };
}

function fileProblems(model: ComposeModel, service: ComposeService, folder: string): string[] {
  return filesOf(model, service, folder).flatMap((file) => {
    if (typeof file === "string") return [file];
    return "file" in file.content && !isInside(file.content.file, folder)
      ? [`${file.content.file} is a path of the host's`]
      : [];
  });
}

function deployProblems(service: ComposeService): string[] {
  const resources = tableOf(tableOf(service["deploy"])["resources"]);
  return empty(tableOf(resources["reservations"])["devices"]) ? [] : ["devices are not supported"];
}

function copiesOf(service: ComposeService | undefined): number {
  return Number(service?.["scale"] ?? tableOf(service?.["deploy"])["replicas"] ?? 1);
}

/** Files are copied in: what one service writes the other would not see. */
function sharedBinds(model: ComposeModel, folder: string): string[] {
  const binds = Object.entries(model.services).flatMap(([name, service]) =>
    volumesOf(service, folder).flatMap((volume) => (volume.kind === "bind" ? [{ name, ...volume }] : [])),
  );
  return binds
    .filter((one) => !one.readOnly)
    .filter((one) => binds.some((other) => other.name !== one.name && overlap(one.source, other.source)))
    .map(({ name, source }) => `${name}.volumes: ${source} is written and shared; a named volume would do`);
}

function overlap(one: string, other: string): boolean {
  return isInside(one, other) || isInside(other, one);
}

/** How old tasks mount Harbor's log folders; `source` is what we give them for a path. */
export function isLogMount(source: string): boolean {
  return /^\/logs\/(?:agent|verifier|artifacts)$/.test(source);
}

function networkProblems({ networks }: ComposeModel): string[] {
  return Object.entries(networks ?? {}).flatMap(([name, network]) => [
    ...(isSet(network?.["external"]) ? [`networks.${name}: an external network is not the task's own`] : []),
    ...(["bridge", "default", undefined, ""].includes(network?.["driver"] as string | undefined)
      ? []
      : [`networks.${name}: the driver ${network?.["driver"]} is not supported`]),
    ...(Object.keys(tableOf(network?.["driver_opts"])).length === 0
      ? []
      : [`networks.${name}: driver_opts are not supported`]),
  ]);
}

/** Options of the local driver can mount any folder of the host's. */
function volumeProblems({ volumes }: ComposeModel): string[] {
  return Object.entries(volumes ?? {}).flatMap(([name, volume]) => {
    const options = tableOf(volume?.["driver_opts"]);
    const inMemory = options["type"] === "tmpfs" && options["device"] === "tmpfs";
    return [
      ...(isSet(volume?.["external"]) ? [`volumes.${name}: an external volume is not the task's own`] : []),
      ...(["local", "default", undefined, ""].includes(volume?.["driver"] as string | undefined)
        ? []
        : [`volumes.${name}: the driver ${volume?.["driver"]} is not supported`]),
      ...(Object.keys(options).length === 0 || inMemory ? [] : [`volumes.${name}: driver_opts can lead to the host`]),
    ];
  });
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
