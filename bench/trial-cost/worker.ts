import { serveWorker } from "../lib/serve-worker.ts";
import type { Arm } from "./arms.ts";
import { measureBareTrials } from "./bare-trials.ts";
import { openParts } from "./open-parts.ts";
import { measureWholeTrials } from "./whole-trials.ts";

export interface WorkerRequest {
  concurrency: number;
}

/** Gives milliseconds for every task once. */
await serveWorker<WorkerRequest, number>(async (name, { folder, signal }) => {
  const arm = name as Arm;
  const parts = await openParts(folder, { signal });
  return {
    async measure({ concurrency }) {
      switch (arm) {
        case "bare-task":
          return await measureBareTrials(parts, { boxes: "task", concurrency, signal });
        case "bare-both":
          return await measureBareTrials(parts, { boxes: "both", concurrency, signal });
        case "oracle":
        case "agent":
          return await measureWholeTrials(parts, arm, { folder, concurrency, signal });
      }
    },
    [Symbol.asyncDispose]: async () => await parts[Symbol.asyncDispose](),
  };
});
