import type { Check } from "./check.ts";

const wantedMajor = 24;

export const nodeVersion: Check = async () => {
  const version = process.versions.node;
  if (Number(version.split(".")[0]) >= wantedMajor) return { name: "Node", status: "ok", detail: version };
  const detail = `${version}, and ${wantedMajor} or newer is needed`;
  return { name: "Node", status: "missing", detail, todo: "npm ci (without --ignore-scripts) brings one of its own" };
};
