// Whether the boxes of agents and of the coding agent can be where the config wants them, told before anything is paid for.

import { codingBox } from "../channel/coding-image.ts";
import type { Config } from "../config/schema.ts";
import type { BoxSpec } from "../core/benchmark.ts";
import type { SandboxProvider, SandboxRole } from "../core/sandbox.ts";
import { codingAgentOf } from "./open-proposer.ts";
import { unfit } from "./provider-fit.ts";

/** Opens and builds nothing. Throws config "provider-unfit". */
export async function requireAgentsFit(
  { refusalOf, placed, name }: Pick<SandboxProvider, "refusalOf" | "placed" | "name">,
  { agent, config, cacheFolder }: { agent: BoxSpec; config: Config; cacheFolder: string },
): Promise<void> {
  if (refusalOf === undefined) return;
  const require = async (what: string, spec: BoxSpec, role: SandboxRole) => {
    const why = await refusalOf(spec, { role });
    if (why === null) return;
    const where = (placed?.agents ?? { name }).name;
    throw unfit(`The box of ${what} can't be at ${where}: ${why} Use agent_provider: docker.`);
  };
  await require("the agent", agent, "agent");
  const { codingAgent, options } = codingAgentOf(config);
  const image = await codingAgent.image?.(options, { cacheFolder });
  if (image !== undefined) await require(`coding agent ${codingAgent.name}`, { ...codingBox, image }, "coding-agent");
}
