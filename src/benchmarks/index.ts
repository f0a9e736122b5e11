// The benchmarks there are. One file, one line.

import type { Benchmark } from "../core/benchmark.ts";
import { birdInteract } from "./bird-interact/bird-interact.ts";
import { command } from "./command/command.ts";
import { tauBench } from "./tau-bench/tau-bench.ts";
import { terminalBench } from "./terminal-bench/terminal-bench.ts";

export const benchmarks = {
  [terminalBench.name]: terminalBench as unknown as Benchmark,
  [tauBench.name]: tauBench as unknown as Benchmark,
  [birdInteract.name]: birdInteract as unknown as Benchmark,
  [command.name]: command as unknown as Benchmark,
} as const;
