// A box's protocol over an upstream that does not speak it.

import type { Json } from "../json.ts";

export interface Translator {
  /** The box's request as the upstream wants it. Throws NotTranslatable. */
  request(body: Json): Json;
  /** The upstream's whole answer to that request as the box wants it. */
  answer(answer: Json, body: Json): Json;
  /** Of one streamed answer to that request. */
  stream(body: Json): StreamTranslator;
}

/** Events go in as they come, and come out as soon as they are known. */
export interface StreamTranslator {
  /** Throws where the upstream's events make no sense. */
  push(event: unknown): Json[];
  /** After the last event of a stream that came to its end. */
  end(): Json[];
}

/** What a box asks for cannot be said in the upstream's protocol, or makes no sense in its own. */
export class NotTranslatable extends Error {
  override readonly name = "NotTranslatable";
}

/** Two hops: `outer` from the box's protocol to a middle one, `inner` from there to the upstream's. */
export function chained(outer: Translator, inner: Translator): Translator {
  return {
    request: (body) => inner.request(outer.request(body)),
    answer: (answer, body) => outer.answer(inner.answer(answer, outer.request(body)), body),
    stream(body) {
      const first = inner.stream(outer.request(body));
      const second = outer.stream(body);
      return {
        push: (event) => first.push(event).flatMap((middle) => second.push(middle)),
        end: () => [...first.end().flatMap((middle) => second.push(middle)), ...second.end()],
      };
    },
  };
}
