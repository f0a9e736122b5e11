// The sandboxes that a command opens: what dead runs left is swept first, what is its own at the end.

import type { SandboxProvider } from "../core/sandbox.ts";
import { ensureEngine } from "../engine/ensure-engine.ts";
import type { SandboxProviderDefinition } from "../sandboxes/define-sandbox-provider.ts";
import { sandboxProviders } from "../sandboxes/index.ts";
import type { CommandContext } from "./command.ts";
import { engineOpener } from "./open-engine.ts";
import { openHostOwner } from "./open-host-owner.ts";

export interface OpenProvider extends AsyncDisposable {
  provider: SandboxProvider;
  /** The owner's id, on the labels of all that is opened. */
  owner: string;
}

/** Throws config faults: no engine, no key. */
export async function openProvider(
  { signal, environment, ask, onLeave }: CommandContext,
  { name, yes, say }: { name: string; yes: boolean; say: (line: string) => void },
): Promise<OpenProvider> {
  const definition: SandboxProviderDefinition<object> = sandboxProviders[name as keyof typeof sandboxProviders];
  if (definition.onEngine === true) {
    await ensureEngine({ signal, say, ask, yes, interactive: environment.interactive });
  }
  await using undo = new AsyncDisposableStack();
  const owner = undo.use(await openHostOwner());
  const provider = await definition.open(
    {},
    { owner, say, signal, variable: environment.variable, engine: engineOpener(environment, say) },
  );
  undo.defer(() => sayUsage(provider, say));
  const sweepOwn = async () => void (await provider.sweep({ signal: AbortSignal.timeout(20_000), owner: owner.id }));
  onLeave(sweepOwn);
  undo.defer(sweepOwn);
  const swept = await provider.sweep({ signal });
  if (swept.removed > 0) say(`removed ${swept.removed} sandboxes and networks that a dead run had left`);
  const owned = undo.move();
  return { provider, owner: owner.id, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

function sayUsage(provider: SandboxProvider, say: (line: string) => void): void {
  const used = provider.usage?.();
  if (used === undefined || used.sandboxes === 0) return;
  const { sandboxes, hours, processorHours, memoryGibHours } = used;
  const amounts = `${hours.toFixed(2)} hours, ${processorHours.toFixed(2)} processor-hours, ${memoryGibHours.toFixed(2)} GiB-hours`;
  say(`${provider.name}: ${sandboxes} sandboxes, ${amounts}`);
}
