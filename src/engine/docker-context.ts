import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { sha256 } from "../lib/digest.ts";
import type { TlsFiles } from "./docker-host.ts";
import type { Environment } from "./state-folder.ts";

export interface DockerContext {
  name: string;
  host: string;
  tls?: TlsFiles;
}

// Docker's own files: other keys are Docker's business.
const configSchema = z.object({ currentContext: z.string().optional() });
const metaSchema = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string(), SkipTLSVerify: z.boolean().optional() }) }),
});

/** Docker's configuration folder. */
export function dockerFolder(env: Environment, home: string): string {
  return env["DOCKER_CONFIG"] || join(home, ".docker");
}

/** The context that Docker's command line would use; undefined for the default one. Throws config "docker-context-broken". */
export async function readDockerContext(env: Environment, home: string): Promise<DockerContext | undefined> {
  const folder = dockerFolder(env, home);
  const name = env["DOCKER_CONTEXT"] || (await currentContext(join(folder, "config.json")));
  if (name === undefined || name === "" || name === "default") return undefined;
  const id = sha256(name);
  const path = join(folder, "contexts", "meta", id, "meta.json");
  const text = await readIfThere(path);
  if (text === undefined) throw broken(`Docker's context "${name}" does not exist: ${path} is not there`);
  const { docker } = parse(metaSchema, text, path).Endpoints;
  const tlsFolder = join(folder, "contexts", "tls", id, "docker");
  const hasTls = (await readIfThere(join(tlsFolder, "ca.pem"))) ?? (await readIfThere(join(tlsFolder, "cert.pem")));
  return {
    name,
    host: docker.Host,
    ...(hasTls === undefined ? {} : { tls: { folder: tlsFolder, verify: docker.SkipTLSVerify !== true } }),
  };
}

async function currentContext(path: string): Promise<string | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : parse(configSchema, text, path).currentContext;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
      return undefined;
    }
    throw broken(`cannot read ${path}`, error);
  }
}

function parse<T>(schema: z.ZodType<T>, text: string, path: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw broken(`${path} is not what Docker writes there`, error);
  }
}

function broken(what: string, cause?: unknown): HarnessError {
  const message = `${what}; "docker context ls" shows what there is, DOCKER_HOST or DOCKER_CONTEXT overrides it`;
  return new HarnessError({ fault: "config", code: "docker-context-broken", message, cause });
}
