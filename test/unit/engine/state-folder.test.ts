import { expect, test } from "vitest";
import { stateFolder } from "../../../src/engine/state-folder.ts";

test.each([
  [{}, "/home/me/.local/state/auto-harness"],
  [{ XDG_STATE_HOME: "/var/state" }, "/var/state/auto-harness"],
  [{ XDG_STATE_HOME: "" }, "/home/me/.local/state/auto-harness"],
  [{ XDG_STATE_HOME: "relative" }, "/home/me/.local/state/auto-harness"],
])("the state folder for %j", (env, folder) => {
  expect(stateFolder(env, "/home/me")).toBe(folder);
});
