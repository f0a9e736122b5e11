import type { SandboxProvider } from "../../src/core/sandbox.ts";

/** Notes down whose box it opens, such as "agent at e2b". */
export function notingProvider(provider: SandboxProvider, opened: string[]): SandboxProvider {
  return {
    ...provider,
    async open(spec, options) {
      opened.push(`${spec.labels.role} at ${provider.name}`);
      return await provider.open(spec, options);
    },
  };
}
