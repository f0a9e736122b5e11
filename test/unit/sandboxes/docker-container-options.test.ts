import { expect, test } from "vitest";
import type { SandboxSpec } from "../../../src/core/sandbox.ts";
import { containerOptions } from "../../../src/sandboxes/docker/container-options.ts";

const names = { name: "n", image: "i", labels: { l: "1" }, place: { networkMode: "none", environment: {} } };
const spec: SandboxSpec = {
  image: { kind: "image", reference: "i" },
  labels: { owner: "o", job: "j", trial: "t", role: "task" },
  network: "none",
  profile: "task",
  limits: {},
};
const streams = (on: boolean) => ({
  OpenStdin: on,
  StdinOnce: on,
  AttachStdin: on,
  AttachStdout: on,
  AttachStderr: on,
  Tty: false,
});

test("a task's box keeps the engine's defaults and the image's entry point", () => {
  expect(containerOptions(spec, names)).toEqual({
    name: "n",
    Image: "i",
    Labels: { l: "1" },
    Cmd: ["sh", "-c", "exec sleep infinity"],
    Env: [],
    ...streams(false),
    HostConfig: { Init: true, NetworkMode: "none", LogConfig: { Type: "none", Config: {} }, Tmpfs: {} },
  });
});

test("an agent's box is closed on every side", () => {
  const agent: SandboxSpec = {
    ...spec,
    profile: "agent",
    network: "internal",
    limits: { cpus: 0.5, memoryMb: 64, pids: 32 },
    tmpfs: [{ path: "/w", sizeMb: 8 }],
    env: { A: "1" },
    workdir: "/w",
    main: { command: ["node", "x"], attach: true },
  };
  expect(
    containerOptions(agent, {
      ...names,
      place: { networkMode: "net", nameServer: "192.0.2.1", environment: { P: "2" } },
    }),
  ).toEqual({
    name: "n",
    Image: "i",
    Labels: { l: "1" },
    Entrypoint: ["node", "x"],
    Cmd: [],
    Env: ["P=2", "A=1"],
    WorkingDir: "/w",
    User: "65534:65534",
    ...streams(true),
    HostConfig: {
      Init: true,
      NetworkMode: "net",
      Dns: ["192.0.2.1"],
      LogConfig: { Type: "none", Config: {} },
      NanoCpus: 500_000_000,
      Memory: 67_108_864,
      MemorySwap: 67_108_864,
      PidsLimit: 32,
      Tmpfs: { "/w": "rw,exec,nosuid,nodev,mode=1777,size=8m" },
      ReadonlyRootfs: true,
      CapDrop: ["ALL"],
      SecurityOpt: ["no-new-privileges"],
    },
  });
});
