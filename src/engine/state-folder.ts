import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where what outlives a run but belongs to no project is kept: locks, logs, what was learned of the registry. */
export function stateFolder(env: Environment = process.env, home: string = homedir()): string {
  const base = env["XDG_STATE_HOME"];
  // The XDG rules say that a relative path is to be ignored.
  return join(base !== undefined && isAbsolute(base) ? base : join(home, ".local", "state"), "auto-harness");
}
