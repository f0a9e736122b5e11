// The box that a benchmark may ask for while it loads its tasks, with an owner and a provider of its own: an experiment
// opens them only once its tasks are known.

import { randomBytes } from "node:crypto";
import type { LoadContext } from "../core/benchmark.ts";
import type { CommandContext } from "./command.ts";
import { openProvider } from "./open-provider.ts";

/** `name`: of the provider. Starts nothing until a box is asked for. */
export function loadingBox(
  context: CommandContext,
  { name, yes, say }: { name: string; yes: boolean; say: (line: string) => void },
): NonNullable<LoadContext["withBox"]> {
  return async (spec, use) => {
    await using opened = await openProvider(context, { name, yes, say });
    const labels = { owner: opened.owner, job: "load", trial: randomBytes(6).toString("hex"), role: "task" } as const;
    await using box = await opened.provider.open({ ...spec, labels }, { signal: context.signal });
    return await use(box.session);
  };
}
