// Every model call repeats the conversation so far, its tools and its prompt. A cassette keeps each part once, in the
// call that said it first, and names that call where it is said again.

import { isRecord } from "../channel/messages.ts";
import { canonicalJson } from "../lib/digest.ts";

/** `{"$as": 3}`: the same value as in call 3 (1-based). First in a list: `{"$as": 3, "items": 5}`, its first 5 items. */
const schema = { as: "$as", items: "items" } as const;

/** Shorter values are simply said again. */
const worthIt = 100;

/** How many calls back are looked at: agents that talk to several models in turn. */
const window = 8;

export class RepeatedParts {
  readonly #bodies: Array<{ call: number; body: Readonly<Record<string, unknown>> }> = [];

  /** `body` and what is returned are packed values; `call` is 1-based and grows. */
  shorten(call: number, body: unknown): unknown {
    if (!isRecord(body)) return body;
    const short = Object.entries(body).map(([key, value]) => [key, this.#shortened(key, value)] as const);
    this.#remember(call, body);
    return Object.fromEntries(short);
  }

  /** Throws SyntaxError for a name of what is not there. */
  restore(call: number, body: unknown): unknown {
    if (!isRecord(body)) return body;
    const whole = Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, this.#restored(key, value)] as const),
    );
    this.#remember(call, whole);
    return whole;
  }

  #remember(call: number, body: Readonly<Record<string, unknown>>): void {
    this.#bodies.unshift({ call, body });
    this.#bodies.splice(window);
  }

  #shortened(key: string, value: unknown): unknown {
    if (Array.isArray(value)) {
      const known = this.#bodies.map(({ call, body }) => ({ call, count: sameItems(body[key], value) }));
      const best = known.reduce((a, b) => (b.count > a.count ? b : a), { call: 0, count: 0 });
      if (JSON.stringify(value.slice(0, best.count)).length < worthIt) return value;
      return [{ [schema.as]: best.call, [schema.items]: best.count }, ...value.slice(best.count)];
    }
    const text = canonicalJson(value);
    if (text.length < worthIt) return value;
    const same = this.#bodies.find(({ body }) => body[key] !== undefined && canonicalJson(body[key]) === text);
    return same === undefined ? value : { [schema.as]: same.call };
  }

  #restored(key: string, value: unknown): unknown {
    const [first, ...rest] = Array.isArray(value) ? value : [value];
    if (!isRecord(first) || typeof first[schema.as] !== "number") return value;
    const named = this.#bodies.find(({ call }) => call === first[schema.as])?.body[key];
    if (!Array.isArray(value) && named !== undefined) return named;
    const count = first[schema.items];
    if (Array.isArray(named) && typeof count === "number" && count <= named.length) {
      return [...named.slice(0, count), ...rest];
    }
    throw new SyntaxError(`there is no ${key} of call ${first[schema.as]} that could be repeated`);
  }
}

function sameItems(known: unknown, value: readonly unknown[]): number {
  if (!Array.isArray(known)) return 0;
  const different = value.findIndex(
    (item, at) => at >= known.length || canonicalJson(item) !== canonicalJson(known[at]),
  );
  return different === -1 ? value.length : different;
}
