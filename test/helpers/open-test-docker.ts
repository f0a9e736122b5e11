import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Dockerode from "dockerode";
import type { SandboxSpec } from "../../src/core/sandbox.ts";
import { resolveBaseImage } from "../../src/engine/base-images.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { type EngineAddress, engineEnvironment } from "../../src/engine/find-engine.ts";
import { type DockerProvider, type DockerProviderOptions, openDockerProvider } from "../../src/sandboxes/docker.ts";
import { type OpenOwner, openOwner } from "../../src/sandboxes/owner.ts";

export interface TestDocker extends AsyncDisposable {
  docker: Dockerode;
  owner: OpenOwner;
  provider: DockerProvider;
  /** What the provider said. */
  said: string[];
  /** Names of containers, networks and images of this owner. */
  leftovers(): Promise<string[]>;
  /** A task's box of this owner, without a network. */
  specOf(extra?: Partial<SandboxSpec>): SandboxSpec;
}

export interface TestDockerOptions extends Partial<DockerProviderOptions> {
  /** Another way to the engine of these tests. */
  address?: EngineAddress;
}

/** A provider with an owner of its own; disposing sweeps whatever that owner still has. */
export async function openTestDocker({ address, ...options }: TestDockerOptions = {}): Promise<TestDocker> {
  const signal = AbortSignal.timeout(60_000);
  const docker = await connectEngine({ signal, ...(address === undefined ? {} : { address }) });
  const stateFolder = await mkdtemp(join(tmpdir(), "auto-harness-state-"));
  const owner = await openOwner({ stateFolder });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const provider = openDockerProvider({
    docker,
    owner,
    say,
    resolveBaseImage: (reference, base) => resolveBaseImage(docker, reference, base),
    ...(address === undefined ? {} : { cli: { file: "docker", env: engineEnvironment(address) } }),
    ...options,
  });
  const filters = { label: [`auto-harness.owner=${owner.id}`] };
  return {
    docker,
    owner,
    provider,
    said,
    specOf: (extra = {}) => ({
      image: { kind: "image", reference: "debian:bookworm-slim" },
      labels: { owner: owner.id, job: "docker", trial: "one", role: "task" },
      network: "none",
      profile: "task",
      limits: {},
      ...extra,
    }),
    async leftovers() {
      const containers = await docker.listContainers({ all: true, filters });
      const networks = await docker.listNetworks({ filters });
      const images = await docker.listImages({ filters: JSON.stringify(filters) });
      return [
        ...[...containers.flatMap((info) => info.Names), ...networks.map((info) => info.Name)],
        ...images.map((info) => info.RepoTags?.[0] ?? info.Id),
      ];
    },
    async [Symbol.asyncDispose]() {
      await provider.sweep({ signal: AbortSignal.timeout(60_000), owner: owner.id });
      await owner[Symbol.asyncDispose]();
      await rm(stateFolder, { recursive: true, force: true });
    },
  };
}
