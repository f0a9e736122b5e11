import { exitCodes } from "../core/fault.ts";
import { loopBaseImage, projectBaseImages, resolveBaseImage } from "../engine/base-images.ts";
import type { CheckResult, CheckScene } from "../engine/checks/check.ts";
import { codingAgentCheck } from "../engine/checks/coding-agent.ts";
import { checks } from "../engine/checks/index.ts";
import { type KnownService, serviceCheck } from "../engine/checks/sandbox-service.ts";
import { connectEngine } from "../engine/connect-engine.ts";
import { engineHelp } from "../engine/engine-help.ts";
import { plugins, pluginVersion } from "../engine/engine-plugins.ts";
import { ensureEngine } from "../engine/ensure-engine.ts";
import { fixEngine } from "../engine/fix-engine.ts";
import { canInstall, readHostFacts } from "../engine/host-facts.ts";
import { openCheckScene, runChecks } from "../engine/run-checks.ts";
import { showChecks } from "../engine/show-checks.ts";
import { runCommand } from "../lib/run-command.ts";

export interface DoctorOptions {
  /** Install and start what is missing, where that is possible. */
  fix: boolean;
  /** With fix: do not ask. */
  yes: boolean;
  json: boolean;
  /** With fix: pull or make the project's base images too. */
  images?: boolean;
  interactive: boolean;
  signal: AbortSignal;
  out: (line: string) => void;
  ask: (question: string) => Promise<boolean>;
  keys: CheckScene["keys"];
  configProblem?: string;
  /** The config's coding agent, where it works in a box; `digest`: of its image. */
  codingAgent?: { codingAgent: string; digest: string };
  services?: readonly KnownService[];
  /** Nothing that the config names runs on one. */
  withoutEngine?: boolean;
}

/**
 * Says what is there and what is missing on one screen, or as one JSON document; with `fix` brings it up first.
 * Returns 0 when nothing that is needed is missing, else 2. Throws the config faults of ensureEngine and fixEngine.
 */
export async function doctor(options: DoctorOptions): Promise<number> {
  const { signal, json, out, keys, configProblem, codingAgent } = options;
  if (options.fix) await fix(options);
  const scene = await openCheckScene({ signal, keys, ...(configProblem === undefined ? {} : { configProblem }) });
  const own = codingAgent === undefined ? {} : { "coding agent": codingAgentCheck(codingAgent) };
  const { services: known = [], withoutEngine = false } = options;
  const services = Object.fromEntries(known.map((service) => [service.name, serviceCheck(service)]));
  const found = await runChecks(scene, { ...checks, ...own, ...services });
  const results = withoutEngine ? found.map(asNotNeeded) : found;
  const complete = results.every(({ status }) => status !== "missing");
  if (json) out(JSON.stringify({ version: 1, complete, checks: results }, undefined, 2));
  else for (const line of showChecks(results, withoutEngine ? [] : helpFor(scene))) out(line);
  return complete ? exitCodes.done : exitCodes.config;
}

async function fix(options: DoctorOptions): Promise<void> {
  const { signal, interactive, yes, ask } = options;
  // With --json standard output is the document's alone.
  const say = options.json ? () => undefined : options.out;
  await ensureEngine({ signal, interactive, yes, ask, say });
  const versions = await Promise.all(plugins.map((plugin) => pluginVersion(plugin, { signal, run: runCommand })));
  const facts = await readHostFacts();
  if (versions.includes(undefined) && canInstall(facts)) {
    const question = "Docker's compose or buildx plugin is missing. Install it?";
    if (yes || !interactive || (await ask(question))) await fixEngine({ signal, facts, say });
  }
  if (options.images === true) {
    const docker = await connectEngine({ signal });
    for (const image of projectBaseImages) {
      const { note, substituted, reference } = await resolveBaseImage(docker, image, { signal, say });
      if (note !== undefined) say(note);
      if (substituted && image === loopBaseImage) {
        say(`for \`docker compose\`, which builds by itself: put AUTO_HARNESS_BASE_IMAGE=${reference} into .env`);
      }
    }
  }
}

const ofEngine: ReadonlySet<string> = new Set(["engine", "base images"]);

/** Where no box is to be on an engine, that there is none keeps nothing from running. */
function asNotNeeded(result: CheckResult): CheckResult {
  if (result.status !== "missing" || !ofEngine.has(result.name)) return result;
  return { ...result, status: "warn", todo: "not needed: no provider of the config runs on an engine" };
}

function helpFor({ engine, facts }: CheckScene): string[] {
  return "why" in engine && !engine.named && !canInstall(facts) ? engineHelp(facts) : [];
}
