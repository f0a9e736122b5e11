import type { Config } from "../config/schema.ts";
import { type Lineage, openLineage } from "../lineage/open-lineage.ts";
import type { Layout } from "../workspace/layout.ts";

/** The experiment's candidates: in the person's clone, of a rehearsal in a repository of its own. */
export async function openOwnLineage({
  config,
  rehearsal,
  layout,
  root,
  signal,
}: {
  config: Pick<Config, "experiment">;
  rehearsal: boolean;
  layout: Layout;
  root: string;
  signal: AbortSignal;
}): Promise<Lineage> {
  return await openLineage({
    ...{ repository: rehearsal ? null : root, bareFolder: layout.host.lineage, signal },
    ref: `refs/auto-harness/${config.experiment}`,
  });
}
