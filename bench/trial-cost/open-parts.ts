// What a command of auto-harness opens for its trials, without a config.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type Dockerode from "dockerode";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/load.ts";
import { boxOf, terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import { engineOpener } from "../../src/commands/open-engine.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { ImageSource, SandboxProvider } from "../../src/core/sandbox.ts";
import { stateFolder } from "../../src/engine/state-folder.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { sandboxProviders } from "../../src/sandboxes/index.ts";
import { type OpenOwner, openOwner } from "../../src/sandboxes/owner.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";

export interface Parts extends AsyncDisposable {
  docker: Dockerode;
  provider: SandboxProvider;
  owner: OpenOwner;
  benchmark: Benchmark;
  tasks: readonly TerminalTask[];
  agentBox: typeof agentBox & { image: Extract<ImageSource, { kind: "build" }> };
  /** The agent that is shipped, as it is sent into a box. */
  candidate: Extract<TrialAgent, { kind: "candidate" }>;
  /** References of the prepared images. */
  images: { task: string; agent: string };
}

/** `folder` holds dataset/; the images are ready when this returns. Disposing removes every box that is left. */
export async function openParts(folder: string, { signal }: { signal: AbortSignal }): Promise<Parts> {
  await using undo = new AsyncDisposableStack();
  const tasks = await terminalBench.load(
    { dataset: "dataset" },
    { root: folder, cacheFolder: folder, wanted: () => true, signal },
  );
  const say = (line: string) => console.error(line);
  const owner = undo.use(await openOwner({ stateFolder: folder }));
  const engine = await engineOpener(await openEnvironment({ file: join(folder, ".env") }), say)({ signal });
  const provider = await sandboxProviders.docker.open({}, { owner, say, signal, engine: async () => engine });
  undo.defer(async () => void (await provider.sweep({ signal: AbortSignal.timeout(60_000), owner: owner.id })));
  const image = await agentImage({ cacheFolder: join(stateFolder(), "agent-images"), signal });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const [first] = tasks;
  if (first === undefined) throw new Error("the dataset is empty");
  const prepared = {
    task: await provider.prepareImage(boxOf(first).image, { signal }),
    agent: await provider.prepareImage(image, { signal }),
  };
  const { code } = stripCandidate(await readFile(template, "utf8"));
  const owned = undo.move();
  return {
    ...{ docker: engine.docker, provider, owner, tasks },
    benchmark: terminalBench as unknown as Benchmark,
    agentBox: { ...agentBox, image },
    candidate: { kind: "candidate", code, digest: sha256(code) },
    images: { task: prepared.task.reference, agent: prepared.agent.reference },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

const template = fileURLToPath(new URL("../../agent/templates/terminal-bench.ts", import.meta.url));
