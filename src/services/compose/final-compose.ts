// The model that is run: what compose made of the task's files, with images of ours, our labels, and networks that hold.

import { type ComposeModel, type ComposeService, pairsOf, tableOf } from "./compose-model.ts";
import { unescaped } from "./compose-mounts.ts";

export interface MainService {
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  workdir?: string;
  user?: string;
  limits: { cpus?: number; memoryMb?: number; pids?: number };
}

/** How a network of the file is held; absent where it has a way out. */
export interface HeldNetwork {
  /** Of the engine's network that stands in for it. */
  name: string;
  nameServer: string;
  /** For programs that know of proxies. */
  environment: Readonly<Record<string, string>>;
}

export interface FinalComposeOptions {
  /** By service. */
  images: ReadonlyMap<string, string>;
  labels: Readonly<Record<string, string>>;
  main: MainService;
  /** By the file's name of it, all of them or none. */
  held: ReadonlyMap<string, HeldNetwork>;
}

const left = [
  "build",
  "configs",
  "container_name",
  "develop",
  "env_file",
  "ports",
  "profiles",
  "pull_policy",
  "secrets",
];
/** The end of it explains a failure; more of it would fill a disk. */
const logging = { driver: "json-file", options: { "max-size": "1m", "max-file": "1" } };

export function finalCompose(model: ComposeModel, options: FinalComposeOptions): Record<string, unknown> {
  const { labels, held } = options;
  const services = Object.entries({ ...model.services, main: model.services["main"] ?? {} });
  const networks = Object.keys(tableOf(model.networks));
  const volumes = Object.entries(tableOf(model.volumes));
  return {
    services: Object.fromEntries(services.map(([name, service]) => [name, finalService(name, service, options)])),
    networks: Object.fromEntries(
      networks.map((name) => {
        const own = held.get(name);
        if (own !== undefined) return [name, { name: own.name, external: true }];
        return [name, labelled(model.networks?.[name], labels)];
      }),
    ),
    volumes: Object.fromEntries(volumes.map(([name, volume]) => [name, labelled(volume, labels)])),
  };
}

/** A network or a volume; the project's name is part of its own. */
function labelled(entry: unknown, labels: Readonly<Record<string, string>>): Record<string, unknown> {
  const { name: _name, ...rest } = tableOf(entry);
  return { ...rest, labels: { ...pairsOf(rest["labels"]), ...labels } };
}

function finalService(name: string, service: ComposeService, options: FinalComposeOptions): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(service).filter(([key]) => !left.includes(key)));
  const place = placeOf(service, options.held);
  const proxied = { ...place.environment, ...pairsOf(service["environment"]) };
  const image = options.images.get(name);
  if (image === undefined) throw new Error(`the service ${name} has no image`);
  return {
    ...rest,
    ...(name === "main" ? mainOf(service, options.main, proxied) : { environment: proxied }),
    ...(Array.isArray(service["volumes"])
      ? { volumes: service["volumes"].filter((volume) => tableOf(volume)["type"] !== "bind") }
      : {}),
    ...(place.nameServer === undefined
      ? {}
      : { dns: [place.nameServer], networks: withoutAddresses(service["networks"]) }),
    ...{ image, logging, labels: { ...pairsOf(service["labels"]), ...options.labels } },
  };
}

/** Those of the file belong to the network that ours stands in for. */
function withoutAddresses(networks: unknown): Record<string, unknown> {
  const kept = Object.entries(tableOf(networks)).map(([name, entry]): [string, unknown] => {
    const { aliases } = tableOf(entry);
    return [name, aliases === undefined ? {} : { aliases }];
  });
  return kept.length === 0 ? { default: {} } : Object.fromEntries(kept);
}

function placeOf(
  service: ComposeService,
  held: ReadonlyMap<string, HeldNetwork>,
): { nameServer?: string; environment: Readonly<Record<string, string>> } {
  if (service["network_mode"] !== undefined) return { environment: {} };
  const first = held.get(Object.keys(tableOf(service["networks"]))[0] ?? "default");
  return first ?? { environment: {} };
}

/** The task's own numbers go before those of its compose file, which may stand in two places. */
function mainOf(service: ComposeService, main: MainService, env: Record<string, string>): Record<string, unknown> {
  const { resources, ...deploy } = tableOf(service["deploy"]);
  const { limits, ...others } = tableOf(resources);
  const { cpus: fileCpus, memory, pids: filePids } = tableOf(limits);
  const { cpus = fileCpus, memoryMb, pids = filePids } = main.limits;
  const memoryLimit = memoryMb === undefined ? memory : `${memoryMb}m`;
  const own = Object.fromEntries(Object.entries(main.env).map(([key, value]) => [key, value.replaceAll("$", "$$$$")]));
  return {
    command: [...main.command],
    init: true,
    environment: { ...env, ...own },
    ...(service["deploy"] === undefined ? {} : { deploy: { ...deploy, resources: others } }),
    ...(cpus === undefined ? {} : { cpus: Number(cpus) }),
    ...(memoryLimit === undefined ? {} : { mem_limit: memoryLimit, memswap_limit: memoryLimit }),
    ...(pids === undefined ? {} : { pids_limit: pids }),
    ...(main.workdir === undefined ? {} : { working_dir: main.workdir }),
    ...(main.user === undefined ? {} : { user: main.user }),
  };
}

/** Names of networks that services stand on; a file that names none has the default one. */
export function networksOf(model: ComposeModel): string[] {
  const named = Object.keys(tableOf(model.networks)).map(unescaped);
  return named.length === 0 ? ["default"] : named;
}
