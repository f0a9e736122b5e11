import type { Check } from "./check.ts";

/** Names only: a key's text is nobody's business here. */
export const keys: Check = async ({ keys: known }) => {
  const list = (set: boolean) =>
    known
      .filter((key) => key.set === set)
      .map((key) => key.name)
      .join(", ") || "none";
  if (known.some((key) => key.set)) {
    return { name: "keys", status: "ok", detail: `set: ${list(true)}; not set: ${list(false)}` };
  }
  const detail = "none set; the rehearsal needs none";
  return { name: "keys", status: "ok", detail: known.length === 0 ? detail : `${detail} (looked for: ${list(false)})` };
};
