import { z } from "zod";
import { sourceText } from "../connect-engine.ts";
import { engineGet } from "../engine-request.ts";
import { canInstall } from "../host-facts.ts";
import type { Check } from "./check.ts";

const versionSchema = z.object({ Version: z.string() });

export const engineVersion: Check = async ({ engine, facts, signal }) => {
  if ("why" in engine) {
    const todo = canInstall(facts) ? "npx auto-harness doctor --fix" : "see below";
    return { name: "engine", status: "missing", detail: engine.why, todo };
  }
  const { Version } = versionSchema.parse(await engineGet(engine.docker, "/version", { signal }));
  const detail = `${Version} at ${engine.address.host} (${sourceText(engine.address)})`;
  return { name: "engine", status: "ok", detail };
};
