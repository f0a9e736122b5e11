// A cassette as the text of its file, and back. The first line says what it holds.

import { z } from "zod";
import { redact } from "../lib/redact.ts";
import {
  type CallFailure,
  type Cassette,
  keyPartsSchema,
  type RecordedAnswer,
  type RecordedCall,
  usageSchema,
} from "./cassette.ts";
import { fileText } from "./file-text.ts";
import { packBody, unpackBody } from "./pack-body.ts";
import { packValue, unpackValue } from "./pack-value.ts";
import { RepeatedParts } from "./repeated-parts.ts";
import { eventsOf, orderOf } from "./tape-order.ts";

const holds = { train: "a train trial, version 1", test: "a TEST trial, version 1" } as const;

const packedBody = { json: z.unknown().optional(), text: z.unknown().optional(), base64: z.string().exactOptional() };
const failure = z.strictObject({ code: z.string(), message: z.string() });
const answerSchema = z.union([
  z.strictObject({ result: z.unknown(), ...packedBody, end: z.union([z.literal("cut"), failure]).exactOptional() }),
  z.strictObject({ error: failure }),
]);
const fileSchema = z.strictObject({
  cassette: z.enum([holds.train, holds.test]),
  parts: keyPartsSchema,
  reward: z.number(),
  agentEnd: z.strictObject({
    how: z.enum(["finished", "crashed", "limit", "protocol", "none"]),
    code: z.string(),
    detail: z.unknown(),
  }),
  boxEnd: z.strictObject({ how: z.enum(["finished", "crashed"]), code: z.string() }).nullable(),
  usage: usageSchema,
  notes: z.array(z.unknown()),
  start: z.unknown(),
  calls: z.array(
    z.strictObject({ method: z.string(), params: z.unknown(), ...packedBody, answer: answerSchema.nullable() }),
  ),
  order: z.string().exactOptional(),
});
type File = z.output<typeof fileSchema>;

/** Keys in a fixed order, whatever order they came in; every one of `secrets` is replaced, in bodies too. */
export function cassetteText(cassette: Cassette, { secrets }: { secrets: readonly string[] }): string {
  const text = (plain: string): string => redact(plain, secrets);
  const pack = (value: unknown): unknown => packValue(value, text);
  const { split, parts, reward, agentEnd, boxEnd, usage, notes, start, calls, events } = cassette;
  const repeated = new RepeatedParts();
  const order = orderOf(events, calls.length);
  const file = {
    cassette: holds[split],
    parts: keyPartsSchema.parse(parts),
    reward,
    agentEnd: { how: agentEnd.how, code: agentEnd.code, detail: pack(agentEnd.detail) },
    boxEnd: boxEnd === null ? null : { how: boxEnd.how, code: boxEnd.code },
    usage,
    notes: notes.map(pack),
    start: pack(start),
    calls: calls.map((call, index) => packCall(call, index + 1, repeated, text)),
    ...(order === null ? {} : { order }),
  };
  return fileText(file);
}

/** Throws SyntaxError and ZodError for what cassetteText does not make. */
export function parseCassette(source: string): Cassette {
  const file = fileSchema.parse(JSON.parse(source));
  const start = unpackValue(file.start);
  const repeated = new RepeatedParts();
  const calls = file.calls.map((call, index) => unpackCall(call, index + 1, repeated));
  const { parts, reward, boxEnd, agentEnd, usage, notes, order } = file;
  return {
    ...{ parts, reward, boxEnd, usage, calls },
    split: file.cassette === holds.test ? "test" : "train",
    agentEnd: { ...agentEnd, detail: String(unpackValue(agentEnd.detail)) },
    notes: notes.map((note) => String(unpackValue(note))),
    start: z.record(z.string(), z.unknown()).parse(start),
    events: eventsOf(order ?? null, calls),
  };
}

function packCall(
  { method, params, body, answer }: RecordedCall,
  number: number,
  repeated: RepeatedParts,
  text: (text: string) => string,
): unknown {
  const json = method === "model";
  const { json: asked, ...plain } = packBody(body, json, text);
  return {
    ...{ method, params: packValue(params, text), ...plain },
    ...(asked === undefined ? {} : { json: repeated.shorten(number, asked) }),
    answer: answer === null ? null : packAnswer(answer, json, text),
  };
}

function packAnswer(answer: RecordedAnswer, json: boolean, text: (text: string) => string): unknown {
  const failed = ({ code, message }: CallFailure) => ({ code: text(code), message: text(message) });
  if ("error" in answer) return { error: failed(answer.error) };
  const { result, body, end } = answer;
  return {
    ...{ result: packValue(result, text), ...packBody(body, json, text) },
    ...(end === "whole" ? {} : { end: end === "cut" ? end : failed(end) }),
  };
}

function unpackCall(call: File["calls"][number], number: number, repeated: RepeatedParts): RecordedCall {
  const { method, params, answer, json, ...plain } = call;
  const whole = json === undefined ? plain : { json: repeated.restore(number, json) };
  return {
    ...{ method, params: unpackValue(params), body: unpackBody(whole) },
    answer: answer === null ? null : unpackAnswer(answer),
  };
}

function unpackAnswer(answer: z.output<typeof answerSchema>): RecordedAnswer {
  if ("error" in answer) return { error: answer.error };
  const { result, end = "whole", ...body } = answer;
  return { result: unpackValue(result), body: unpackBody(body), end };
}
