import { contextsFolder } from "../channel/context-by-digest.ts";
import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import type { KnownKey } from "../engine/checks/check.ts";
import type { KnownService } from "../engine/checks/sandbox-service.ts";
import { stateFolder } from "../engine/state-folder.ts";
import type { Command, CommandContext } from "./command.ts";
import { doctor as examine } from "./doctor.ts";
import { isSet, shownFlags } from "./flags.ts";
import { knownServices, needsEngine } from "./known-services.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { neededKeys } from "./open-models.ts";
import { codingAgentOf } from "./open-proposer.ts";

export const doctor: Command = {
  name: "doctor",
  summary: "what is there, what is missing, what to type; --fix installs and starts what it can",
  options: {
    fix: { type: "boolean", description: "install and start an engine and its plugins (root on Debian or Ubuntu)" },
    images: { type: "boolean", description: "with --fix: pull or make the base images too" },
    yes: shownFlags.yes,
    json: { type: "boolean", description: "one JSON document" },
  },
  async run(flags, context) {
    const { environment, signal, out, ask } = context;
    const config = configOf(context);
    return await examine({
      ...{ signal, out, ask, interactive: environment.interactive },
      ...(await knownKeys(environment, config)),
      ...(await knownCodingAgent(config)),
      ...(await knownPlaces(context, config)),
      ...{
        fix: isSet(flags, "fix"),
        images: isSet(flags, "images"),
        yes: isSet(flags, "yes"),
        json: isSet(flags, "json"),
      },
    });
  },
};

/** Read once, for all who look at it. */
export function configOf(context: Pick<CommandContext, "environment" | "root">): Promise<Config> {
  const config = readExperimentConfig(context, {}).then((read) => read.config);
  // Whoever looks at it says it.
  config.catch(() => undefined);
  return config;
}

/** The keys there may be, and which of them the config's models need. */
export async function knownKeys(
  environment: CommandContext["environment"],
  config: Promise<Config>,
): Promise<{ keys: KnownKey[]; configProblem?: string }> {
  const keys = Object.entries(environment.readKeys()).map(([name, value]) => ({ name, set: value !== null }));
  try {
    const needed: ReadonlyMap<string, readonly string[]> = neededKeys(await config, environment);
    return { keys: keys.map((key) => ({ ...key, neededBy: needed.get(key.name) ?? [] })) };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const [what = "", first = ""] = error.message.split("\n");
    return { keys, configProblem: `${what} ${first.trim()}`.trim() };
  }
}

async function knownPlaces(
  context: Pick<CommandContext, "environment">,
  reading: Promise<Config>,
): Promise<{ services: KnownService[]; withoutEngine: boolean }> {
  const config = await reading.catch((error: unknown) => {
    // The keys' check says it.
    if (error instanceof HarnessError) return null;
    throw error;
  });
  return { services: knownServices(context, config), withoutEngine: !needsEngine(config) };
}

/** What the config's box for its coding agent would be made of; nothing where it has none, or can't be read. */
async function knownCodingAgent(
  config: Promise<Config>,
): Promise<{ codingAgent?: { codingAgent: string; digest: string } }> {
  try {
    const { codingAgent, options } = codingAgentOf(await config);
    const image = await codingAgent.image?.(options, { cacheFolder: contextsFolder(stateFolder()) });
    return image?.kind === "build" ? { codingAgent: { codingAgent: codingAgent.name, digest: image.digest } } : {};
  } catch (error) {
    // The keys' check says it.
    if (!(error instanceof HarnessError)) throw error;
    return {};
  }
}
