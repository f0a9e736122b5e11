import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Cassette, RecordedCall, TapeEvent } from "../../../src/cassettes/cassette.ts";
import { cassetteText, parseCassette } from "../../../src/cassettes/cassette-text.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const { parts } = trialRecord();

function cassette(calls: readonly RecordedCall[], rest: Partial<Cassette> = {}): Cassette {
  return {
    ...{ split: "train", parts, reward: 0.5, notes: ["one\ntwo"], boxEnd: { how: "finished", code: "finished" } },
    agentEnd: { how: "finished", code: "finished", detail: "" },
    usage: { calls: 2, refused: 0, inputTokens: 200, cachedTokens: 0, outputTokens: 20 },
    start: { interface: "terminal", instruction: "do\nit" },
    calls,
    events: calls.flatMap(({ answer }, call): TapeEvent[] => [
      { kind: "ask", call },
      ...(answer === null ? [] : [{ kind: "answer", call } as const]),
    ]),
    ...rest,
  };
}

function bytes(value: unknown): Uint8Array {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
}

function exec(command: string, stdout = ""): RecordedCall {
  const answer = { result: { exitCode: 0, stdout }, body: bytes(""), end: "whole" } as const;
  return { method: "exec", params: { command }, body: bytes(""), answer };
}

function model(request: unknown, reply: unknown = { choices: [] }): RecordedCall {
  const result = { status: 200, headers: { "content-type": "application/json" } };
  return {
    ...{ method: "model", params: { method: "POST", path: "/v1/chat/completions" }, body: bytes(request) },
    answer: { result, body: bytes(reply), end: "whole" },
  };
}

function again(source: Cassette): Cassette {
  return parseCassette(cassetteText(source, { secrets: [] }));
}

const long = "a line that is long enough to be worth a name of its own. ".repeat(3);

describe("a cassette comes back from its text", () => {
  const odd: RecordedCall = { method: "exec", params: null, body: bytes(""), answer: null };
  test.each<[string, readonly RecordedCall[]]>([
    ["with no call", []],
    ["with text of several lines", [exec("a\nb\n", "\n"), exec("", "c\r\nd")]],
    ["with keys like its own", [exec("x"), { ...odd, params: { $lines: ["a"], in: { $plain: { $as: 1 } } } }]],
    ["with files of any bytes", [{ ...odd, method: "upload", body: Buffer.from([0, 159, 146, 150, 10]) }]],
    ["with a file that looks like JSON, blanks included", [{ ...odd, method: "upload", body: bytes('{ "a":1.0 }\n') }]],
    ["with a byte order mark", [{ ...odd, method: "upload", body: bytes("\ufeffa") }]],
    ["with a model call that is no JSON", [model("{oops")]],
    ["with a model call that is a bare null", [model(null)]],
    ["with failures", [{ ...odd, answer: { error: { code: "file-not-found", message: "no\nfile" } } }]],
    [
      "with a body that broke off",
      [{ ...odd, answer: { result: 1, body: bytes("da"), end: { code: "c", message: "m" } } }],
    ],
    ["with a body that nobody waited for", [{ ...odd, answer: { result: 1, body: bytes("da"), end: "cut" } }]],
  ])("%s", (_title, calls) => {
    const before = cassette(calls);
    const after = again(before);
    expect(comparable(after)).toEqual(comparable(before));
  });

  test("with every repeated part where it was", () => {
    const tools = [{ name: long }];
    const first = [
      { role: "system", content: long },
      { role: "user", content: "hi" },
    ];
    const calls = [
      model({ messages: first, tools, system: long }),
      exec("between"),
      model({ messages: [...first, { role: "assistant", content: long }], tools, system: long }),
      model({ messages: [first[0]], tools: [], system: `${long}!` }),
      model({ messages: [...first, { role: "assistant", content: long }], input: long, system: { text: long } }),
    ];
    const before = cassette(calls);
    expect(comparable(again(before))).toEqual(comparable(before));
    const text = cassetteText(before, { secrets: [] });
    // In prompt, tools, answer and the changed prompts; never in what a later call only repeats.
    expect(text.split(long.trim()).length - 1).toBe(7);
  });

  test("with requests that were under way together", () => {
    const events: TapeEvent[] = [
      ...[0, 1].map((call) => ({ kind: "ask" as const, call })),
      ...[1, 0].map((call) => ({ kind: "answer" as const, call })),
    ];
    const before = cassette([exec("a"), exec("b")], { events });
    expect(cassetteText(before, { secrets: [] })).toContain('"order": "1 2 2. 1."');
    expect(again(before)).toMatchObject({ events });
  });
});

