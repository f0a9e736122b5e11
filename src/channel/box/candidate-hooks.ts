// Lets the candidate import what the image holds, and nothing else, by name. The box's walls are the container's; this
// is what makes a wrong import say so.

import { isBuiltin, registerHooks } from "node:module";
import { CallError } from "../channel-error.ts";

export interface Holdings {
  /** Import specifier → file URL. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Gives the candidate's code at `url`, which need not exist as a file, and judges every import it makes. */
export function installCandidateHooks(url: string, code: string, { packages }: Holdings): void {
  const folder = new URL(".", url).href;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier === url) return { url, format: "module", shortCircuit: true };
      if (context.parentURL?.startsWith(folder) !== true) return nextResolve(specifier, context);
      if (isBuiltin(specifier)) return nextResolve(specifier, context);
      if (specifier === typesOnly) return { url: `data:text/javascript,`, format: "module", shortCircuit: true };
      const file = Object.hasOwn(packages, specifier) ? packages[specifier] : undefined;
      if (file === undefined) throw refusal(specifier, Object.keys(packages));
      return { url: file, format: "module", shortCircuit: true };
    },
    load(loaded, context, nextLoad) {
      if (loaded === url) return { format: "module", source: code, shortCircuit: true };
      return nextLoad(loaded, context);
    },
  });
}

/** Stripping leaves `import {} from` where only the names were marked as types. */
const typesOnly = "auto-harness/agent";

function refusal(specifier: string, names: readonly string[]): CallError {
  return new CallError(
    "import-refused",
    `agent.ts imports ${JSON.stringify(specifier.slice(0, 200))}, which the agent's image does not hold; it holds: ${names.join(", ")}, and Node's own modules`,
  );
}
