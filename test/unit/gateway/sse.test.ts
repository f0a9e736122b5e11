import { expect, test } from "vitest";
import { sseEvents } from "../../../src/gateway/sse.ts";

const text = ': keep-alive\n\ndata: {"a":"é"}\n\nevent: x\r\ndata: one\r\ndata: two\r\n\r\ndata: [DONE]\n\ndata: rest';

async function* split(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([1, 2, 3, 7, 1000])("events come out whole whatever the chunks, here of %i bytes", async (size) => {
  const bytes = Buffer.from(text);
  const events = [];
  for await (const event of sseEvents(split(bytes, size))) events.push(event);
  expect(events.map(({ data }) => data)).toEqual(["", '{"a":"é"}', "one\ntwo", "[DONE]", "rest"]);
  expect(Buffer.concat(events.map(({ raw }) => raw))).toEqual(bytes);
});
