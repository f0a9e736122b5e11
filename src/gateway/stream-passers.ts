// How events pass: byte for byte where box and upstream speak the same, else translated.

import { asArray, field, type Json } from "./json.ts";
import type { StreamPasser } from "./pass-stream.ts";
import { chatTokens } from "./protocols/chat.ts";
import type { ProtocolSpec } from "./protocols/protocol.ts";
import type { StreamTranslator } from "./translate/translator.ts";

export const asItIs: StreamPasser = { pass: ({ raw }) => [raw], end: () => [] };

/** Without the chunk that a chat completion's usage alone stands in, for boxes that have not asked for it. */
export const withoutUsage: StreamPasser = {
  pass({ raw }, parsed) {
    const alone = chatTokens(parsed) !== undefined && asArray(field(parsed, "choices")).length === 0;
    return alone ? [] : [raw];
  },
  end: () => [],
};

export function translated(translator: StreamTranslator, box: ProtocolSpec): StreamPasser {
  const encoded = (events: readonly Json[]) => events.map((event) => box.encode(event));
  return {
    // Comments, keep-alives and chat's last word say nothing.
    pass: (_event, parsed) => (parsed === undefined ? [] : encoded(translator.push(parsed))),
    end: () => [...encoded(translator.end()), ...(box.end.length === 0 ? [] : [box.end])],
  };
}
