// The models of an ADK agent: every model name leads to the box's own OpenAI-compatible endpoint. Nothing is tried twice
// here, because the gateway behind it does that; nothing is streamed, because nobody watches.

import {
  ApigeeLlm,
  BaseLlm,
  type BaseLlmConnection,
  BaseTool,
  Gemini,
  LLMRegistry,
  type LlmRequest,
  type LlmResponse,
} from "@google/adk";
import OpenAI from "openai";
import { toChatRequest } from "./adk-request.ts";
import { toLlmResponse } from "./adk-response.ts";

export interface OpenaiLlmOptions {
  model: string;
  /** null: none is asked for. */
  reasoningEffort: string | null;
  client: OpenAI;
}

/** `LlmAgent({ model: "any name" })` from here on means a model of the endpoint that OPENAI_BASE_URL names. */
export function registerOpenaiLlm({ reasoningEffort }: { reasoningEffort: string | null }): void {
  const client = new OpenAI({ maxRetries: 0 });
  class EndpointLlm extends OpenaiLlm {
    // The registry asks for the first pattern that fits: Google's own are taken over, by the same keys.
    static override readonly supportedModels: (string | RegExp)[] = [
      ...Gemini.supportedModels,
      ...ApigeeLlm.supportedModels,
      /[\s\S]*/,
    ];

    constructor({ model }: { model: string }) {
      super({ model, reasoningEffort, client });
    }
  }
  LLMRegistry.register(EndpointLlm);
}

export class OpenaiLlm extends BaseLlm {
  readonly #reasoningEffort: string | null;
  readonly #client: OpenAI;

  constructor({ model, reasoningEffort, client }: OpenaiLlmOptions) {
    super({ model });
    this.#reasoningEffort = reasoningEffort;
    this.#client = client;
  }

  /** One whole answer. A status of the endpoint's that says no is an answer with errorCode; other trouble is thrown. */
  override async *generateContentAsync(
    request: LlmRequest,
    _stream?: boolean,
    signal?: AbortSignal,
  ): AsyncGenerator<LlmResponse, void> {
    const asked = toChatRequest(request, { model: this.model, reasoningEffort: this.#reasoningEffort });
    let response: LlmResponse;
    try {
      const completion = await this.#client.chat.completions.create(asked, signal === undefined ? {} : { signal });
      response = toLlmResponse(completion, request.contents);
    } catch (error) {
      if (!(error instanceof OpenAI.APIError) || error.status === undefined) throw error;
      yield { errorCode: String(error.status), errorMessage: error.message };
      return;
    }
    answerForMissingTools(request, response);
    yield response;
  }

  override async connect(): Promise<BaseLlmConnection> {
    throw new Error("the endpoint has no live connections");
  }
}

/** ADK ends the turn on a call of a tool that there is not; the model is told instead. */
function answerForMissingTools(request: LlmRequest, { content }: LlmResponse): void {
  for (const { functionCall } of content?.parts ?? []) {
    const name = functionCall?.name;
    if (name === undefined || Object.hasOwn(request.toolsDict, name)) continue;
    const known = Object.keys(request.toolsDict).join(", ");
    const value = new MissingTool({ name, description: `there is no tool ${name}; there are: ${known || "none"}` });
    Object.defineProperty(request.toolsDict, name, { value, enumerable: false, configurable: true, writable: true });
  }
}

class MissingTool extends BaseTool {
  override async runAsync(): Promise<never> {
    throw new Error(this.description);
  }
}
