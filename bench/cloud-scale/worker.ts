// The host: all that a command opens for trials at E2B, and trials through runJob, watched while they run.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { boxOf } from "../../src/benchmarks/terminal-bench/trial/task-box.ts";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import { contextsFolder } from "../../src/channel/context-by-digest.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import { stateFolder } from "../../src/engine/state-folder.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { openE2bProvider } from "../../src/sandboxes/e2b.ts";
import { openOwner } from "../../src/sandboxes/owner.ts";
import { serveWorker } from "../lib/serve-worker.ts";
import { measureWholeTrials } from "../trial-cost/whole-trials.ts";
import { scriptedModel } from "./scripted-model.ts";
import { type ScaleSettings, type ServicePlace, serviceFile, settingsFile } from "./settings.ts";
import { type Watched, watchProcess } from "./watch-process.ts";

const template = new URL("../../agent/templates/terminal-bench.ts", import.meta.url);

export interface HostRequest {
  concurrency: number;
}

export interface HostMeasured extends Watched {
  wallMs: number;
}

await serveWorker<HostRequest, HostMeasured>(async (_name, { folder, signal }) => {
  await using undo = new AsyncDisposableStack();
  const read = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), "utf8")) as T;
  const { commands, modelMs } = await read<ScaleSettings>(settingsFile);
  const { url, apiKey, ca } = await read<ServicePlace>(serviceFile);
  setDefaultCACertificates([...getCACertificates("default"), ca]);
  const say = (line: string) => console.error(line);
  const owner = undo.use(await openOwner({ stateFolder: folder }));
  const provider = await openE2bProvider({ owner, say, apiKey, apiUrl: url, sandboxUrl: url });
  undo.defer(async () => void (await provider.sweep({ signal: AbortSignal.timeout(60_000), owner: owner.id })));
  const image = await agentImage({ cacheFolder: contextsFolder(stateFolder()), signal });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const tasks = await terminalBench.load(terminalBench.options.parse({ dataset: "dataset" }), {
    ...{ root: folder, cacheFolder: folder, say: () => undefined, wanted: () => true, signal },
  });
  await provider.prepareImage(image, { signal, limits: agentBox.limits });
  for (const task of tasks.slice(0, 1).map(boxOf))
    await provider.prepareImage(task.image, { signal, limits: task.limits });
  // What runs in a played box is the cloud's; the host sends what it would send.
  const { code } = stripCandidate(await readFile(template, "utf8"));
  const parts = {
    ...{ provider, owner, tasks, benchmark: terminalBench as unknown as Benchmark, agentBox: { ...agentBox, image } },
    candidate: { kind: "candidate", code, digest: sha256(code) } as const,
  };
  const upstream = scriptedModel({ commands, latencyMs: modelMs });
  const owned = undo.move();
  return {
    async measure({ concurrency }) {
      const watch = watchProcess();
      const wallMs = await measureWholeTrials(parts, "agent", { folder, concurrency, signal, upstream });
      return { wallMs, ...watch.end() };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
});
