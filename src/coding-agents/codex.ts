// OpenAI's Codex, headless in a box. It speaks the responses protocol to a provider of its settings' own.

import { z } from "zod";
import { codingHome, codingImage } from "../channel/coding-image.ts";
import { defineCodingAgent } from "../core/coding-agent.ts";
import { type BoxedProgram, hostOf } from "./boxed/boxed-program.ts";
import { jsonLine, objectOf, textOf } from "./boxed/json-line.ts";
import { proposeInBox } from "./boxed/propose-in-box.ts";

const title = "Codex";

export const codex = defineCodingAgent({
  name: "codex",
  options: z.strictObject({}),
  image: async (_options, { cacheFolder }) =>
    await codingImage({ from: { folder: "coding-agent-codex" }, cacheFolder }),
  async propose(_options, context) {
    const { cacheFolder } = hostOf(context, title);
    const image = await codingImage({ from: { folder: "coding-agent-codex" }, cacheFolder });
    return await proposeInBox({ title, image, start, read }, context);
  },
});

const start: BoxedProgram["start"] = ({ baseUrl, model, reasoningEffort, prompt }) => ({
  // It is in a box already: a sandbox of its own would need what the box does not give. "-": the prompt is its input.
  command: ["codex", "exec", "--skip-git-repo-check", "--dangerously-bypass-approvals-and-sandbox", "--json", "-"],
  env: { HARNESS_API_KEY: "in-a-box" },
  files: {
    [`${codingHome}/.codex/config.toml`]: [
      `model = ${JSON.stringify(model)}`,
      `review_model = ${JSON.stringify(model)}`,
      ...(reasoningEffort === null ? [] : [`model_reasoning_effort = ${JSON.stringify(reasoningEffort)}`]),
      'model_provider = "harness"',
      'web_search = "disabled"',
      "check_for_update_on_startup = false",
      // What it waits for at most when it looks after a command that still runs; five minutes else.
      "background_terminal_max_timeout = 86400000",
      "[analytics]",
      "enabled = false",
      "[model_providers.harness]",
      'name = "harness"',
      `base_url = ${JSON.stringify(baseUrl)}`,
      'env_key = "HARNESS_API_KEY"',
      'wire_api = "responses"',
      // The gateway retries and waits; what it answers in the end is meant.
      "request_max_retries = 1",
      "stream_max_retries = 1",
      "stream_idle_timeout_ms = 86400000",
      "",
    ].join("\n"),
  },
  input: prompt,
});

const read: BoxedProgram["read"] = (line) => {
  const event = jsonLine(line);
  const { type, text, command, message, exit_code: exitCode } = objectOf(event?.["item"]) ?? {};
  if (event?.["type"] === "item.completed" && type === "agent_message") {
    const final = textOf(text);
    return final === undefined ? null : { say: final, final };
  }
  if (event?.["type"] === "item.completed" && type === "command_execution") {
    return { say: `${String(command)} (exit ${String(exitCode)})` };
  }
  if (type === "error") return { say: String(message) };
  const error = event?.["message"] ?? objectOf(event?.["error"])?.["message"];
  return event?.["type"] === "error" || event?.["type"] === "turn.failed" ? { say: String(error) } : null;
};
