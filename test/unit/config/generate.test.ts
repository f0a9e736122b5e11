import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { tableNames } from "../../../src/commands/names.ts";
import { fillMarkers, generateFiles, jsonSchemaFile } from "../../../src/config/generate.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { parseDotenv } from "../../../src/config/parse-dotenv.ts";
import { configFileSchema } from "../../../src/config/schema.ts";
import { environmentVariables } from "../../../src/config/variables.ts";

const page =
  "# Page\n<!-- generated:config-keys -->\nold\n<!-- /generated -->\n<!-- generated:environment --><!-- /generated -->\n";
const read = async (path: string): Promise<string | null> => (path === "docs/configuration.md" ? page : null);

async function fileNamed(path: string, names = tableNames): Promise<string> {
  const file = (await generateFiles({ names, read })).find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${path} is not generated`);
  return file.content;
}

const uncomment = (text: string): string =>
  text.replace(/^# ?((?: +)?(?:[a-z_]+:.*|- .*|my-model:|\w+: [\d.]+))$/gm, "$1");

describe("what is generated", () => {
  test("the committed files are fresh", async () => {
    const root = new URL("../../../", import.meta.url);
    const committed = (path: string): Promise<string | null> => readFile(new URL(path, root), "utf8").catch(() => null);
    for (const { path, content } of await generateFiles({ names: tableNames, read: committed })) {
      expect(await committed(path), path).toBe(content);
    }
  });

  test("the template is a config that works, and so is every example in it", async () => {
    const template = await fileNamed("experiment_config.yaml.template");
    const options = { file: "template", names: tableNames };
    expect(parseConfig(template, options)).toMatchObject({ benchmark: "terminal-bench", dataset: "starter" });
    const full = uncomment(template);
    expect(Object.keys(parse(full) as object).sort()).toEqual(Object.keys(configFileSchema(tableNames).shape).sort());
    expect(parseConfig(full, options)).toMatchObject({ task_ids: ["git-*", "log-errors"], max_hours: 8 });
  });

  test("a further benchmark gets a commented example", async () => {
    const names = { ...tableNames, benchmarks: ["terminal-bench", "tau-bench"] };
    expect(await fileNamed("experiment_config.yaml.template", names)).toContain(
      "# --- Example: tau-bench ---\n# benchmark: tau-bench\n# agent_model: gpt-5.2\n",
    );
  });

  test(".env.example holds the names, commented", async () => {
    const example = await fileNamed(".env.example");
    expect(parseDotenv(example, ".env.example")).toEqual({});
    for (const { name, inFile } of environmentVariables) expect(example.includes(`# ${name}=\n`), name).toBe(inFile);
  });

  test("the JSON schema describes every key and requires two", async () => {
    const schema = z
      .object({
        required: z.array(z.string()),
        additionalProperties: z.literal(false),
        properties: z.record(z.string(), z.object({ description: z.string().min(10) })),
      })
      .parse(JSON.parse(await fileNamed(jsonSchemaFile)));
    expect(schema.required).toEqual(["benchmark", "agent_model"]);
    expect(Object.keys(schema.properties)).toEqual(Object.keys(configFileSchema(tableNames).shape));
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
    const generated = generateFiles({ names: tableNames, read: async () => "no markers" });
    await expect(generated).rejects.toMatchObject({ fault: "config", code: "generate-marker" });
  });
});
