import { median, percentile } from "../lib/statistics.ts";
import type { Path } from "./open-path.ts";

export interface StreamsResult {
  /** At once, over all boxes. */
  streams: number;
  boxes: number;
  /** Milliseconds that a stream takes at the provider. */
  ownMs: number;
  /** Milliseconds from a stream's request to its end. */
  medianMs: number;
  p95Ms: number;
  /** Milliseconds of the host's processor for a stream, boxes' starts not counted out. */
  hostCpuMs: number;
  /** Streams that were not whole. */
  broken: number;
}

/** A box has so many calls under way at most. */
const streamsPerBox = 50;
const pieces = 100;
const everyMs = 20;

/** All streams at once: 100 pieces, 20 ms apart. */
export async function measureStreams(path: Path, streams: number): Promise<StreamsResult> {
  const boxes = Math.ceil(streams / streamsPerBox);
  const code = (count: number) => `
    const results = await Promise.all(Array.from({ length: ${count} }, async () => {
      const began = performance.now();
      const text = await send(own, "/chat/completions", { stream: true, n: ${pieces}, top_k: ${everyMs} });
      const whole = text.endsWith("data: [DONE]\\n\\n") && text.split("\\n\\n").length >= ${pieces + 2};
      return [Math.round(performance.now() - began), whole ? 1 : 0];
    }));
    console.log(JSON.stringify(results));`;
  const counts = Array.from({ length: boxes }, (_box, index) =>
    Math.min(streamsPerBox, streams - index * streamsPerBox),
  );
  const before = process.cpuUsage();
  const lines = await Promise.all(counts.map((count) => path.play(code(count))));
  const results = lines.flatMap(([line]) => line as Array<[ms: number, whole: number]>);
  const { user, system } = process.cpuUsage(before);
  const times = results.map(([ms]) => ms);
  return {
    ...{ streams: results.length, boxes, ownMs: pieces * everyMs },
    ...{ medianMs: median(times), p95Ms: percentile(times, 0.95) },
    hostCpuMs: (user + system) / 1000 / results.length,
    broken: results.filter(([, whole]) => whole === 0).length,
  };
}
