// The sandboxes that a command opens: what dead runs left is swept first, what is its own at the end.

import type { SandboxProvider } from "../core/sandbox.ts";
import { ensureEngine } from "../engine/ensure-engine.ts";
import type { SandboxProviderDefinition } from "../sandboxes/define-sandbox-provider.ts";
import { sandboxProviders } from "../sandboxes/index.ts";
import type { Owner } from "../sandboxes/owner.ts";
import { placedProvider } from "../sandboxes/placed-provider.ts";
import { usageLine } from "../trials/sandbox-usage.ts";
import type { CommandContext } from "./command.ts";
import { engineOpener } from "./open-engine.ts";
import { openHostOwner } from "./open-host-owner.ts";

export interface OpenProvider extends AsyncDisposable {
  provider: SandboxProvider;
  /** The owner's id, on the labels of all that is opened. */
  owner: string;
}

export interface ProviderNames {
  /** As the config has it in `env_provider`. */
  name: string;
  /** As it has it in `agent_provider`; left out: the same. */
  agents?: string | undefined;
}

/** Throws config faults: no engine, no key. */
export async function openProvider(
  context: CommandContext,
  { name, agents = name, yes, say }: ProviderNames & { yes: boolean; say: (line: string) => void },
): Promise<OpenProvider> {
  const { signal, onLeave } = context;
  await using undo = new AsyncDisposableStack();
  const owner = undo.use(await openHostOwner());
  const open = async (one: string, configKey: string) => await openOne(context, one, { owner, configKey, yes, say });
  const tasks = await open(name, "env_provider");
  const provider = agents === name ? tasks : placedProvider({ tasks, agents: await open(agents, "agent_provider") });
  for (const one of Object.values(provider.placed ?? { provider })) undo.defer(() => sayUsage(one, say));
  const sweepOwn = async () => void (await provider.sweep({ signal: AbortSignal.timeout(20_000), owner: owner.id }));
  onLeave(sweepOwn);
  undo.defer(sweepOwn);
  const swept = await provider.sweep({ signal });
  if (swept.removed > 0) say(`removed ${swept.removed} sandboxes and networks that a dead run had left`);
  const owned = undo.move();
  return { provider, owner: owner.id, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

async function openOne(
  { signal, environment, ask }: CommandContext,
  name: string,
  { owner, configKey, yes, say }: { owner: Owner; configKey: string; yes: boolean; say: (line: string) => void },
): Promise<SandboxProvider> {
  const definition: SandboxProviderDefinition<object> = sandboxProviders[name as keyof typeof sandboxProviders];
  if (definition.onEngine === true) {
    await ensureEngine({ signal, say, ask, yes, interactive: environment.interactive });
  }
  const engine = engineOpener(environment, say);
  return await definition.open({}, { owner, say, signal, variable: environment.variable, engine, configKey });
}

function sayUsage(provider: SandboxProvider, say: (line: string) => void): void {
  const used = provider.usage?.();
  if (used === undefined || used.sandboxes === 0) return;
  say(usageLine(provider.name, used));
}
