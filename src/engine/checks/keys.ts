import type { Check } from "./check.ts";

/** Names only: a key's text is nobody's business here. */
export const keys: Check = async ({ keys: known, configProblem }) => {
  const name = "keys";
  const list = (set: boolean) =>
    known
      .filter((key) => key.set === set)
      .map((key) => key.name)
      .join(", ") || "none";
  const missing = known.filter(({ set, neededBy = [] }) => !set && neededBy.length > 0);
  if (missing.length > 0) {
    const detail = missing.map((key) => `${key.name} is not set, for ${key.neededBy?.join(", ")}`).join("; ");
    const todo = `put ${missing.map((key) => `${key.name}=…`).join(" and ")} into .env, or into the environment`;
    return { name, status: "missing", detail, todo };
  }
  const needed = known.filter(({ neededBy = [] }) => neededBy.length > 0).map((key) => key.name);
  const detail = detailOf(list(true), list(false), needed);
  if (configProblem === undefined) return { name, status: "ok", detail };
  const todo = "put experiment_config.yaml right";
  return { name, status: "warn", detail: `${detail}; which are needed is not known: ${configProblem}`, todo };
};

function detailOf(set: string, notSet: string, needed: readonly string[]): string {
  if (needed.length > 0) return `set: ${set}; the config needs ${needed.join(", ")}`;
  if (set !== "none") return `set: ${set}; not set: ${notSet}`;
  return `none set; the rehearsal needs none${notSet === "none" ? "" : ` (looked for: ${notSet})`}`;
}
