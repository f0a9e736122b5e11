// What a model call costs that goes from a box over the channel and through the gateway, beside the same call of the
// same process to the provider itself; how many streams at once it bears; whether it keeps anything (docs/benchmarks.md).

import { exitCodes } from "../src/core/fault.ts";
import { measureCalls } from "./gateway-latency/measure-calls.ts";
import { measureMemory } from "./gateway-latency/measure-memory.ts";
import { measureStreams } from "./gateway-latency/measure-streams.ts";
import { openPath } from "./gateway-latency/open-path.ts";
import { render, withinTargets } from "./gateway-latency/render.ts";
import { spawnProvider } from "./gateway-latency/spawn-provider.ts";
import { count, parseFlags } from "./lib/flags.ts";
import type { Bench } from "./run.ts";

export const gatewayLatency: Bench = {
  summary:
    "model calls over channel and gateway against direct ones [--calls 400] [--streams 200] [--many 10000] [--json]",
  async run(args, { signal }) {
    const { values, json } = parseFlags(args, { calls: "400", streams: "200", many: "10000" });
    const [calls, streams, many] = [
      count("calls", values.calls),
      count("streams", values.streams),
      count("many", values.many),
    ];
    await using provider = await spawnProvider({ signal });
    const path = await openPath(provider.baseUrl, { signal });
    const result = {
      latency: await measureCalls(path, calls),
      streams: await measureStreams(path, streams),
      memory: await measureMemory(path, many),
    };
    console.log(json ? JSON.stringify(result, undefined, 2) : render(result).join("\n"));
    return withinTargets(result) ? exitCodes.done : exitCodes.rejected;
  },
};
