// Sandboxes as containers of a Docker engine, local or remote.

import type Dockerode from "dockerode";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { PreparedImage, Sandbox, SandboxProvider, SandboxSpec, SweepResult } from "../core/sandbox.ts";
import { abortable } from "../lib/abortable.ts";
import { defineSandboxProvider } from "./define-sandbox-provider.ts";
import { openAllowNetworks } from "./docker/allow-open.ts";
import type { BuildSecret, DockerCli } from "./docker/build.ts";
import { engineCall, messageOf } from "./docker/call.ts";
import { DockerImages, type ResolveBaseImage } from "./docker/images.ts";
import { InternalNetworks } from "./docker/network.ts";
import type { DockerNetworks } from "./docker/place.ts";
import { openDockerProject } from "./docker/project.ts";
import { type OpenContainerContext, openContainer } from "./docker/sandbox.ts";
import { joinDockerStack } from "./docker/stack.ts";
import { sweepDocker } from "./docker/sweep.ts";
import { type Owner, ownerLabels } from "./owner.ts";

export interface DockerProviderOptions {
  docker: Dockerode;
  owner: Owner;
  resolveBaseImage: ResolveBaseImage;
  say: (line: string) => void;
  /** Default: `docker` of the PATH, with this process's environment. */
  cli?: DockerCli;
  /** Given to every build, such as HTTPS_PROXY; never a secret, since an image keeps them in its history. */
  buildArgs?: Readonly<Record<string, string>>;
  /** Offered to every build, for a Dockerfile that mounts them by id: "ca", "pip-index". */
  secrets?: Readonly<Record<string, BuildSecret>>;
  /** "name:address" of hosts that the proxy of boxes on allowed hosts knows beside those of its name server. */
  extraHosts?: readonly string[];
}

export interface DockerProvider extends SandboxProvider {
  /** Containers and networks that could not be removed; each was said. */
  readonly failedCleanups: number;
  /** `all`: also what belongs to owners of another host of whom nothing is known. */
  sweep(options: { signal: AbortSignal; owner?: string; all?: boolean }): Promise<SweepResult>;
}

export function openDockerProvider(options: DockerProviderOptions): DockerProvider {
  const { docker, owner, say } = options;
  const { resolveBaseImage, cli = { file: "docker", env: {} }, buildArgs = {}, secrets = {} } = options;
  const images = new DockerImages({ docker, resolveBaseImage, cli, buildArgs, secrets });
  const opening = new Set<Promise<unknown>>();
  const noted = async <T>(opened: Promise<T>): Promise<T> => {
    opening.add(opened);
    try {
      return await opened;
    } finally {
      opening.delete(opened);
    }
  };
  let failedCleanups = 0;
  const onCleanupFailure = (what: string, error: unknown) => {
    failedCleanups += 1;
    say(`could not remove ${what}: ${messageOf(error)}; auto-harness sweep will`);
  };
  const openWith = async (
    spec: SandboxSpec,
    {
      image,
      signal,
      ...rest
    }: Pick<OpenContainerContext, "signal" | "hostConfig" | "place"> & { image: PreparedImage },
  ): Promise<Sandbox> => {
    const labels = { ...ownerLabels(owner), ...specLabels(spec) };
    const known = { image: image.reference, imageNotes: image.notes, labels };
    return await openContainer(spec, { docker, networks, signal, say, onCleanupFailure, ...known, ...rest });
  };
  const networks: DockerNetworks = {
    internal: new InternalNetworks(docker),
    allowed: openAllowNetworks({
      ...{ docker, images, owner: owner.id, onCleanupFailure },
      open: openWith,
      extraHosts: options.extraHosts ?? [],
    }),
  };
  const openOnce = async (spec: SandboxSpec, signal: AbortSignal): Promise<Sandbox> => {
    const image = await images.prepare(spec.image, { signal });
    return await noted(openWith(spec, { image, signal }));
  };
  return {
    name: "docker",
    get failedCleanups() {
      return failedCleanups;
    },
    async imageBytes(source, { signal }) {
      const { reference } = await images.prepare(source, { signal });
      const inspect = () => docker.getImage(reference).inspect();
      return (await engineCall("look at an image", inspect, { signal, idempotent: true })).Size;
    },
    prepareImage: (source, { signal, onLog }) =>
      images.prepare(source, onLog === undefined ? { signal } : { signal, onLog }),
    async open(spec, { signal }) {
      try {
        return await openOnce(spec, signal);
      } catch (error) {
        // What was remembered is not true any more: look once again.
        if (!/no such image/i.test(messageOf(error))) throw error;
        images.forget(spec.image);
        return await openOnce(spec, signal);
      }
    },
    async openProject(spec, { signal }) {
      const project = openDockerProject(spec, {
        ...{ docker, cli, networks, signal, say, onCleanupFailure },
        labels: { ...ownerLabels(owner), ...specLabels(spec) },
        prepare: async (source, prepareOptions) => await images.prepare(source, prepareOptions),
      });
      return await noted(project);
    },
    async probe({ signal }) {
      const none = { label: ["auto-harness.owner=nobody"] };
      const look = async (abortSignal: AbortSignal) => await docker.listContainers({ filters: none, abortSignal });
      await engineCall("answer", look, { signal, timeoutMs: probeMs, idempotent: true });
    },
    joinStack: async (project, joinOptions) =>
      await joinDockerStack(docker, project, {
        ...{ ...joinOptions, say },
        prepare: async (source, prepareOptions) => await images.prepare(source, prepareOptions),
      }),
    async sweep(sweepOptions) {
      if (sweepOptions.owner === owner.id) await settled(opening, sweepOptions.signal);
      return await sweepDocker(docker, { ...sweepOptions, container: owner.container, say });
    },
  };
}

/** The engine goes on creating what is being opened; only after that can it be seen, or has its opener undone it. */
async function settled(opening: Iterable<Promise<unknown>>, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(openingMs)]);
  await abortable(Promise.allSettled(opening), limit).catch(() => undefined);
}

/** An engine with much to do takes its time. */
const probeMs = 20_000;

/** How long a sweep of one's own waits for what is being opened. */
const openingMs = 10_000;

function specLabels({ labels }: Pick<SandboxSpec, "labels">): Record<string, string> {
  const prefix = "auto-harness";
  const { owner, job, trial, role } = labels;
  return {
    [`${prefix}.owner`]: owner,
    [`${prefix}.job`]: job,
    [`${prefix}.trial`]: trial,
    [`${prefix}.role`]: role,
  };
}

export const dockerSandboxProvider = defineSandboxProvider({
  name: "docker",
  options: z.strictObject({}),
  onEngine: true,
  async open(_options, { engine, owner, say, signal }) {
    if (engine === undefined) {
      const message = "The docker provider needs an engine. Run auto-harness doctor.";
      throw new HarnessError({ fault: "config", code: "engine-missing", message });
    }
    return openDockerProvider({ ...(await engine({ signal })), owner, say });
  },
});
