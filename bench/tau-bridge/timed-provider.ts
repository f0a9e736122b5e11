import { readFile } from "node:fs/promises";
import type { Sandbox, SandboxProvider } from "../../src/core/sandbox.ts";

export interface TimedProvider extends SandboxProvider {
  /** tau2's container; throws before it was opened. */
  service(): Sandbox;
}

/** Opens what it is asked for, but tau2's driver with a clock around each turn. */
export async function timedProvider(provider: SandboxProvider): Promise<TimedProvider> {
  const script = await readFile(new URL("timed-driver.py", import.meta.url), "utf8");
  let service: Sandbox | undefined;
  return {
    name: provider.name,
    prepareImage: async (source, options) => await provider.prepareImage(source, options),
    sweep: async (options) => await provider.sweep(options),
    service() {
      if (service === undefined) throw new Error("tau2's container was not opened");
      return service;
    },
    async open(spec, options) {
      if (spec.labels.role === "agent") return await provider.open(spec, options);
      const command = ["python", "-c", script, ...(spec.main?.command.slice(3) ?? [])];
      service = await provider.open({ ...spec, main: { command, attach: true } }, options);
      return service;
    },
  };
}
