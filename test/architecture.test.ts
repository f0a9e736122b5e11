// Who may import whom, as a table (docs/architecture.md).

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");

/** Area → areas of src it may import, beside itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lib: ["core"],
  engine: ["core", "lib"],
  services: ["core", "lib", "channel"],
  channel: ["core", "lib", "agent-types.ts"],
  gateway: ["core", "lib"],
  sandboxes: ["core", "lib", "services", "channel", "gateway"],
  benchmarks: ["core", "lib", "services", "channel", "gateway"],
  "coding-agents": ["core", "lib", "services", "channel", "gateway"],
  trials: ["core", "lib"],
  // The recorded score's format decides, and so does the order of tasks, which is a digest.
  gate: ["core", "lib/format-score.ts", "lib/digest.ts"],
  workspace: ["core", "lib"],
  lineage: ["core", "lib"],
  analysis: ["core", "lib"],
  plan: ["core", "lib", "gate"],
  check: ["core", "lib", "trials"],
  // Watches a trial's channel, and plays the host on another one; a whole night is the loop's records, kept and compared.
  cassettes: ["core", "lib", "channel", "trials", "workspace", "loop"],
  loop: ["core", "lib", "trials", "gate", "compare", "workspace", "analysis"],
  // Reads what the harness has written: a journal, the split beside it, train_results.json.
  compare: [
    ...["core", "lib", "gate/exact-test.ts"],
    ...["trials/journal.ts", "workspace/split.ts", "workspace/train-results.ts"],
  ],
  // What a person has, and the files that are made of it.
  init: ["core", "lib", "compare/readers/parse-csv.ts"],
  config: ["core", "lib"],
  // An answer of a model is read as the gateway reads it.
  report: ["core", "lib", "loop", "trials", "gateway/json.ts", "gateway/protocols/index.ts"],
  commands: [
    ...[
      "core",
      "lib",
      "engine",
      "services",
      "channel",
      "gateway",
      "sandboxes",
      "benchmarks",
      "coding-agents",
      "trials",
    ],
    ...[
      "gate",
      "workspace",
      "lineage",
      "loop",
      "config",
      "report",
      "compare",
      "analysis",
      "plan",
      "cassettes",
      "check",
      "init",
    ],
  ],
  // Reads what the command line prints, and runs it as a process of its own.
  actions: ["core", "lib", "config", "check", "compare", "lineage", "workspace/layout.ts"],
  "cli.ts": ["core", "lib", "commands", "config"],
  "index.ts": ["core", "gate", "trials", "loop", "channel/run-candidate.ts"],
  "agent-types.ts": [],
};

/** Package → where it may be imported. */
const packagesOnlyIn: Readonly<Record<string, readonly string[]>> = {
  dockerode: ["sandboxes/docker", "engine/"],
  e2b: ["sandboxes/e2b"],
  undici: ["sandboxes/e2b/"],
  "@daytona": ["sandboxes/daytona"],
  yaml: ["config/", "lib/quarantine", "services/compose/"],
  testcontainers: [],
  openai: ["coding-agents/", "channel/"],
};

interface Import {
  file: string;
  specifier: string;
  typeOnly: boolean;
}

function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8").replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, "");
      const statements = [...text.matchAll(/^(?:import|export)\s([^;]*?)from\s+"([^"]+)"/gms)];
      const dynamic = [...text.matchAll(/import\(\s*"([^"]+)"/g)];
      return [
        ...statements.map(([, names = "", specifier = ""]) => ({
          file,
          specifier,
          typeOnly: names.startsWith("type "),
        })),
        ...dynamic.map(([, specifier = ""]) => ({ file, specifier, typeOnly: false })),
      ];
    });
}

function areaOf(file: string): string {
  return relative(src, file).split("/")[0] ?? "";
}

const all = importsBelow(src);

describe("the layout", () => {
  it("has a rule for every area of src", () => {
    const areas = readdirSync(src).filter((name) => readdirSafe(join(src, name)) > 0);
    expect(areas.filter((area) => !(area in mayImport))).toEqual([]);
  });

  it("imports only downwards", () => {
    const wrong = all
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ file, specifier }) => ({ file, target: resolve(dirname(file), specifier) }))
      .filter(({ file, target }) => target.startsWith(src) && areaOf(file) !== areaOf(target))
      .filter(({ file, target }) => {
        const allowed = mayImport[areaOf(file)] ?? [];
        return !allowed.includes(areaOf(target)) && !allowed.includes(relative(src, target));
      })
      .map(({ file, target }) => `${relative(src, file)} imports ${relative(src, target)}`);
    expect(wrong).toEqual([]);
  });

  it("keeps each vendor's package in its place", () => {
    const wrong = all
      .filter(({ file, specifier, typeOnly }) => {
        const places = packagesOnlyIn[specifier.split("/")[0] ?? ""];
        if (places === undefined || typeOnly) return false;
        return !places.some((place) => relative(src, file).startsWith(place));
      })
      .map(({ file, specifier }) => `${relative(src, file)} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it("lets src and agent know nothing of each other but types", () => {
    const fromSrc = all.filter(({ file, specifier }) =>
      resolve(dirname(file), specifier).startsWith(join(root, "agent/")),
    );
    const fromAgent = importsBelow(join(root, "agent")).filter(
      ({ specifier, typeOnly }) => specifier.startsWith(".") || (specifier.startsWith("auto-harness") && !typeOnly),
    );
    expect([...fromSrc, ...fromAgent]).toEqual([]);
  });

  it("keeps benchmarks, providers and coding agents apart from each other", () => {
    const table = /^(benchmarks|sandboxes|coding-agents)\/index\.ts$/;
    const wrong = all
      .filter(({ file }) => !table.test(relative(src, file)))
      .filter(
        ({ file, specifier }) =>
          table.test(relative(src, resolve(dirname(file), specifier))) && !/^commands\//.test(relative(src, file)),
      )
      .map(({ file, specifier }) => `${relative(src, file)} imports the table ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it("reads the environment in one place, and the engine's own settings in another", () => {
    const wrong = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /\bprocess\.env\b/.test(readFileSync(file, "utf8")))
      .map((file) => relative(src, file))
      .filter((file) => file !== "config/env.ts" && !file.startsWith("engine/") && !file.startsWith("channel/box/"));
    expect(wrong).toEqual([]);
  });

  it("ends the process nowhere but in the command line's own file", () => {
    const wrong = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /\bprocess\.exit\(/.test(readFileSync(file, "utf8")))
      .map((file) => relative(src, file))
      .filter((file) => file !== "cli.ts" && !file.startsWith("channel/box/"));
    expect(wrong).toEqual([]);
  });

  it("keeps every file short enough to be one idea", () => {
    const long = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(src, file), readFileSync(file, "utf8").split("\n").length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });
});

function readdirSafe(path: string): number {
  try {
    return readdirSync(path).length;
  } catch {
    return 1;
  }
}
