// A whole iteration of a coding agent in its real box, over an experiment whose trials are fakes: its session, gate,
// journal, lineage and gateway are real.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripCandidate as strip } from "../../src/channel/strip-candidate.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { CodingAgent, CodingAgentHost } from "../../src/core/coding-agent.ts";
import type { Upstream } from "../../src/core/model.ts";
import { iterate } from "../../src/loop/iterate.ts";
import type { IterationRecord } from "../../src/loop/iteration-record.ts";
import type { Split } from "../../src/workspace/split.ts";
import { type FakeExperiment, openFakeExperiment, prepared } from "./fake-experiment.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";

/** An engine for coding agents' boxes; images are kept between tests. */
export interface CodingBoxes extends AsyncDisposable {
  docker: TestDocker;
  cacheFolder: string;
}

export async function openCodingBoxes(): Promise<CodingBoxes> {
  const { buildSecrets } = await openEnvironment({ file: "" });
  const docker = await openTestDocker({ secrets: buildSecrets });
  return {
    docker,
    cacheFolder: join(tmpdir(), "auto-harness-test-images"),
    [Symbol.asyncDispose]: async () => await docker[Symbol.asyncDispose](),
  };
}

export interface CodingScene extends AsyncDisposable {
  experiment: FakeExperiment;
  split: Split;
  transcript(): Promise<string>;
  /** Iteration 1. */
  go(options?: { signal?: AbortSignal }): Promise<IterationRecord>;
}

export interface CodingSceneOptions<Options> {
  codingAgent: CodingAgent<Options>;
  options: Options;
  upstream: Upstream;
  limits?: { maxModelCalls: number; maxCostUsd: number | null };
  timeoutMs?: number;
  secrets?: readonly string[];
}

export async function openCodingScene<Options>(
  { docker, cacheFolder }: CodingBoxes,
  { codingAgent, options, upstream, limits, timeoutMs = 110_000, secrets = [] }: CodingSceneOptions<Options>,
): Promise<CodingScene> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-coding-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const host: CodingAgentHost = {
    ...{ cacheFolder, timeoutMs, transcriptFile: join(folder, "sessions", "it-1.jsonl") },
    redact: (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, "[redacted]"), text),
    async openBox(spec, { signal }) {
      const labels = { owner: docker.owner.id, job: "it-1", trial: "coding-agent", role: "coding-agent" } as const;
      return await docker.provider.open({ ...spec, labels }, { signal });
    },
  };
  const experiment = undo.use(
    await openFakeExperiment({
      upstream,
      propose: async (context) => await codingAgent.propose(options, { ...context, host }),
      settings: limits === undefined ? {} : { codingLimits: limits },
    }),
  );
  const split = await prepared(experiment);
  const owned = undo.move();
  return {
    ...{ experiment, split },
    transcript: async () => await readFile(host.transcriptFile, "utf8"),
    go: async ({ signal = new AbortController().signal } = {}) =>
      await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal }),
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
