// Trials at clouds that fail at every tenth call in each of their ways: real agents over the channel, oracles and nops end
// as they do on Docker, byte for byte, each once, and nothing is left. 200 of them, by command: node scripts/cloud-storm.ts

import { beforeAll, expect, test } from "vitest";
import { type PlayedTrials, playCalm, runStorm } from "../helpers/cloud/cloud-storm.ts";
import { cloudNames } from "../helpers/cloud/open-test-cloud.ts";

const sample = { trials: 8, tasks: 4 };
let calm: PlayedTrials;

beforeAll(async () => {
  calm = await playCalm(sample);
}, 600_000);

test.each(cloudNames)(
  "in a storm at %s every trial ends as it does without one",
  async (cloud) => {
    const result = await runStorm({ cloud, ...sample, concurrency: 8, seed: "storm 2", rate: 0.1 }, calm);
    const { differences, left, journalled, faults, rewards } = result;
    expect({ differences, left, journalled }).toEqual({ differences: [], left: [], journalled: sample.trials });
    expect(Object.keys(rewards)).toEqual(["0", "1"]);
    // Each kind hit.
    expect(Object.entries(faults).filter(([, count]) => count === 0)).toEqual([]);
  },
  900_000,
);
