// Server-sent events cut out of a byte stream without changing a byte of them.

export interface SseEvent {
  /** As it came, with the blank line that ends it. */
  raw: Uint8Array;
  /** The `data:` lines joined; "" for comments and keep-alives. */
  data: string;
}

/** Longest event that is kept; more is not a chat completion. */
const maxEventBytes = 32 * 1024 * 1024;

/** Whole events as they complete; what stands after the last blank line is given at the end. Throws RangeError. */
export async function* sseEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<SseEvent> {
  for await (const batch of sseBatches(body)) yield* batch;
}

/** The same, those together that came together; no batch is empty. */
export async function* sseBatches(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly SseEvent[]> {
  let kept = Buffer.alloc(0);
  let searched = 0;
  for await (const chunk of body) {
    kept = kept.length === 0 ? Buffer.from(chunk) : Buffer.concat([kept, chunk]);
    const batch: SseEvent[] = [];
    for (let end = endOfEvent(kept, searched); end !== -1; end = endOfEvent(kept, 0)) {
      batch.push(eventOf(kept.subarray(0, end)));
      kept = kept.subarray(end);
    }
    if (kept.length > maxEventBytes) throw new RangeError(`an event of more than ${maxEventBytes} bytes`);
    searched = Math.max(0, kept.length - 3);
    if (batch.length > 0) yield batch;
  }
  if (kept.toString().trim() !== "") yield [eventOf(kept)];
}

export function sseData(value: unknown): Uint8Array {
  return Buffer.from(`data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`);
}

/** With a name, as the responses and messages protocols have them. */
export function sseEvent(name: string, value: unknown): Uint8Array {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
}

/** Index after the first blank line, LF or CRLF; -1 if there is none yet. */
function endOfEvent(bytes: Buffer, from: number): number {
  const ends = ["\n\n", "\r\n\r\n"].flatMap((blank) => {
    const at = bytes.indexOf(blank, from);
    return at === -1 ? [] : [at + blank.length];
  });
  return ends.length === 0 ? -1 : Math.min(...ends);
}

function eventOf(raw: Uint8Array): SseEvent {
  const lines = Buffer.from(raw).toString().split(/\r?\n/);
  const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, ""));
  return { raw, data: data.join("\n") };
}
