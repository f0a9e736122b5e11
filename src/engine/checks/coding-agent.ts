import type { Check } from "./check.ts";

/** The image of the coding agent's box, by the digest that its build left on it. */
export function codingAgentCheck({ codingAgent, digest }: { codingAgent: string; digest: string }): Check {
  return async ({ engine, signal }) => {
    const name = "coding agent";
    if ("why" in engine) return { name, status: "warn", detail: `${codingAgent}: not known without an engine` };
    const filters = { label: [`auto-harness.image.digest=${digest}`] };
    const [image] = await engine.docker.listImages({ filters, abortSignal: signal });
    if (image !== undefined) {
      return { name, status: "ok", detail: `${codingAgent}: image there (${Math.round(image.Size / 1e6)} MB)` };
    }
    const detail = `${codingAgent}: its image is built at first use, from the network and 450 to 650 MB large`;
    return { name, status: "ok", detail };
  };
}
