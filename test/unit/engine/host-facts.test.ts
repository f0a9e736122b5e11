import { describe, expect, test } from "vitest";
import { engineHelp } from "../../../src/engine/engine-help.ts";
import { canInstall, type HostFacts, hasDebianPackages, parseOsRelease } from "../../../src/engine/host-facts.ts";
import { debianRoot } from "./engine-fakes.ts";

const mint =
  'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=wilma\nPRETTY_NAME="Mint 22"\n';
const fedora: HostFacts = { ...debianRoot, distribution: parseOsRelease("ID=fedora\nPRETTY_NAME='Fedora 42'") };

describe("host facts", () => {
  test("os-release is read with and without quotes", () => {
    expect(parseOsRelease(mint)).toEqual({
      id: "linuxmint",
      like: ["ubuntu", "debian"],
      codename: "wilma",
      title: "Mint 22",
    });
    expect(parseOsRelease("ID=fedora")).toEqual({ id: "fedora", like: [], codename: "", title: "fedora" });
    expect(parseOsRelease("")).toBeUndefined();
  });

  test("only root on Debian, Ubuntu and their children may install", () => {
    expect(canInstall(debianRoot)).toBe(true);
    expect(canInstall({ ...debianRoot, distribution: parseOsRelease(mint) })).toBe(true);
    expect(canInstall({ ...debianRoot, root: false })).toBe(false);
    expect(canInstall(fedora)).toBe(false);
    expect(hasDebianPackages({ ...debianRoot, platform: "darwin" })).toBe(false);
  });

  test.each([
    ["macOS", { ...debianRoot, platform: "darwin" }, "Colima"],
    ["Windows", { ...debianRoot, platform: "win32" }, "wsl --install"],
    ["Debian without root", { ...debianRoot, root: false }, "sudo usermod -aG docker"],
    ["Debian as root", debianRoot, "doctor --fix"],
    ["Fedora", fedora, "dnf install moby-engine"],
    ["an unknown Linux", { ...debianRoot, distribution: undefined }, "of your distribution"],
  ] as const)("help for %s fits the screen and says what to type", (_name, facts, words) => {
    const lines = engineHelp(facts);
    expect(lines.join("\n")).toContain(words);
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
