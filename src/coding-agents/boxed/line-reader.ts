import { StringDecoder } from "node:string_decoder";

const maxLineChars = 1024 * 1024;

export interface LineReader {
  push(chunk: Uint8Array): void;
  /** Gives what stands without a line's end. */
  end(): void;
}

/** Gives whole lines that are not blank; of one longer than a million characters, the beginning. */
export function lineReader(onLine: (line: string) => void): LineReader {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const give = (line: string): void => {
    if (line.trim() !== "") onLine(line);
  };
  return {
    push(chunk) {
      const lines = (rest + decoder.write(Buffer.from(chunk))).split("\n");
      rest = (lines.pop() ?? "").slice(0, maxLineChars);
      for (const line of lines) give(line);
    },
    end() {
      give(rest + decoder.end());
      rest = "";
    },
  };
}
