import { describe, expect, test } from "vitest";
import { debianSources } from "../../../src/engine/apt.ts";
import { pluginPackage, pluginVersion } from "../../../src/engine/engine-plugins.ts";
import type { RunCommand } from "../../../src/engine/steps.ts";
import { debianRoot, signal } from "./engine-fakes.ts";

const by = "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]";
const ubuntu = { ...debianRoot, distribution: { id: "ubuntu", like: ["debian"], codename: "noble", title: "Ubuntu" } };

describe("debianSources", () => {
  test("keeps the machine's own mirrors and components for another suite", () => {
    const targets = [
      "http://mirror.test/debian/ bookworm main",
      "http://mirror.test/debian/ bookworm contrib",
      "http://mirror.test/debian/ bookworm main",
      "http://mirror.test/security/ bookworm-security main",
      "https://elsewhere.test/ nodistro main",
    ].join("\n");
    expect(debianSources("trixie", debianRoot, targets)).toBe(
      `${by} http://mirror.test/debian/ trixie main contrib\n${by} http://mirror.test/security/ trixie-security main\n`,
    );
  });

  test("has none to offer on Ubuntu, and on a Debian whose sources are not to be read", () => {
    expect(debianSources("trixie", ubuntu, "http://archive.test/ubuntu noble main")).toBeUndefined();
    expect(debianSources("bookworm", debianRoot, "")).toBeUndefined();
  });
});

/** Answers apt-cache policy from a table, and docker plugins from another. */
function machineWith(candidates: Record<string, string>, plugins: Record<string, string> = {}): RunCommand {
  return async ([program, first = "", second = ""]) => {
    if (program === "docker") {
      const stdout = plugins[first];
      return stdout === undefined ? { exitCode: 1, stdout: "", stderr: "" } : { exitCode: 0, stdout, stderr: "" };
    }
    const candidate = candidates[second];
    const stdout = candidate === undefined ? "" : `${second}:\n  Installed: (none)\n  Candidate: ${candidate}\n`;
    return { exitCode: 0, stdout, stderr: "" };
  };
}

describe("plugins", () => {
  test.each([
    ["Ubuntu", { "docker-compose-v2": "2.40.3", "docker-buildx": "0.30.1", "docker-compose": "1.29.2" }],
    ["trixie", { "docker-compose": "2.26.1-4", "docker-buildx": "0.13.1+ds1-3" }],
    ["Docker's own repository", { "docker-compose-plugin": "5.0.0", "docker-buildx-plugin": "0.30.0" }],
  ])("are packages of %s", async (_name, candidates) => {
    const run = machineWith(candidates);
    expect(await pluginPackage("compose", { signal, run })).toBe(Object.keys(candidates)[0]);
    expect(await pluginPackage("buildx", { signal, run })).toBe(Object.keys(candidates)[1]);
  });

  test("bookworm has none: its docker-compose is the old program", async () => {
    const run = machineWith({ "docker-compose": "1.29.2-3", "docker-buildx": "(none)" });
    expect(await pluginPackage("compose", { signal, run })).toBeUndefined();
    expect(await pluginPackage("buildx", { signal, run })).toBeUndefined();
  });

  test("say their version, or are not there", async () => {
    const run = machineWith({}, { compose: "Docker Compose version v2.26.1-4\n" });
    expect(await pluginVersion("compose", { signal, run })).toBe("2.26.1");
    expect(await pluginVersion("buildx", { signal, run })).toBeUndefined();
  });
});
