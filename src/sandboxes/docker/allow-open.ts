// Allowed hosts on a Docker engine: the proxy's container, and the proof that what stands behind it has no other way out.

import type Dockerode from "dockerode";
import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";
import type { PreparedImage, Sandbox, SandboxSpec } from "../../core/sandbox.ts";
import { prepareAllowProxyImage, proxyCommand, tryWaysOutCommand } from "./allow-image.ts";
import { type AllowNetwork, AllowNetworks } from "./allow-networks.ts";
import { proxyPorts } from "./allow-proxy/protocol.ts";
import { AllowProxy, proxyHostConfig } from "./allow-proxy.ts";
import { engineCall } from "./call.ts";
import type { DockerImages } from "./images.ts";
import type { Place } from "./place.ts";

export interface OpenAllowNetworksOptions {
  docker: Dockerode;
  images: DockerImages;
  owner: string;
  /** Opens a container; on `place` where that is given. */
  open: (
    spec: SandboxSpec,
    options: { image: PreparedImage; hostConfig: Dockerode.HostConfig; place?: Place; signal: AbortSignal },
  ) => Promise<Sandbox>;
  /** Lines "name:address" for the proxy's /etc/hosts. */
  extraHosts: readonly string[];
  onCleanupFailure: (what: string, error: unknown) => void;
}

const testMs = 90_000;

export function openAllowNetworks(options: OpenAllowNetworksOptions): AllowNetworks {
  const { docker, images, owner, open, extraHosts, onCleanupFailure } = options;
  const prepare = async (signal: AbortSignal) =>
    await prepareAllowProxyImage(async (source, limit) => await images.prepare(source, limit), { signal });
  const specOf = (network: SandboxSpec["network"], command: readonly string[], attach: boolean): SandboxSpec => ({
    image: { kind: "image", reference: "" },
    labels: { owner, job: "network", trial: "network", role: "service" },
    network,
    profile: "agent",
    limits: { memoryMb: 192, pids: 64 },
    main: { command, attach },
  });
  return new AllowNetworks({
    docker,
    onCleanupFailure,
    async startProxy({ signal }) {
      const hostConfig = { ...proxyHostConfig, ExtraHosts: [...extraHosts] };
      const box = await open(specOf("open", proxyCommand, true), { image: await prepare(signal), hostConfig, signal });
      return await AllowProxy.start(box, { signal });
    },
    async test(network, { proxy, signal }) {
      const place = { networkMode: network.name, nameServer: network.address, environment: {} };
      const opening = { image: await prepare(signal), hostConfig: {}, place, signal };
      await using box = await open(specOf({ allow: [] }, ["sleep", "infinity"], false), opening);
      await tryWaysOut(box, network, await addressesOutside(docker, proxy, signal), { signal });
    },
  });
}

/** Where a box would get an answer if it had a way: the proxy's other address, which listens too. */
async function addressesOutside(docker: Dockerode, proxy: AllowProxy, signal: AbortSignal): Promise<string[]> {
  const inspect = (abortSignal: AbortSignal) => docker.getContainer(proxy.id).inspect({ abortSignal });
  const { NetworkSettings } = await engineCall("look at the proxy", inspect, { signal, idempotent: true });
  const address = NetworkSettings.Networks["bridge"]?.IPAddress ?? "";
  if (address === "") throw unenforced("the engine's default network gave the proxy no address to test against");
  return [`${address}:${proxyPorts.proxy}`];
}

const tried = z.object({
  connected: z.string(),
  asked: z.string(),
  found: z.string().nullable(),
  reached: z.array(z.string()),
});

/** Throws config "network-unenforced", infrastructure "network-untested". */
async function tryWaysOut(
  box: Sandbox,
  network: AllowNetwork,
  outside: readonly string[],
  { signal }: { signal: AbortSignal },
): Promise<void> {
  // No name of the public tree (RFC 6761), so that nobody is asked if the test fails.
  const name = "not-allowed.invalid";
  const command = [...tryWaysOutCommand, network.address, name, ...outside];
  const run = await box.session.exec(command, { signal, timeoutMs: testMs });
  if (run.timedOut) throw untested();
  if (run.exitCode !== 0) throw unenforced(`it could not be tested: ${run.stderr.trim().slice(-500)}`);
  const { connected, asked, found, reached } = tried.parse(JSON.parse(run.stdout));
  const uses = await network.uses({ signal });
  const lookedUp = uses.some(({ host, port, refused }) => host === name && port === null && refused !== null);
  const problems = [
    ...(/^HTTP\/1\.1 403/.test(connected) ? [] : [`the proxy said "${connected}" to a host that is not allowed`]),
    ...(/^HTTP\/1\.1 403/.test(asked) ? [] : [`the proxy said "${asked}" to a request for one`]),
    ...(found === null ? [] : [`its name was found to be ${found}`]),
    ...(lookedUp ? [] : ["a look-up of its name did not come to the proxy, but went elsewhere"]),
    ...reached.map((address) => `${address} was reached without the proxy`),
  ];
  if (problems.length > 0) throw unenforced(problems.join("; "));
}

function unenforced(what: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "network-unenforced",
    message: `This engine does not hold a box to its allowed hosts, so nothing that needs them is run. In a box made for the test, ${what}. See docs/network.md.`,
  });
}

function untested(): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "network-untested",
    message: `Whether a box is held to its allowed hosts could not be found out within ${testMs / 1000} s. Is the machine overloaded?`,
  });
}
