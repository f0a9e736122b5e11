// The config's coding agent as the loop calls it, with what it needs of the host: boxes, limits, a place for transcripts.

import { join } from "node:path";
import { codingAgents, isCodingAgentName } from "../coding-agents/index.ts";
import type { Keys } from "../config/env.ts";
import type { Config } from "../config/schema.ts";
import type { CodingAgent } from "../core/coding-agent.ts";
import { HarnessError } from "../core/fault.ts";
import type { SandboxProvider } from "../core/sandbox.ts";
import { redact } from "../lib/redact.ts";
import type { Experiment } from "../loop/experiment.ts";
import type { HostLayout } from "../workspace/layout.ts";

export interface ProposerOptions {
  config: Config;
  provider: SandboxProvider;
  /** Of the boxes. */
  owner: string;
  cacheFolder: string;
  host: HostLayout;
  /** What no transcript may hold. */
  keys: Keys;
  onBuildLog: (line: string) => void;
}

/** The coding agent that a config names, and its options of it: `coding_agent_command` is `command`. */
export function codingAgentOf(config: Config): { codingAgent: CodingAgent<unknown>; options: unknown } {
  const { coding_agent: name } = config;
  if (!isCodingAgentName(name)) throw new Error(`no coding agent ${name} behind the schema`);
  const codingAgent = codingAgents[name] as CodingAgent<unknown>;
  const given = Object.entries(config).flatMap(([key, value]) => {
    const option = key.replace(/^coding_agent_/, "");
    return option !== key && value !== undefined && Object.hasOwn(codingAgent.options.shape, option)
      ? [[option, value]]
      : [];
  });
  return { codingAgent, options: codingAgent.options.parse(Object.fromEntries(given)) };
}

export function openProposer(options: ProposerOptions): Experiment["propose"] {
  const { config, provider, owner, cacheFolder, host, keys, onBuildLog } = options;
  const { codingAgent, options: own } = codingAgentOf(config);
  return async (context) => {
    const iteration = `it-${context.iteration}`;
    return await codingAgent.propose(own, {
      ...context,
      host: {
        cacheFolder,
        timeoutMs: config.coding_agent_minutes * 60_000,
        transcriptFile: join(host.codingSessions, `${iteration}.jsonl`),
        redact: (text) => redact(text, Object.values(keys)),
        async openBox(spec, { signal }) {
          const labels = { owner, job: iteration, trial: "coding-agent", role: "coding-agent" } as const;
          const prepared = { signal, limits: spec.limits, onLog: onBuildLog, role: labels.role };
          await provider.prepareImage(spec.image, prepared).catch((error: unknown) => {
            signal.throwIfAborted();
            throw noImage(config.coding_agent, error);
          });
          const box = await provider.open({ ...spec, labels }, { signal });
          for (const note of box.imageNotes) context.log(note);
          return box;
        },
      },
    });
  };
}

/** Without it no iteration can do anything: that is no failure of one. */
function noImage(name: string, cause: unknown): HarnessError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `The image of ${name}'s box can't be had, so no iteration can begin: ${why}`;
  return new HarnessError({ fault: "config", code: "coding-agent-image", message, cause });
}
