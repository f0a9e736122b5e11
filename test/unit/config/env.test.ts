import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openEnvironment } from "../../../src/config/env.ts";
import { parseDotenv } from "../../../src/config/parse-dotenv.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("parseDotenv", () => {
  test("comments, quotes, export and lines over lines", () => {
    const text = [
      "\uFEFF# a comment",
      "",
      "PLAIN=value # a comment",
      "HASH=a#b",
      "  export SPACED = two words  ",
      "SINGLE='as $it \\n is # not' # a comment",
      'DOUBLE="a\\tb\\n\\"c\\"\\\\" ',
      'LINES="one',
      'two"',
      "EMPTY=",
      "TWICE=1",
      "TWICE=2\r",
      "INNER=it's",
      "LAST=end",
    ].join("\n");
    expect(parseDotenv(text, ".env")).toEqual({
      PLAIN: "value",
      HASH: "a#b",
      SPACED: "two words",
      SINGLE: "as $it \\n is # not",
      DOUBLE: 'a\tb\n"c"\\',
      LINES: "one\ntwo",
      EMPTY: "",
      TWICE: "2",
      INNER: "it's",
      LAST: "end",
    });
  });

  test.each(["OPENAI_API_KEY sk-secret", "1A=sk-secret", 'A="sk-secret', "A='sk-secret' more"])(
    "%j is refused with its line, without the value",
    (line) => {
      const parse = (): unknown => parseDotenv(`OK=1\n${line}\nNEXT=2\n`, "/x/.env");
      expect(parse).toThrow(expect.objectContaining({ fault: "config", code: "env-file-invalid" }));
      expect(parse).toThrow("/x/.env:2: ");
      expect(parse).not.toThrow("sk-secret");
    },
  );
});

describe("openEnvironment", () => {
  test("variables that are set win over the file, which wins over nothing", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, ".env");
    await writeFile(file, "OPENAI_API_KEY=file\nGEMINI_API_KEY=file\nANTHROPIC_API_KEY=\nOPENAI_BASE_URL=http://x\n");
    const variables = { OPENAI_API_KEY: "set", GEMINI_API_KEY: "" };
    const environment = await openEnvironment({ file, variables, terminal: true });
    expect(environment.readKeys()).toEqual({
      OPENAI_API_KEY: "set",
      ANTHROPIC_API_KEY: null,
      GEMINI_API_KEY: "file",
      OPENROUTER_API_KEY: null,
      E2B_API_KEY: null,
      DAYTONA_API_KEY: null,
    });
    expect(environment.baseUrl()).toBe("http://x");
    expect([environment.key("OPENAI_API_KEY"), environment.key("ANTHROPIC_API_KEY")]).toEqual(["set", null]);
  });

  test.each([
    [{}, true, { ci: false, interactive: true, noColor: false }],
    [{ CI: "true" }, true, { ci: true, interactive: false, noColor: false }],
    [{ CI: "false", NO_COLOR: "1" }, true, { ci: false, interactive: true, noColor: true }],
    [{ NO_COLOR: "" }, false, { ci: false, interactive: false, noColor: false }],
  ])("%j with a terminal: %s", async (variables, terminal, expected) => {
    await using folder = await temporaryFolder();
    const { ci, interactive, noColor } = await openEnvironment({
      file: join(folder.path, ".env"),
      variables,
      terminal,
    });
    expect({ ci, interactive, noColor }).toEqual(expected);
  });
});

describe("buildSecrets", () => {
  const secretsOf = async (variables: Record<string, string>) =>
    (await openEnvironment({ file: "", variables, terminal: false })).buildSecrets;

  test("nothing is set: no secret", async () => {
    expect(await secretsOf({})).toEqual({});
    expect(await secretsOf({ SSL_CERT_FILE: "", PIP_INDEX_URL: " " })).toEqual({});
  });

  test("the first variable that names a file which a build can take is the CA bundle", async () => {
    await using folder = await temporaryFolder();
    const [node, pip, empty, large] = ["node.pem", "pip.pem", "empty.pem", "large.pem"].map((name) =>
      join(folder.path, name),
    ) as [string, string, string, string];
    await writeFile(node, "node");
    await writeFile(pip, "pip");
    await writeFile(empty, "");
    await writeFile(large, Buffer.alloc(500 * 1024 + 1));
    const both = { PIP_CERT: pip, NODE_EXTRA_CA_CERTS: node };
    expect(await secretsOf(both)).toEqual({ ca: { file: node } });
    for (const unfit of [join(folder.path, "missing.pem"), folder.path, empty, large]) {
      expect(await secretsOf({ SSL_CERT_FILE: unfit, PIP_CERT: pip })).toEqual({ ca: { file: pip } });
      expect(await secretsOf({ SSL_CERT_FILE: unfit })).toEqual({});
    }
  });

  test("a package index is a value", async () => {
    const url = "https://name:word@packages.example/simple";
    expect(await secretsOf({ PIP_INDEX_URL: url })).toEqual({ "pip-index": { value: url } });
    expect(await secretsOf({ npm_config_registry: url })).toEqual({ "npm-registry": { value: url } });
    const both = { NPM_CONFIG_REGISTRY: url, npm_config_registry: "https://another.example" };
    expect(await secretsOf(both)).toEqual({ "npm-registry": { value: url } });
  });
});
