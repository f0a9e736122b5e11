import { statfs } from "node:fs/promises";
import { z } from "zod";
import { engineGet } from "../engine-request.ts";
import type { Check, CheckResult } from "./check.ts";

const infoSchema = z.object({ DockerRootDir: z.string() });
const gibibyte = 1024 ** 3;
const warnBelowGb = 10;
const missingBelowGb = 2;

/** Free space where the engine keeps its data, if that is on this host. */
export const disk: Check = async ({ engine, facts, signal }) => {
  if ("why" in engine) return { name: "disk", status: "warn", detail: "not known without an engine" };
  const { DockerRootDir: folder } = infoSchema.parse(await engineGet(engine.docker, "/info", { signal }));
  const local = facts.platform === "linux" && engine.address.host.startsWith("unix://");
  const space = local ? await statfs(folder).catch(() => undefined) : undefined;
  if (space === undefined) {
    return { name: "disk", status: "ok", detail: `the engine's ${folder} is not on this host: not measured` };
  }
  return judgeDisk((space.bavail * space.bsize) / gibibyte, folder);
};

export function judgeDisk(freeGb: number, folder: string): CheckResult {
  const detail = `${freeGb.toFixed(freeGb < missingBelowGb ? 1 : 0)} GiB free in ${folder}`;
  if (freeGb >= warnBelowGb) return { name: "disk", status: "ok", detail };
  const status = freeGb < missingBelowGb ? "missing" : "warn";
  return { name: "disk", status, detail, todo: "docker system prune removes what no container uses" };
}
