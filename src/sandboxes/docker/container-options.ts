// From a sandbox's specification to the engine's options.

import type Dockerode from "dockerode";
import type { SandboxSpec } from "../../core/sandbox.ts";

export interface ContainerNames {
  name: string;
  image: string;
  labels: Record<string, string>;
  place: ContainerPlace;
}

/** What follows from the specification's network. */
export interface ContainerPlace {
  networkMode: string;
  /** Left out: the engine's own choice. */
  nameServer?: string;
  environment: Readonly<Record<string, string>>;
}

const nobody = "65534:65534";

/**
 * Idle sandboxes keep the image's entry point and sleep in place of its command, as Harbor's do; a main process
 * replaces both.
 */
export function containerOptions(spec: SandboxSpec, names: ContainerNames): Dockerode.ContainerCreateOptions {
  const agent = spec.profile === "agent";
  const user = spec.user ?? (agent ? nobody : undefined);
  const attach = spec.main?.attach === true;
  return {
    name: names.name,
    Image: names.image,
    Labels: names.labels,
    ...(spec.main === undefined
      ? { Cmd: ["sh", "-c", "exec sleep infinity"] }
      : { Entrypoint: [...spec.main.command], Cmd: [] }),
    Env: Object.entries({ ...names.place.environment, ...spec.env }).map(([name, value]) => `${name}=${value}`),
    ...(spec.workdir === undefined ? {} : { WorkingDir: spec.workdir }),
    ...(user === undefined ? {} : { User: user }),
    OpenStdin: attach,
    StdinOnce: attach,
    AttachStdin: attach,
    AttachStdout: attach,
    AttachStderr: attach,
    Tty: false,
    HostConfig: {
      Init: true,
      NetworkMode: names.place.networkMode,
      ...(names.place.nameServer === undefined ? {} : { Dns: [names.place.nameServer] }),
      // The engine keeps no copy of what a sandbox prints: the host has read it, and a flood would fill the disk.
      LogConfig: { Type: "none", Config: {} },
      ...limitsOf(spec.limits),
      Tmpfs: Object.fromEntries((spec.tmpfs ?? []).map(({ path, sizeMb }) => [path, tmpfsOptions(sizeMb)])),
      ...(agent ? { ReadonlyRootfs: true, CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges"] } : {}),
    },
  };
}

function tmpfsOptions(sizeMb: number): string {
  return `rw,exec,nosuid,nodev,mode=1777,size=${sizeMb}m`;
}

/** Memory is the sum with swap: a sandbox over its limit is killed, not swapped. */
function limitsOf({ cpus, memoryMb, pids }: SandboxSpec["limits"]): Dockerode.HostConfig {
  const bytes = memoryMb === undefined ? undefined : memoryMb * 1024 * 1024;
  return {
    ...(cpus === undefined ? {} : { NanoCpus: Math.round(cpus * 1e9) }),
    ...(bytes === undefined ? {} : { Memory: bytes, MemorySwap: bytes }),
    ...(pids === undefined ? {} : { PidsLimit: pids }),
  };
}
