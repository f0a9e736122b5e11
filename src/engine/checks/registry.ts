import type { Check } from "./check.ts";

export const registry: Check = async (scene) => {
  if ("why" in scene.engine) return { name: "registry", status: "warn", detail: "not known without an engine" };
  const answer = await scene.registry();
  if (answer.reachable) return { name: "registry", status: "ok", detail: "the engine reaches the public hub" };
  const why = answer.why.replace(/^Get "[^"]*": (?:dial tcp: )?/, "");
  const detail = `not reached, base images are made here (${why})`;
  return { name: "registry", status: "warn", detail };
};
