import type { ModelGateway } from "../core/model.ts";
import type { SandboxProvider } from "../core/sandbox.ts";
import type { JobEvent } from "../trials/job.ts";
import type { Journal } from "../trials/journal.ts";
import { noteProviderWait } from "../trials/provider-wait.ts";
import { ProviderWatch } from "../trials/provider-watch.ts";

export interface WatchParts {
  provider: SandboxProvider;
  gateway: Pick<ModelGateway, "exhausted">;
  journal: Pick<Journal, "write">;
  /** As the config's `outage_minutes`. */
  outageMinutes: number;
  onEvent: (event: Extract<JobEvent, { type: "provider-wait" }>) => void;
}

/** Waits for a lost provider as long as for a model's; who looks on from another process reads of it in the journal. */
export function openWatch({ provider, gateway, journal, outageMinutes, onEvent }: WatchParts): ProviderWatch {
  // A host that was killed while it waited has left its note.
  noteProviderWait(journal, null);
  return new ProviderWatch({
    ...{ provider, outageMs: outageMinutes * 60_000, exhausted: () => gateway.exhausted() },
    onWait(text, since) {
      noteProviderWait(journal, since === null ? null : { provider: provider.name, since });
      onEvent({ type: "provider-wait", provider: provider.name, since, text });
    },
  });
}
