// What happened in one session of a coding agent, as lines of JSON on the host; bounded and without secrets.

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";

export interface Transcript extends AsyncDisposable {
  /** `kind`: stdout, stderr, model, command, note. */
  write(kind: string, value: unknown): void;
}

const maxBytes = 16 * 1024 * 1024;
const maxLineChars = 32 * 1024;

export async function openTranscript(file: string, redact: (text: string) => string): Promise<Transcript> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const stream = createWriteStream(file, { flags: "w", mode: 0o600 });
  const closed = finished(stream).catch(() => undefined);
  const started = performance.now();
  let bytes = 0;
  return {
    write(kind, value) {
      if (bytes > maxBytes) return;
      const line = { atMs: Math.round(performance.now() - started), kind, value: shortened(value) };
      const text = `${redact(JSON.stringify(line))}\n`;
      bytes += text.length;
      stream.write(bytes > maxBytes ? '{"kind":"note","value":"the rest is left out"}\n' : text);
    },
    async [Symbol.asyncDispose]() {
      stream.end();
      await closed;
    },
  };
}

function shortened(value: unknown): unknown {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= maxLineChars ? value : `${text.slice(0, maxLineChars)}… (${text.length} characters)`;
}
