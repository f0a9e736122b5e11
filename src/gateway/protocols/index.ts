import type { Protocol } from "../../core/model.ts";
import { chat } from "./chat.ts";
import { messages } from "./messages.ts";
import type { ProtocolSpec } from "./protocol.ts";
import { responses } from "./responses.ts";

export const protocols: Readonly<Record<Protocol, ProtocolSpec>> = { chat, responses, messages };
