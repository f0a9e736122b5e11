import { z } from "zod";
import { sourceText } from "../connect-engine.ts";
import { engineGet } from "../engine-request.ts";
import { canInstall } from "../host-facts.ts";
import type { Check } from "./check.ts";

const versionSchema = z.object({ Version: z.string() });

export const engineVersion: Check = async ({ engine, facts, signal }) => {
  if ("why" in engine) {
    const other = canInstall(facts) ? "npx auto-harness doctor --fix" : "see below";
    const todo = engine.named ? "start that engine, or unset DOCKER_HOST / docker context use default" : other;
    return { name: "engine", status: "missing", detail: engine.why, todo };
  }
  const { Version } = versionSchema.parse(await engineGet(engine.docker, "/version", { signal }));
  const detail = `${Version} at ${engine.address.host} (${sourceText(engine.address)})`;
  return { name: "engine", status: "ok", detail };
};
