import { exitCodes } from "../core/fault.ts";
import type { SandboxProviderDefinition } from "../sandboxes/define-sandbox-provider.ts";
import { dockerSandboxProvider } from "../sandboxes/docker.ts";
import { sandboxProviders } from "../sandboxes/index.ts";
import type { Command } from "./command.ts";
import { isSet } from "./flags.ts";
import { engineOpener } from "./open-engine.ts";
import { openHostOwner } from "./open-host-owner.ts";

export const sweep: Command = {
  name: "sweep",
  summary: "remove sandboxes and networks of ours whose owner is dead; a live neighbour's stay",
  options: { all: { type: "boolean", description: "also those whose owner can't be seen from here" } },
  async run(flags, { signal, environment, out }) {
    await using owner = await openHostOwner();
    const provider = await dockerSandboxProvider.open(
      {},
      { owner, say: out, signal, engine: engineOpener(environment, out) },
    );
    const { removed, alive } = await provider.sweep({ signal, ...(isSet(flags, "all") ? { all: true } : {}) });
    out(`removed ${removed}; left ${alive} whose owner lives`);
    const definitions: SandboxProviderDefinition<object>[] = Object.values(sandboxProviders);
    for (const { name, key, open } of definitions) {
      if (key === undefined || environment.variable(key) === undefined) continue;
      const far = await open({}, { owner, say: out, signal, variable: environment.variable });
      const result = await far.sweep({ signal });
      out(`${name}: removed ${result.removed}; left ${result.alive} whose owner lives`);
    }
    return exitCodes.done;
  },
};
