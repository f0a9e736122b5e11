// The rehearsal model: a deterministic program that stands for an LLM, so that the whole loop runs without a key.
// It knows tasks (their playbooks) and reacts to what the agent's prompt, tools and limits really are.

import { z } from "zod";
import type { ModelRequest, ModelResponse, Upstream } from "../../core/model.ts";
import { canonicalJson, sha256 } from "../../lib/digest.ts";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";
import { errorResponse } from "../answers.ts";
import { completionResponse } from "./completion.ts";
import { chatSchema, normalised, textOf } from "./conversation.ts";
import { loadPlaybooks, type Playbook } from "./playbook.ts";
import { nextReply, type Reply } from "./replay.ts";
import { toolboxOf } from "./tools.ts";

/** Raised whenever the program answers the same request in another way. */
const version = 1;

/** Reads `<playbooks>/<task>/{rehearsal.toml,instruction.md}`. Throws config "no-playbooks" or "playbook-invalid". */
export async function openRehearsalUpstream({ playbooks }: { playbooks: string }): Promise<Upstream> {
  return rehearsalUpstream(await loadPlaybooks(playbooks));
}

export function rehearsalUpstream(playbooks: readonly Playbook[]): Upstream {
  return {
    name: "rehearsal",
    digest: sha256(canonicalJson({ version, playbooks })),
    async complete(request, { signal, seed }) {
      signal.throwIfAborted();
      return answer(request, playbooks, seed);
    },
  };
}

function answer(request: ModelRequest, playbooks: readonly Playbook[], seed: string): ModelResponse {
  const text = Buffer.from(request.body).toString();
  const parsed = chatSchema.safeParse(jsonOrUndefined(text));
  if (!parsed.success) return errorResponse(400, "invalid_request", z.prettifyError(parsed.error));
  const { model, messages, tools, tool_choice, stream, stream_options } = parsed.data;
  const playbook = recognise(
    messages.filter(({ role }) => role !== "assistant" && role !== "tool").map(textOf),
    playbooks,
  );
  const toolbox = toolboxOf(tool_choice === "none" ? [] : (tools ?? []));
  const reply = playbook === undefined ? unknownTask : nextReply({ playbook, messages, toolbox, seed });
  return completionResponse(reply, {
    id: `chatcmpl-${sha256(`${seed}|${text}`).slice(0, 24)}`,
    model,
    inputChars: text.length,
    stream: stream === true,
    includeUsage: stream_options?.include_usage === true,
  });
}

const unknownTask: Reply = {
  content: "I am the rehearsal model: a program that knows the bundled tasks only, and this is none of them.",
  call: null,
};

/** The task whose whole instruction stands in what the agent said; the longest where one contains another. */
function recognise(texts: readonly string[], playbooks: readonly Playbook[]): Playbook | undefined {
  const said = normalised(texts.join("\n"));
  return playbooks
    .filter(({ instruction }) => said.includes(normalised(instruction)))
    .sort((a, b) => b.instruction.length - a.instruction.length)[0];
}