describe("its text", () => {
  test("says in its first line whose trial it holds", () => {
    const firstLine = (split: Cassette["split"]) =>
      cassetteText(cassette([], { split }), { secrets: [] }).split("\n")[0];
    expect(firstLine("train")).toBe('{ "cassette": "a train trial, version 1",');
    expect(firstLine("test")).toBe('{ "cassette": "a TEST trial, version 1",');
    expect(again(cassette([], { split: "test" })).split).toBe("test");
  });

  test("is the same whatever order keys came in, and has no secret anywhere", () => {
    const secret = "sk-very-secret";
    const binary = Buffer.concat([Buffer.from([0, 255]), Buffer.from(secret)]);
    const calls = [
      exec(`echo ${secret}`, `${secret}\n`),
      model({ [secret]: [secret] }, { text: secret }),
      { ...exec(""), method: "upload", body: binary },
      { ...exec(""), answer: { error: { code: "failed", message: secret } } },
    ];
    const turned = Object.fromEntries(Object.entries(parts).reverse()) as typeof parts;
    const source = cassette(calls, { notes: [secret], start: { instruction: secret } });
    const text = cassetteText(source, { secrets: [secret] });
    expect(cassetteText({ ...source, parts: turned }, { secrets: [secret] })).toBe(text);
    expect(text).not.toContain(secret);
    const upload = parseCassette(text).calls[2]?.body ?? new Uint8Array();
    expect(Buffer.from(upload).toString("latin1")).toBe("\u0000ÿ[redacted]");
  });
});

test.each([
  ["no JSON", "{", SyntaxError],
  ["another version", cassetteText(cassette([]), { secrets: [] }).replace("version 1", "version 2"), z.ZodError],
  ["a key that is not one", cassetteText(cassette([]), { secrets: [] }).replace('"reward"', '"score"'), z.ZodError],
  [
    "an answer in a form that is not one",
    edited((text) => text.replace('"stdout": "x"', '"stdout": { "$lines": 1 }')),
    SyntaxError,
  ],
  ["an order of other calls", edited((text) => text.replace('"calls": [', '"order": "2 1",\n"calls": [')), SyntaxError],
  [
    "a repetition of what is not there",
    edited((text) => text.replace('"json": {', '"json": { "tools": { "$as": 9 },')),
    SyntaxError,
  ],
])("text with %s is refused", (_title, text, error) => {
  expect(() => parseCassette(text)).toThrow(error);
});

function edited(edit: (text: string) => string): string {
  const text = cassetteText(cassette([exec("a", "x"), model({ model: "m" })]), { secrets: [] });
  const other = edit(text);
  if (other === text) throw new Error("nothing was edited");
  return other;
}

/** Buffers and other arrays of bytes are the same bytes. */
function comparable({ calls, ...rest }: Cassette): unknown {
  const text = (body: Uint8Array) => Buffer.from(body).toString("latin1");
  const told = (answer: RecordedCall["answer"]) =>
    answer === null || "error" in answer ? answer : { ...answer, body: text(answer.body) };
  return { ...rest, calls: calls.map((call) => ({ ...call, body: text(call.body), answer: told(call.answer) })) };
}
