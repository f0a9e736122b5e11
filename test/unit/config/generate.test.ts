import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { fillMarkers, generateFiles, jsonSchemaFile } from "../../../src/config/generate.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { parseDotenv } from "../../../src/config/parse-dotenv.ts";
import { type ConfigTables, commonFileSchema, keyOwners } from "../../../src/config/schema.ts";
import { environmentVariables } from "../../../src/config/variables.ts";

const tables: ConfigTables = {
  ...configTables,
  benchmarks: {
    "terminal-bench": { options: terminalBench.options, simulatesUser: false },
    "tau-bench": { options: tauOptions, simulatesUser: true },
  },
};
const page =
  "# Page\n<!-- generated:config-keys -->\nold\n<!-- /generated -->\n<!-- generated:environment --><!-- /generated -->\n";
const read = async (path: string): Promise<string | null> => (path === "docs/configuration.md" ? page : null);

async function fileNamed(path: string): Promise<string> {
  const file = (await generateFiles({ tables, read })).find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${path} is not generated`);
  return file.content;
}

const uncomment = (text: string): string =>
  text.replace(/^# ?((?: +)?(?:[a-z_]+:.*|- .*|my-model:|\w+: [\d.]+))$/gm, "$1");

describe("what is generated", () => {
  test("the committed files are fresh", async () => {
    const root = new URL("../../../", import.meta.url);
    const committed = (path: string): Promise<string | null> => readFile(new URL(path, root), "utf8").catch(() => null);
    for (const { path, content } of await generateFiles({ tables: configTables, read: committed })) {
      expect(await committed(path), path).toBe(content);
    }
  });

  test("the template is a config that works, and so it is with every key of either benchmark", async () => {
    const template = await fileNamed("experiment_config.yaml.template");
    const options = { file: "template", tables };
    expect(parseConfig(template, options)).toMatchObject({
      benchmark: "terminal-bench",
      benchmarkOptions: { dataset: "starter" },
    });
    const [common = "", terminal = "", tau = ""] = uncomment(template).split(/^# --- Only with benchmark: .* ---$/m);
    const keys = (text: string) => Object.keys(parse(text) as object).sort();
    expect(keys(common)).toEqual(Object.keys(commonFileSchema(tables).shape).sort());
    expect(parseConfig(common + terminal, options)).toMatchObject({ task_ids: ["git-*", "log-errors"], max_hours: 8 });
    const own = common.replace("benchmark: terminal-bench", "benchmark: tau-bench") + tau;
    expect(parseConfig(own, options)).toMatchObject({ user_model: "gpt-4.1", benchmarkOptions: { domain: "retail" } });
    expect(keys(tau)).toEqual([...Object.keys(tauOptions.shape), "user_model"].sort());
  });

  test("a further benchmark's section says how to use it and what it needs", async () => {
    expect(await fileNamed("experiment_config.yaml.template")).toMatch(
      /# --- Only with benchmark: tau-bench ---\n\n# To use it, set `benchmark: tau-bench` at the top .*It needs `domain`\n# and `user_model`\.\n\n(# .*\n)+# domain: retail\n/,
    );
  });

  test("the docs' table says to which benchmark a key belongs and whether it is required", async () => {
    const rows = (await fileNamed("docs/configuration.md")).split("\n").filter((line) => line.startsWith("| `"));
    const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
    const row = (key: string) => cells.find((candidate) => candidate[1] === `\`${key}\``)?.slice(2, 5);
    expect(row("agent_model")).toEqual(["", "text", "required"]);
    expect(row("dataset")).toEqual(["`terminal-bench`", "text", "`starter`"]);
    expect(row("user_model")).toEqual(["`tau-bench`", "text", "required"]);
    expect(row("verified")).toEqual(["`tau-bench`", "`true`, `false`", "`false`"]);
  });

  test(".env.example holds the names, commented", async () => {
    const example = await fileNamed(".env.example");
    expect(parseDotenv(example, ".env.example")).toEqual({});
    for (const { name, inFile } of environmentVariables) expect(example.includes(`# ${name}=\n`), name).toBe(inFile);
  });

  test("the JSON schema has the common keys and, for the benchmark a file names, its own and no other's", async () => {
    const described = z.object({ description: z.string().min(10) });
    const properties = z.record(z.string(), z.union([z.boolean(), described]));
    const branch = z.strictObject({
      if: z.strictObject({
        properties: z.strictObject({ benchmark: z.strictObject({ const: z.string() }) }),
        required: z.tuple([z.literal("benchmark")]),
      }),
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON schema
      then: z.strictObject({ properties, required: z.array(z.string()).optional() }),
    });
    const schema = z
      .object({
        required: z.array(z.string()),
        additionalProperties: z.literal(false),
        properties,
        allOf: z.array(branch),
      })
      .parse(JSON.parse(await fileNamed(jsonSchemaFile)));
    const common = Object.keys(commonFileSchema(tables).shape);
    const own = [...keyOwners(tables).keys()];
    expect(schema.required).toEqual(["benchmark", "agent_model"]);
    expect(Object.keys(schema.properties).sort()).toEqual([...common, ...own].sort());
    for (const key of common) expect(typeof schema.properties[key], key).toBe("object");
    for (const key of own) expect(schema.properties[key], key).toBe(true);

    const branches = schema.allOf.map(({ if: { properties: condition }, then: { properties: keys, required } }) => ({
      benchmark: condition.benchmark.const,
      refused: Object.keys(keys).filter((key) => keys[key] === false),
      described: Object.keys(keys).filter((key) => typeof keys[key] === "object"),
      required,
    }));
    const tauKeys = [...Object.keys(tauOptions.shape), "user_model"];
    const terminalKeys = Object.keys(terminalBench.options.shape);
    expect(branches).toEqual([
      { benchmark: "terminal-bench", refused: tauKeys, described: terminalKeys, required: undefined },
      { benchmark: "tau-bench", refused: terminalKeys, described: tauKeys, required: ["domain", "user_model"] },
    ]);
  });
});

describe("markers", () => {
  test("what stands between them is replaced, again and again the same", () => {
    const once = fillMarkers("a\n<!-- generated:t -->\nold\n<!-- /generated -->\nb\n", { t: "new\n" }, "x.md");
    expect(once).toBe("a\n<!-- generated:t -->\n\nnew\n\n<!-- /generated -->\nb\n");
    expect(fillMarkers(once, { t: "new\n" }, "x.md")).toBe(once);
    expect(fillMarkers("nothing marked", {}, "x.md")).toBe("nothing marked");
  });

  test.each([
    ["<!-- generated:other --><!-- /generated -->", "which nothing generates"],
    ["<!-- generated:t -->\n", "not closed"],
    ["<!-- generated:t -->\n<!-- generated:t --><!-- /generated -->", "not closed"],
  ])("%j is refused", (text, message) => {
    expect(() => fillMarkers(text, { t: "new" }, "x.md")).toThrow(message);
  });

  test("docs/configuration.md must have its markers", async () => {
    const generated = generateFiles({ tables, read: async () => "no markers" });
    await expect(generated).rejects.toMatchObject({ fault: "config", code: "generate-marker" });
  });
});
