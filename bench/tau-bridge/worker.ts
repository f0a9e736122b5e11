import { serveWorker } from "../lib/serve-worker.ts";
import type { Arm, Measured, Request } from "./arms.ts";
import { measureAlone } from "./measure-alone.ts";
import { measureBridge } from "./measure-bridge.ts";
import { openTau } from "./open-tau.ts";

await serveWorker<Request, Measured>(async (name, { folder, signal }) => {
  const arm = name as Arm;
  const tau = await openTau(folder, { signal });
  return {
    async measure(request) {
      if (arm === "alone") return await measureAlone(tau, request, { signal });
      return await measureBridge(tau, arm, request, { folder, signal });
    },
    [Symbol.asyncDispose]: async () => await tau[Symbol.asyncDispose](),
  };
});
