// ADK's contents as the messages of a chat. Every call gets its result, in the order in which servers want them.

import type { LlmRequest } from "@google/adk";
import type OpenAI from "openai";

type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type Contents = LlmRequest["contents"];
type Part = NonNullable<Contents[number]["parts"]>[number];
type Call = { id: string; name: string };

export function toMessages(
  contents: Contents,
  systemInstruction: NonNullable<LlmRequest["config"]>["systemInstruction"],
): Message[] {
  const system = systemText(systemInstruction);
  const messages: Message[] = system === "" ? [] : [{ role: "system", content: system }];
  let open: Call[] = [];
  contents.forEach(({ role, parts = [] }, index) => {
    const results = parts.flatMap(({ functionResponse }) => (functionResponse === undefined ? [] : [functionResponse]));
    for (const { id, name, response } of results) {
      const call = open.find((one) => one.id === id) ?? open.find((one) => one.name === name) ?? open[0];
      if (call === undefined) {
        messages.push({ role: "user", content: `[result of ${name ?? "a tool"}] ${resultText(response)}` });
        continue;
      }
      open = open.filter((one) => one !== call);
      messages.push({ role: "tool", tool_call_id: call.id, content: resultText(response) });
    }
    const rest = parts.filter(({ functionResponse }) => functionResponse === undefined);
    if (rest.length === 0) return;
    messages.push(...open.map(unanswered));
    if (role === "model") {
      const { message, calls } = toAssistant(rest, index);
      open = calls;
      if (message !== undefined) messages.push(message);
    } else {
      open = [];
      messages.push(toUser(rest));
    }
  });
  messages.push(...open.map(unanswered));
  return messages;
}

function systemText(instruction: NonNullable<LlmRequest["config"]>["systemInstruction"]): string {
  if (instruction === undefined || typeof instruction === "string") return instruction ?? "";
  const list = Array.isArray(instruction)
    ? instruction
    : "parts" in instruction
      ? (instruction.parts ?? [])
      : [instruction];
  return list.map((part) => (typeof part === "string" ? part : ((part as Part).text ?? ""))).join("\n");
}

function toAssistant(parts: readonly Part[], index: number): { message: Message | undefined; calls: Call[] } {
  const made = parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [functionCall]));
  const calls = made.map(({ id, name = "unnamed" }, at) => ({ id: id ?? `call_${index}_${at}`, name }));
  const text = textOf(parts.filter(({ thought }) => thought !== true));
  const thought = textOf(parts.filter((part) => part.thought === true));
  if (text === "" && calls.length === 0) return { message: undefined, calls };
  const message: Message & { reasoning_content?: string } = {
    role: "assistant",
    content: text === "" ? null : text,
    // Only servers that gave it see it again.
    ...(thought === "" ? {} : { reasoning_content: thought }),
    ...(calls.length === 0
      ? {}
      : {
          tool_calls: calls.map(({ id, name }, at) => ({
            ...{ id, type: "function" as const },
            function: { name, arguments: JSON.stringify(made[at]?.args ?? {}) },
          })),
        }),
  };
  return { message, calls };
}

function toUser(parts: readonly Part[]): Message {
  if (parts.every(({ inlineData }) => inlineData === undefined)) return { role: "user", content: textOf(parts) };
  return {
    role: "user",
    content: parts.map((part) => {
      const { mimeType = "", data = "" } = part.inlineData ?? {};
      if (part.inlineData === undefined) return { type: "text", text: textOf([part]) };
      if (!mimeType.startsWith("image/"))
        throw new Error(`data of the type ${mimeType} can't be given to a model here`);
      return { type: "image_url", image_url: { url: `data:${mimeType};base64,${data}` } };
    }),
  };
}

function textOf(parts: readonly Part[]): string {
  const unknown = parts.find(
    ({ text, functionCall, inlineData }) => (text ?? functionCall ?? inlineData) === undefined,
  );
  if (unknown !== undefined) {
    throw new Error(`a part with ${Object.keys(unknown).join(", ") || "nothing in it"} can't be given to a model here`);
  }
  return parts.map(({ text }) => text ?? "").join("");
}

/** ADK wraps what a tool returns when it isn't an object; a table is easier to read as it came. */
function resultText(response: Readonly<Record<string, unknown>> | undefined): string {
  const { result, ...rest } = response ?? {};
  return typeof result === "string" && Object.keys(rest).length === 0 ? result : JSON.stringify(response ?? {});
}

/** Servers refuse a call without a result. */
function unanswered({ id }: Call): Message {
  return { role: "tool", tool_call_id: id, content: "[no result]" };
}
