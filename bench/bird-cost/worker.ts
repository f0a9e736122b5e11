import { serveWorker } from "../lib/serve-worker.ts";
import type { Arm, Measured, Request } from "./arms.ts";
import { measureTrials } from "./measure-trials.ts";
import { openBird } from "./open-bird.ts";

await serveWorker<Request, Measured>(async (name, { folder, signal }) => {
  const arm = name as Arm;
  const kind = arm.startsWith("gold") ? "gold" : "template";
  const bird = await openBird(folder, { pooled: !arm.endsWith("-no-pool"), signal });
  return {
    measure: async (request) => await measureTrials(bird, kind, request, { folder, signal }),
    [Symbol.asyncDispose]: async () => await bird[Symbol.asyncDispose](),
  };
});
