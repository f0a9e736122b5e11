// Anthropic's Claude Code, headless in a box: every model that it could choose by itself is the one model there is.

import { z } from "zod";
import { codingImage } from "../channel/coding-image.ts";
import { defineCodingAgent } from "../core/coding-agent.ts";
import { type BoxedProgram, hostOf } from "./boxed/boxed-program.ts";
import { callLine, jsonLine, objectOf, textOf } from "./boxed/json-line.ts";
import { proposeInBox } from "./boxed/propose-in-box.ts";

const title = "Claude Code";

export const claudeCode = defineCodingAgent({
  name: "claude-code",
  options: z.strictObject({}),
  image: async (_options, { cacheFolder }) =>
    await codingImage({ from: { folder: "coding-agent-claude-code" }, cacheFolder }),
  async propose(_options, context) {
    const { cacheFolder } = hostOf(context, title);
    const image = await codingImage({ from: { folder: "coding-agent-claude-code" }, cacheFolder });
    return await proposeInBox({ title, image, start, read }, context);
  },
});

/** A day: the harness's own commands take as long as they take. */
const commandMs = String(24 * 3600 * 1000);

const start: BoxedProgram["start"] = ({ baseUrl, model, reasoningEffort, prompt }) => ({
  // It is in a box already, which asks nobody.
  command: [
    ...["claude", "--print", "--verbose", "--output-format", "stream-json", "--model", model],
    ...["--dangerously-skip-permissions", "--disallowedTools", "WebFetch", "WebSearch"],
    ...(reasoningEffort === null ? [] : ["--effort", reasoningEffort]),
  ],
  env: {
    ANTHROPIC_BASE_URL: baseUrl.replace(/\/v1$/, ""),
    ANTHROPIC_API_KEY: "in-a-box",
    ANTHROPIC_MODEL: model,
    ANTHROPIC_SMALL_FAST_MODEL: model,
    ANTHROPIC_DEFAULT_HAIKU_MODEL: model,
    ANTHROPIC_DEFAULT_SONNET_MODEL: model,
    ANTHROPIC_DEFAULT_OPUS_MODEL: model,
    CLAUDE_CODE_SUBAGENT_MODEL: model,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    DISABLE_AUTOUPDATER: "1",
    // A command in the background would outlive the session that waits for it.
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: "1",
    // The gateway retries.
    CLAUDE_CODE_MAX_RETRIES: "2",
    BASH_DEFAULT_TIMEOUT_MS: commandMs,
    BASH_MAX_TIMEOUT_MS: commandMs,
    API_TIMEOUT_MS: commandMs,
  },
  input: prompt,
});

const read: BoxedProgram["read"] = (line) => {
  const event = jsonLine(line);
  if (event?.["type"] === "result") {
    const final = textOf(event["result"]);
    return final === undefined ? null : { final };
  }
  const content = objectOf(event?.["message"])?.["content"];
  if (event?.["type"] !== "assistant" || !Array.isArray(content)) return null;
  const said = content.flatMap((part: unknown) => {
    const { type, name, input, text } = objectOf(part) ?? {};
    if (type === "tool_use") return [callLine(name, input)];
    return type === "text" ? (textOf(text) ?? []) : [];
  });
  return said.length === 0 ? null : { say: said.join("; ") };
};
