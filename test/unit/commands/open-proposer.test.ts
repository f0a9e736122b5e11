// A coding agent's box without an image to open it from: no iteration of the loop can do anything then.

import { join } from "node:path";
import { expect, test } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { openProposer } from "../../../src/commands/open-proposer.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { type FakeExperiment, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";

const signal = new AbortController().signal;
const text =
  "benchmark: terminal-bench\nagent_model: rehearsal/starter\ncoding_agent: command\ncoding_agent_command: my-agent\ncoding_agent_image: my-agent:1\n";

/** The experiment's coding agent is the config's, over a provider whose image can't be built. */
async function withoutImage(experiment: FakeExperiment, cause: Error): Promise<FakeExperiment> {
  const { layout } = experiment;
  const provider = { ...openFakeProvider(), prepareImage: () => Promise.reject(cause) };
  const environment = await openEnvironment({ file: layout.environmentFile, variables: {}, terminal: false });
  const propose = openProposer({
    config: parseConfig(text, { file: "config", tables: configTables }),
    ...{ provider, owner: "owner", cacheFolder: join(layout.root, "cache"), host: layout.host },
    keys: environment.readKeys(),
    onBuildLog: () => undefined,
  });
  return { ...experiment, propose };
}

test("ends the loop with the image's own trouble, by name, and records no iteration as failed", async () => {
  await using experiment = await openFakeExperiment();
  const split = await prepared(experiment);
  const cause = new HarnessError({ fault: "infrastructure", code: "build-failed", message: "no such package" });
  const ran = iterate(await withoutImage(experiment, cause), {
    iteration: 1,
    split,
    unfinished: undefined,
    strip,
    signal,
  });
  await expect(ran).rejects.toMatchObject({
    fault: "config",
    code: "coding-agent-image",
    message: "The image of command's box can't be had, so no iteration can begin: no such package",
    cause,
  });
  expect(await experiment.read("workspace/results.tsv")).toMatch(/^iteration.*\n0\t.*\n$/);
});

test("an abort while it is built is an abort", async () => {
  await using experiment = await openFakeExperiment();
  const split = await prepared(experiment);
  const stop = new AbortController();
  const { propose } = await withoutImage(experiment, new Error("broken off"));
  const stopped: FakeExperiment = {
    ...experiment,
    propose: async (context) => {
      stop.abort(new Error("Ctrl-C"));
      return await propose(context);
    },
  };
  const ran = iterate(stopped, { iteration: 1, split, unfinished: undefined, strip, signal: stop.signal });
  await expect(ran).rejects.toThrow("Ctrl-C");
});
