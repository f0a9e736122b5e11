// The services of sandboxes that doctor asks: those that the config names, and those whose key is set.

import type { Config } from "../config/schema.ts";
import type { KnownService } from "../engine/checks/sandbox-service.ts";
import type { SandboxProviderDefinition } from "../sandboxes/define-sandbox-provider.ts";
import { sandboxProviders } from "../sandboxes/index.ts";
import type { CommandContext } from "./command.ts";
import { openHostOwner } from "./open-host-owner.ts";

const wayNames = [
  ...["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"],
  ...["E2B_DOMAIN", "E2B_API_URL", "E2B_SANDBOX_URL", "DAYTONA_API_URL"],
];

const definitions: readonly SandboxProviderDefinition<object>[] = Object.values(sandboxProviders);

type Placement = Pick<Config, "env_provider" | "agent_provider">;

/** `config`: null where it can't be read. */
export function knownServices(
  { environment }: Pick<CommandContext, "environment">,
  config: Placement | null,
): KnownService[] {
  const { variable } = environment;
  return definitions.flatMap((definition) => {
    const { name, key, lacks = "" } = definition;
    if (key === undefined) return [];
    const neededBy = neededByOf(name, config);
    const keySet = variable(key) !== undefined;
    if (!keySet && neededBy.length === 0) return [];
    const [family = ""] = key.split("_");
    const ways = wayNames.filter(
      (way) => (/proxy$/i.test(way) || way.startsWith(family)) && variable(way) !== undefined,
    );
    return [{ name, key, keySet, neededBy, lacks, ways, ask: askerOf(definition, variable) }];
  });
}

/** Whether what the config names needs a Docker engine; true where it can't be read. */
export function needsEngine(config: Placement | null): boolean {
  return config === null || definitions.some(({ name, onEngine }) => onEngine && neededByOf(name, config).length > 0);
}

function neededByOf(name: string, config: Placement | null): string[] {
  const { env_provider, agent_provider } = config ?? {};
  return Object.entries({ env_provider, agent_provider }).flatMap(([key, value]) =>
    value === name ? [`${key} ${value}`] : [],
  );
}

function askerOf(
  { open, name }: SandboxProviderDefinition<object>,
  variable: CommandContext["environment"]["variable"],
): KnownService["ask"] {
  return async ({ signal }) => {
    await using owner = await openHostOwner();
    const provider = await open({}, { owner, say: () => undefined, signal, variable });
    if (provider.probe === undefined || provider.census === undefined) throw new Error(`${name} can't be asked`);
    await provider.probe({ signal });
    return await provider.census({ signal });
  };
}
