// The one place that reads process.env (src/engine has its own for Docker's settings).

import { access, constants, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { HarnessError } from "../core/fault.ts";
import { parseDotenv } from "./parse-dotenv.ts";
import { type KeyName, keyNames, needlessVariables } from "./variables.ts";

export type Keys = Readonly<Record<KeyName, string | null>>;

export interface Environment {
  readKeys(): Keys;
  /** AUTO_HARNESS_RUNS, absolute; null when it is not set. */
  runsFolder: string | null;
  /** OPENAI_BASE_URL; null when it is not set. */
  baseUrl(): string | null;
  /** null when it is not set. Which variable a model's calls need is the gateway's to say (upstreams/families.ts). */
  key(name: KeyName): string | null;
  /** Any variable, for those that a config names; undefined when it is not set. */
  variable(name: string): string | undefined;
  /** Proxy variables that are set, for image builds; by convention in either case. */
  proxies: Readonly<Record<string, string>>;
  /**
   * What image builds may need of this host: "ca", the bundle that its programs trust (behind a proxy that opens TLS,
   * nothing can be installed without it), "pip-index" and "npm-registry", which may hold credentials.
   */
  buildSecrets: Readonly<Record<string, { file: string } | { value: string }>>;
  /** One line for each variable that is set and changes nothing for this benchmark. */
  needless(benchmark: string): string[];
  /** CI is set, and not to false or 0. */
  ci: boolean;
  /** A person can be asked: a terminal at both ends and no CI. */
  interactive: boolean;
  noColor: boolean;
}

export interface EnvironmentOptions {
  /** `.env` beside the config; may be missing. Variables that are set already win over it. */
  file: string;
  variables?: Readonly<Record<string, string | undefined>>;
  terminal?: boolean;
}

/** Reads once; changes nothing. Throws config "env-file-invalid" and "env-file-unreadable". */
export async function openEnvironment({
  file,
  variables = process.env,
  terminal = process.stdin.isTTY === true && process.stdout.isTTY === true,
}: EnvironmentOptions): Promise<Environment> {
  const fromFile = await readDotenv(file);
  const read = (name: string): string | null => {
    const own = variables[name];
    const value = own === undefined || own === "" ? fromFile[name] : own;
    return value === undefined || value.trim() === "" ? null : value.trim();
  };
  const set = (name: string): boolean => (variables[name] ?? "") !== "";
  const ci = set("CI") && !["false", "0"].includes(variables["CI"] ?? "");
  return {
    runsFolder: set("AUTO_HARNESS_RUNS") ? resolve(variables["AUTO_HARNESS_RUNS"] ?? "") : null,
    readKeys: () => Object.fromEntries(keyNames.map((name) => [name, read(name)])) as Record<KeyName, string | null>,
    baseUrl: () => read("OPENAI_BASE_URL"),
    key: (name) => read(name),
    variable: (name) => read(name) ?? undefined,
    proxies: Object.fromEntries(proxyNames.flatMap((name) => (set(name) ? [[name, variables[name] ?? ""]] : []))),
    buildSecrets: await readBuildSecrets(variables),
    needless: (benchmark) =>
      needlessVariables.flatMap(({ name, only, why }) =>
        only === benchmark && read(name) !== null ? [`${name} is not needed: ${why}.`] : [],
      ),
    ci,
    interactive: terminal && !ci,
    noColor: set("NO_COLOR"),
  };
}

const proxyNames = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];

/** Node's own is an addition to what it trusts, hence second; most people set them all to one file. */
const caNames = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "PIP_CERT"];

/** BuildKit refuses larger secrets. */
const maxSecretBytes = 500 * 1024;

async function readBuildSecrets(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Environment["buildSecrets"]> {
  const secretFrom = (id: string, ...names: string[]) => {
    const value = names.map((name) => variables[name]?.trim() ?? "").find((text) => text !== "");
    return value === undefined ? {} : { [id]: { value } };
  };
  const secrets: Record<string, { file: string } | { value: string }> = {
    ...secretFrom("pip-index", "PIP_INDEX_URL"),
    ...secretFrom("npm-registry", "NPM_CONFIG_REGISTRY", "npm_config_registry"),
  };
  for (const name of caNames) {
    const file = variables[name] ?? "";
    if (file === "" || !(await canBeSecret(file))) continue;
    return { ca: { file: resolve(file) }, ...secrets };
  }
  return secrets;
}

async function canBeSecret(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    const entry = await stat(file);
    return entry.isFile() && entry.size > 0 && entry.size <= maxSecretBytes;
  } catch {
    return false;
  }
}

async function readDotenv(file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    const message = `${file} can't be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new HarnessError({ fault: "config", code: "env-file-unreadable", message, cause: error });
  }
  return parseDotenv(text, file);
}
