import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runServeAgent } from "../../../src/commands/bird-serve-agent.ts";
import { isLoopback, parseServeAgentFlags } from "../../../src/commands/bird-serve-agent-flags.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("flags", () => {
  test("stand for upstream's own ports on loopback, and both modes, when they are left out", () => {
    expect(parseServeAgentFlags({})).toEqual({
      ...{ host: "127.0.0.1", port: 6000, mode: null },
      services: { database: "http://127.0.0.1:6002/", user: "http://127.0.0.1:6001/" },
    });
    expect(
      parseServeAgentFlags({
        host: "::1",
        port: "0",
        mode: "c-interact",
        "db-env": "http://there:1",
        "user-sim": "https://a",
      }),
    ).toEqual({
      ...{ host: "::1", port: 0, mode: "c-interact" },
      services: { database: "http://there:1/", user: "https://a/" },
    });
  });

  test.each([
    [{ port: "70000" }, "--port 70000: expected 0 to 65535"],
    [{ port: "1.5" }, "--port 1.5: expected 0 to 65535"],
    [{ mode: "oracle" }, "--mode oracle: expected a-interact or c-interact"],
    [{ "db-env": "localhost:6002" }, "--db-env localhost:6002: expected an http address"],
    [{ "user-sim": "nowhere" }, "--user-sim nowhere: expected an http address"],
  ])("that make no sense are refused: %j", (flags, message) => {
    expect(() => parseServeAgentFlags(flags)).toThrow(
      expect.objectContaining({ fault: "config", code: "flag-invalid", message }),
    );
  });

  test.each([
    ["127.0.0.1", true],
    ["127.8.0.9", true],
    ["::1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.4", false],
    ["127.0.0.1.example.org", false],
  ])("%s is loopback: %s", (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });
});

describe("before anything is started", () => {
  const own = ["benchmark: bird-interact", "agent_model: gpt-5.2", "user_model: gpt-4.1", "coding_agent: rehearsal"];
  const agent = "export const buildAgent = () => null;";

  test.each([
    ["there is no config", null, null, "config-missing"],
    [
      "the config is of another benchmark",
      ["agent_model: worker", "benchmark: terminal-bench"],
      null,
      "benchmark-wrong",
    ],
    ["there is no agent.ts", own, null, "agent-missing"],
    ["agent.ts is no TypeScript", own, "const = 1", "agent-invalid"],
    ["the model has no key", own, agent, "key-missing"],
  ])("says so when %s", async (_title, config, source, code) => {
    await using folder = await temporaryFolder();
    if (config !== null) await writeFile(join(folder.path, "own.yaml"), config.join("\n"));
    await mkdir(join(folder.path, "agent"));
    if (source !== null) await writeFile(join(folder.path, "agent/agent.ts"), source);
    const context = await commandContext(folder.path);
    await expect(runServeAgent({ config: "own.yaml" }, context)).rejects.toMatchObject({ fault: "config", code });
  });
});
