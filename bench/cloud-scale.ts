// Many trials at once at a cloud far away: what the host adds to the time that cloud and model take (docs/benchmarks.md).
//
// Host and cloud are processes of their own: the memory is that of a process that does nothing but run trials.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes } from "../src/core/fault.ts";
import { compare, type Sample, withinTargets } from "./cloud-scale/compare.ts";
import { render } from "./cloud-scale/render.ts";
import type { ServiceCounts, ServiceRequest } from "./cloud-scale/service.ts";
import { type ScaleSettings, settingsFile } from "./cloud-scale/settings.ts";
import type { HostMeasured, HostRequest } from "./cloud-scale/worker.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { badOption, count, parseFlags } from "./lib/flags.ts";
import { spawnWorker } from "./lib/spawn-worker.ts";
import type { Bench } from "./run.ts";
import { writeTinyTasks } from "./trial-cost/tiny-tasks.ts";

export const cloudScale: Bench = {
  summary:
    "many trials at once at a simulated cloud [--repetitions 3] [--trials 200] [--concurrency 200] [--commands 10] [--create 1000] [--exec 300] [--model 2000] [--starts-per-second none] [--json]",
  async run(args, { signal }) {
    const { settings, repetitions, json } = parseOptions(args);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    await writeTinyTasks(join(folder, "dataset"), settings.trials);
    await writeFile(join(folder, settingsFile), JSON.stringify(settings));
    // The host looks for the cloud when it is opened.
    const cloud = cleanUp.use(
      await spawnWorker<ServiceRequest, ServiceCounts>(cloudFile, { arm: "cloud", folder, signal }),
    );
    const host = cleanUp.use(await spawnWorker<HostRequest, HostMeasured>(hostFile, { arm: "host", folder, signal }));
    await cloud.measure({}, { signal });
    const samples: Sample[] = [];
    for (let repetition = 1; repetition <= repetitions; repetition += 1) {
      const { value: measured, memoryMb } = await host.measure({ concurrency: settings.atOnce }, { signal });
      const { value: counts } = await cloud.measure({}, { signal });
      if (counts.open > 0) throw new Error(`${counts.open} sandboxes were left at the cloud`);
      samples.push({ ...measured, memoryMb, counts });
      if (!json) {
        const took = `${(measured.wallMs / 1000).toFixed(1)} s, ${memoryMb.toFixed(0)} MB`;
        console.error(`${repetition}/${repetitions}: ${took}, ${measured.cpuSeconds.toFixed(1)} s of the processor`);
      }
    }
    const comparison = compare(samples, settings);
    const result = { settings, samples, comparison };
    console.log(json ? JSON.stringify(result, undefined, 2) : render(comparison, settings, repetitions).join("\n"));
    return withinTargets(comparison) ? exitCodes.done : exitCodes.rejected;
  },
};

const cloudFile = new URL("cloud-scale/service.ts", import.meta.url);
const hostFile = new URL("cloud-scale/worker.ts", import.meta.url);

function parseOptions(args: readonly string[]): { settings: ScaleSettings; repetitions: number; json: boolean } {
  const { values, json } = parseFlags(args, {
    ...{ repetitions: "3", trials: "200", concurrency: "200", commands: "10" },
    ...{ create: "1000", exec: "300", model: "2000", "starts-per-second": "none" },
  });
  const { "starts-per-second": starts } = values;
  const milliseconds = (name: "create" | "exec" | "model") => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= 0) return value;
    throw badOption(`--${name} ${values[name]}: expected milliseconds`);
  };
  const settings: ScaleSettings = {
    trials: count("trials", values.trials),
    atOnce: count("concurrency", values.concurrency),
    commands: count("commands", values.commands),
    createMs: milliseconds("create"),
    execMs: milliseconds("exec"),
    modelMs: milliseconds("model"),
    startsPerSecond: starts === "none" ? null : count("starts-per-second", starts),
  };
  return { settings, repetitions: count("repetitions", values.repetitions), json };
}
