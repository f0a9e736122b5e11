import { describe, expect, it } from "vitest";
import { ChannelError } from "../../../src/channel/channel-error.ts";
import { encodeFrame, type Frame, FrameDecoder, fromBox, toBox } from "../../../src/channel/frames.ts";

const small = { headerBytes: 64, bodyBytes: 32 };

describe("frames", () => {
  it("come out as they went in, however the stream is cut", () => {
    const random = generator(7);
    for (let round = 0; round < 200; round++) {
      const sent = Array.from({ length: 1 + (random() % 5) }, (_, n) => ({
        header: { n, text: "ä€😀\u0000".repeat(random() % 50) },
        body: Buffer.from(Array.from({ length: random() % 300 }, () => random() % 256)),
      }));
      const bytes = Buffer.concat(sent.map(({ header, body }) => encodeFrame(header, body)));
      const decoder = new FrameDecoder(fromBox);
      const received: Frame[] = [];
      for (let at = 0; at < bytes.byteLength; ) {
        const size = 1 + (random() % (round % 2 === 0 ? 7 : 400));
        received.push(...decoder.push(bytes.subarray(at, at + size)));
        at += size;
      }
      expect(received.map(({ header, body }) => ({ header, body: Buffer.from(body) }))).toEqual(sent);
      expect(decoder.idle).toBe(true);
    }
  });

  it("are not given before they are whole", () => {
    const bytes = encodeFrame({ a: 1 }, Buffer.from("body"));
    const decoder = new FrameDecoder(fromBox);
    expect([...decoder.push(bytes.subarray(0, -1))]).toEqual([]);
    expect(decoder.idle).toBe(false);
    expect([...decoder.push(bytes.subarray(-1))]).toHaveLength(1);
  });

  it.each([
    ["header", encodeFrame({ text: "x".repeat(100) }, undefined, toBox)],
    ["body", encodeFrame({}, Buffer.alloc(33), toBox)],
  ])("over the limit of the %s are refused at their lengths, before anything is kept", (_part, bytes) => {
    expect(codeOf(() => [...new FrameDecoder(small).push(bytes.subarray(0, 10))])).toBe("overlong-frame");
  });

  it("over the limit are not encoded", () => {
    expect(() => encodeFrame({ text: "x".repeat(100) }, undefined, small)).toThrow(RangeError);
    expect(() => encodeFrame({}, Buffer.alloc(33), small)).toThrow(RangeError);
  });

  it.each([
    ["text", Buffer.from("hello, this is not a frame at all")],
    ["one wrong byte", Buffer.from([0])],
    ["a header that is not JSON", raw("{]")],
    ["a header that is not UTF-8", raw(Buffer.from([0x22, 0xff, 0x22]))],
    ["a header without content", raw("")],
    ["JSON nested to overflow a stack", raw("[".repeat(100_000) + "]".repeat(100_000))],
  ])("refuse %s as malformed", (_what, bytes) => {
    expect(codeOf(() => [...new FrameDecoder(fromBox).push(bytes)])).toBe("malformed-frame");
  });

  it("survive random bytes with a typed error or with patience", () => {
    const random = generator(11);
    for (let round = 0; round < 500; round++) {
      const decoder = new FrameDecoder(small);
      const noise = Buffer.from(Array.from({ length: 200 }, () => random() % 256));
      // Half of the rounds start like a frame.
      if (round % 2 === 0) noise.set(encodeFrame({}).subarray(0, 2));
      expect(["malformed-frame", "overlong-frame", undefined]).toContain(codeOf(() => [...decoder.push(noise)]));
    }
  });
});

function raw(header: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(header as string);
  const preamble = Buffer.alloc(10);
  encodeFrame({})
    .subarray(0, 2)
    .forEach((byte, at) => {
      preamble[at] = byte;
    });
  preamble.writeUInt32BE(bytes.byteLength, 2);
  return Buffer.concat([preamble, bytes]);
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ChannelError) return error.code;
    throw error;
  }
}

/** A linear congruential generator: the same cases every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
