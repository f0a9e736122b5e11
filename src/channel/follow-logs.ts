import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

export interface LogLimits {
  lineChars: number;
  /** Kept in all; the rest is read and dropped. */
  totalChars: number;
  /** Read in all; more is a flood. */
  floodBytes: number;
}

export const logLimits: LogLimits = { lineChars: 8192, totalChars: 256 * 1024, floodBytes: 64 * 1024 * 1024 };

export interface Logs {
  /** Settles when the stream has ended. Never rejects. */
  readonly ended: Promise<void>;
  /** The last lines, at most 4 KB, for messages. */
  tail(): string;
  /** Gives what stands without a line end and stops listening. */
  stop(): void;
}

/** Gives a box's standard error line by line within the limits; `onFlood` is called once when it is too much. */
export function followLogs(
  stderr: Readable,
  { onLine, onFlood, limits = logLimits }: { onLine: (text: string) => void; onFlood: () => void; limits?: LogLimits },
): Logs {
  const decoder = new StringDecoder("utf8");
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let line = "";
  let tail = "";
  let chars = 0;
  let bytes = 0;

  function give(text: string): void {
    if (chars > limits.totalChars) return;
    chars += text.length + 1;
    onLine(chars > limits.totalChars ? "(the rest of the log is left out)" : text);
  }

  function add(text: string): void {
    tail = (tail + text).slice(-4096);
    if (chars > limits.totalChars) return;
    const lines = (line + text).split("\n");
    line = lines.pop() ?? "";
    for (const whole of lines) give(cut(whole));
    if (line.length > limits.lineChars * 2) line = `${line.slice(0, limits.lineChars)}…`;
  }

  function cut(text: string): string {
    return text.length <= limits.lineChars ? text : `${text.slice(0, limits.lineChars)}…`;
  }

  function onData(chunk: Uint8Array): void {
    bytes += chunk.byteLength;
    if (bytes > limits.floodBytes) {
      stderr.off("data", onData);
      stderr.pause();
      onFlood();
      return;
    }
    add(decoder.write(Buffer.from(chunk)));
  }

  stderr.on("data", onData).once("end", resolve).once("close", resolve).on("error", resolve);
  return {
    ended,
    tail: () => tail,
    stop() {
      stderr.off("data", onData);
      add(decoder.end());
      if (line !== "") give(cut(line));
      line = "";
      if (bytes <= limits.floodBytes) stderr.resume();
    },
  };
}
