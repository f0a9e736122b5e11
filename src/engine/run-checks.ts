import { HarnessError } from "../core/fault.ts";
import { runCommand } from "../lib/run-command.ts";
import type { Check, CheckResult, CheckScene } from "./checks/check.ts";
import { checks as allChecks } from "./checks/index.ts";
import { connectEngine } from "./connect-engine.ts";
import { engineWords } from "./engine-request.ts";
import { findEngine } from "./find-engine.ts";
import { readHostFacts } from "./host-facts.ts";
import { parseImageReference } from "./image-reference.ts";
import { askRegistry } from "./pull-image.ts";

const registryMs = 5_000;
const checkMs = 15_000;

/** Gathers what checks look at. Throws only the signal's reason. */
export async function openCheckScene(
  options: Pick<CheckScene, "signal" | "keys" | "configProblem">,
): Promise<CheckScene> {
  const { signal, ...known } = options;
  const [facts, engine] = await Promise.all([readHostFacts(), reachEngine(signal)]);
  let answer: ReturnType<CheckScene["registry"]> | undefined;
  const askHub = async (): ReturnType<CheckScene["registry"]> => {
    if ("why" in engine) return { reachable: false, why: engine.why };
    const image = parseImageReference("hello-world:latest");
    const result = await askRegistry(engine.docker, image, { signal, timeoutMs: registryMs });
    return result.kind === "reachable" ? { reachable: true } : { reachable: false, why: result.why };
  };
  const registry = () => {
    answer ??= askHub();
    return answer;
  };
  return { signal, facts, run: runCommand, engine, ...known, registry };
}

async function reachEngine(signal: AbortSignal): Promise<CheckScene["engine"]> {
  let named = true;
  try {
    const address = await findEngine();
    named = address.source !== "default";
    return { address, docker: await connectEngine({ signal, address }) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof HarnessError)) throw error;
    return { why: error.message.replace(/; type: .*$/, ""), named };
  }
}

/** All checks at once, each with a time limit; a check that fails is a warning that says how. */
export async function runChecks(
  scene: CheckScene,
  checks: Readonly<Record<string, Check>> = allChecks,
  limitMs: number = checkMs,
): Promise<CheckResult[]> {
  const run = async ([name, check]: [string, Check]): Promise<CheckResult> => {
    const signal = AbortSignal.any([scene.signal, AbortSignal.timeout(limitMs)]);
    try {
      return await check({ ...scene, signal });
    } catch (error) {
      scene.signal.throwIfAborted();
      const why = signal.aborted ? `no answer within ${limitMs / 1000} s` : engineWords(error);
      return { name, status: "warn", detail: `cannot be checked: ${why}` };
    }
  };
  return Promise.all(Object.entries(checks).map(run));
}
