// Any program as a coding agent: a shell's command line in a box, with the endpoint and the model in its environment.

import { z } from "zod";
import { codingImage } from "../channel/coding-image.ts";
import { defineCodingAgent } from "../core/coding-agent.ts";
import type { ImageSource } from "../core/sandbox.ts";
import { type BoxedProgram, hostOf } from "./boxed/boxed-program.ts";
import { proposeInBox } from "./boxed/propose-in-box.ts";

const title = "coding_agent_command";

const options = z.strictObject({
  command: z
    .string({ error: "coding_agent command needs coding_agent_command: what is to be run" })
    .trim()
    .min(1)
    .describe("A shell's command line that does one iteration"),
  image: z.string().trim().min(1).default("node:24-bookworm-slim").describe("The image that it runs in"),
});

type Options = z.output<typeof options>;

export const command = defineCodingAgent<Options>({
  name: "command",
  options,
  image: async ({ image }, { cacheFolder }) => await imageOf(image, cacheFolder),
  async propose({ command: line, image }, context) {
    const source = await imageOf(image, hostOf(context, title).cacheFolder);
    return await proposeInBox({ title, image: source, start: (given) => start(line, given), read }, context);
  },
});

async function imageOf(reference: string, cacheFolder: string): Promise<ImageSource> {
  return await codingImage({ from: { reference }, cacheFolder });
}

/** The prompt is its standard input, and in its environment. */
const start = (
  line: string,
  { baseUrl, model, reasoningEffort, prompt }: Parameters<BoxedProgram["start"]>[0],
): ReturnType<BoxedProgram["start"]> => ({
  command: ["sh", "-c", line],
  env: {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: "in-a-box",
    ANTHROPIC_BASE_URL: baseUrl.replace(/\/v1$/, ""),
    ANTHROPIC_API_KEY: "in-a-box",
    CODING_AGENT_MODEL: model,
    CODING_AGENT_EFFORT: reasoningEffort ?? "",
    CODING_AGENT_PROMPT: prompt,
  },
  input: prompt,
});

const read: BoxedProgram["read"] = (line) => ({ say: line, final: line });
