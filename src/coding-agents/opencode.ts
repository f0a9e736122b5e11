// opencode, headless in a box. It speaks chat completions to a provider of its settings' own, also for its titles.

import { z } from "zod";
import { codingHome, codingImage } from "../channel/coding-image.ts";
import { defineCodingAgent } from "../core/coding-agent.ts";
import { type BoxedProgram, hostOf } from "./boxed/boxed-program.ts";
import { callLine, jsonLine, objectOf, textOf } from "./boxed/json-line.ts";
import { proposeInBox } from "./boxed/propose-in-box.ts";

const title = "opencode";

export const opencode = defineCodingAgent({
  name: "opencode",
  options: z.strictObject({}),
  image: async (_options, { cacheFolder }) =>
    await codingImage({ from: { folder: "coding-agent-opencode" }, cacheFolder }),
  async propose(_options, context) {
    const { cacheFolder } = hostOf(context, title);
    const image = await codingImage({ from: { folder: "coding-agent-opencode" }, cacheFolder });
    return await proposeInBox({ title, image, start, read }, context);
  },
});

/** A day: the harness's own commands take as long as they take. */
const dayMs = 24 * 3600 * 1000;

const start: BoxedProgram["start"] = ({ baseUrl, model, reasoningEffort, prompt }) => {
  const options = reasoningEffort === null ? {} : { options: { reasoningEffort } };
  const settings = {
    model: `harness/${model}`,
    small_model: `harness/${model}`,
    share: "disabled",
    autoupdate: false,
    permission: "allow",
    provider: {
      harness: {
        npm: "@ai-sdk/openai-compatible",
        name: "harness",
        options: { baseURL: baseUrl, apiKey: "in-a-box", timeout: dayMs },
        models: { [model]: { name: model, tool_call: true, limit: { context: 200_000, output: 32_000 }, ...options } },
      },
    },
  };
  return {
    command: ["opencode", "run", "--format", "json", "--model", `harness/${model}`],
    env: {
      OPENCODE_DISABLE_AUTOUPDATE: "1",
      OPENCODE_DISABLE_MODELS_FETCH: "1",
      OPENCODE_DISABLE_LSP_DOWNLOAD: "1",
      OPENCODE_DISABLE_DEFAULT_PLUGINS: "1",
      OPENCODE_EXPERIMENTAL_BASH_DEFAULT_TIMEOUT_MS: String(dayMs),
    },
    files: { [`${codingHome}/.config/opencode/opencode.json`]: JSON.stringify(settings) },
    input: prompt,
  };
};

const read: BoxedProgram["read"] = (line) => {
  const event = jsonLine(line);
  const part = objectOf(event?.["part"]);
  if (event?.["type"] === "text") {
    const final = textOf(part?.["text"]);
    return final === undefined ? null : { say: final, final };
  }
  if (event?.["type"] === "tool_use") return { say: callLine(part?.["tool"], objectOf(part?.["state"])?.["input"]) };
  return event?.["type"] === "error" ? { say: JSON.stringify(event["error"]) } : null;
};
