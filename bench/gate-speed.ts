// What the gate itself takes: the computing of the longest decisions, and requests a second through gate/1.

import { loadavg } from "node:os";
import { exitCodes } from "../src/core/fault.ts";
import { decideDefault } from "../src/gate/decide.ts";
import { type Cell, cells, simulate } from "./gate-characteristics/cells.ts";
import { drive, type Simulated } from "./gate-characteristics/drive.ts";
import { type GateProcess, openGateProcess, ourGate } from "./gate-characteristics/gate-process.ts";
import { longDecision, type RewardKind, rewardKinds } from "./gate-speed/long-decision.ts";
import { count, parseFlags } from "./lib/flags.ts";
import type { Bench } from "./run.ts";

/** Milliseconds of processor time for one request, and whole decisions (each some five requests) a second. */
const targets = { decisionMs: 10, decisionsPerSecond: 300 } as const;

/** Whose decisions the rate is taken of: the usual size. */
const rateTasks = 35;

export const gateSpeed: Bench = {
  summary: "computing of a decision and rate of gate/1 [--repetitions 60] [--decisions 1000] [--json]",
  async run(args, { signal }) {
    const { values, json } = parseFlags(args, { repetitions: "60", decisions: "1000" });
    const load = loadavg()[0] ?? 0;
    const computing = (Object.keys(rewardKinds) as RewardKind[]).map((rewards) =>
      measureComputing(rewards, count("repetitions", values.repetitions)),
    );
    await using gate = openGateProcess(ourGate, { signal });
    const rate = await measureRate(gate, count("decisions", values.decisions));
    const result = { load, node: process.version, computing, rate };
    console.log(json ? JSON.stringify(result, undefined, 2) : render(result).join("\n"));
    const isFast = computing.every(({ cpuMs }) => cpuMs <= targets.decisionMs);
    return isFast && rate.decisionsPerSecond >= targets.decisionsPerSecond ? exitCodes.done : exitCodes.rejected;
  },
};

interface Computing {
  rewards: RewardKind;
  /** Processor time of one request that has all runs, after five rounds: what else the machine does is not in it. */
  cpuMs: number;
}

interface Rate {
  decisionsPerSecond: number;
  requestsPerSecond: number;
}

function measureComputing(rewards: RewardKind, repetitions: number): Computing {
  const request = longDecision(90, rewards);
  for (let warmUp = 0; warmUp < 20; warmUp++) decideDefault(request);
  const before = process.cpuUsage();
  for (let repetition = 0; repetition < repetitions; repetition++) decideDefault(request);
  const { user, system } = process.cpuUsage(before);
  return { rewards, cpuMs: (user + system) / 1000 / repetitions };
}

async function measureRate(gate: GateProcess, decisions: number): Promise<Rate> {
  const kinds = cells.filter(({ tasks, weight }) => tasks === rateTasks && weight >= 1000);
  await drive(gate, simulations(kinds, 100));
  let requests = 0;
  const counted: Pick<GateProcess, "ask"> = {
    async ask(lines) {
      requests += lines.length;
      return await gate.ask(lines);
    },
  };
  const started = performance.now();
  await drive(counted, simulations(kinds, decisions));
  const seconds = (performance.now() - started) / 1000;
  return { decisionsPerSecond: decisions / seconds, requestsPerSecond: requests / seconds };
}

function* simulations(kinds: readonly Cell[], wanted: number): Iterable<Simulated<unknown>> {
  for (let index = 0; index < wanted; index++) {
    const cell = kinds[index % kinds.length];
    if (cell !== undefined) yield simulate(cell, Math.floor(index / kinds.length));
  }
}

function render({ load, node, computing, rate }: { load: number; node: string; computing: Computing[]; rate: Rate }) {
  return [
    `load ${load.toFixed(2)} before, Node ${node}`,
    "",
    `| 90 tasks, history of 5, after five rounds | ms of processor time | target |`,
    "|---|---|---|",
    ...computing.map(({ rewards, cpuMs }) => `| rewards: ${rewards} | ${cpuMs.toFixed(1)} | ≤ ${targets.decisionMs} |`),
    "",
    `gate/1, ${rateTasks} tasks: ${rate.decisionsPerSecond.toFixed(0)} decisions a second (target ≥ ${targets.decisionsPerSecond}), ${rate.requestsPerSecond.toFixed(0)} requests; the simulated agents' own work is in it`,
  ];
}
