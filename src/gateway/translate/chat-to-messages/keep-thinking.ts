import { field, type Json } from "../../json.ts";
import type { Carried } from "../carried.ts";

/** By the first call that follows: the blocks stand before it when it comes back. */
export function keepThinking(carried: Carried, blocks: readonly Json[]): void {
  const first = blocks.find((block) => block["type"] === "tool_use");
  const thinking = blocks.filter(({ type }) => type === "thinking" || type === "redacted_thinking");
  if (first !== undefined && thinking.length > 0) carried.keep(String(field(first, "id")), thinking);
}
