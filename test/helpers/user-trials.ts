// What the trials of a job with a simulated user share in tests: a gateway over two programs, a journal, agents' boxes.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { Upstream } from "../../src/core/model.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { openJournal } from "../../src/trials/journal.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import type { TrialContext } from "../../src/trials/trial-context.ts";

const [agentModel, userModel] = ["scripted-agent", "scripted-user"];

/** Where tests keep build contexts. */
export const testContexts = join(tmpdir(), "auto-harness-test-images");

export interface UserTrialsOptions extends Pick<TrialContext, "onTrace"> {
  benchmark: Benchmark;
  provider: SandboxProvider;
  models: { agent: Upstream; user: Upstream };
  owner: string;
  /** For the journal. */
  folder: string;
  signal: AbortSignal;
}

export interface UserTrials extends AsyncDisposable {
  context: TrialContext;
}

export async function openUserTrials(options: UserTrialsOptions): Promise<UserTrials> {
  const { benchmark, provider, models, owner, folder, signal, onTrace } = options;
  await using undo = new AsyncDisposableStack();
  const image = await agentImage({ cacheFolder: testContexts, image: benchmark.agentImage, signal });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const context: TrialContext = {
    ...{ benchmark, provider, owner, onTrace },
    gateway: openGateway({
      upstreamFor: (model) => (model === userModel ? models.user : models.agent),
      prices: { [agentModel]: { input: 1, output: 1 }, [userModel]: { input: 1, output: 1 } },
      budget: { costUsd: null, deadline: null },
      maxRetries: 1,
      say: () => undefined,
    }),
    upstreamDigest: models.agent.digest,
    agentBox: { ...agentBox, image },
    model: { model: agentModel },
    user: { model: { model: userModel }, upstreamDigest: models.user.digest },
    limits: { maxModelCalls: 200, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
    services: undo.use(new SharedServices(() => undefined)),
    journal: undo.use(openJournal(join(folder, "journal.sqlite"), join(folder, "lock.sqlite"))),
  };
  const owned = undo.move();
  return { context, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}
