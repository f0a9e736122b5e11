import { invalidSource } from "../source.ts";

export interface CsvRecord {
  /** 1-based, where the record begins: a quoted cell may hold line ends. */
  line: number;
  cells: string[];
}

/**
 * RFC 4180: commas, cells in double quotes may hold commas, line ends and doubled quotes. Strict: a quote that is not
 * closed, text after a closing quote, and a quote within a bare cell are refused with config "compare-source-invalid" and
 * the line. Empty lines are skipped; a byte order mark is no part of the first cell.
 */
export function parseCsv(text: string, file: string): CsvRecord[] {
  const reader = new Reader(text.replace(/^\uFEFF/, ""), file);
  const records: CsvRecord[] = [];
  while (!reader.atEnd) {
    const { line } = reader;
    const cells = reader.record();
    if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
  }
  return records;
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  line = 1;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Up to its line end, which is taken, too. */
  record(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#text[this.#at] === '"' ? this.#quoted() : this.#bare());
      if (this.#text[this.#at] === ",") {
        this.#at += 1;
        continue;
      }
      this.#lineEnd();
      return cells;
    }
  }

  #bare(): string {
    const end = /[,\r\n]|$/g;
    end.lastIndex = this.#at;
    const cell = this.#text.slice(this.#at, end.exec(this.#text)?.index);
    if (cell.includes('"')) throw this.#wrong(`a quote within ${JSON.stringify(cell)}: quote the whole cell`);
    this.#at += cell.length;
    return cell;
  }

  #quoted(): string {
    const begin = this.line;
    let cell = "";
    for (;;) {
      const close = this.#text.indexOf('"', this.#at + 1);
      if (close === -1) throw invalidSource(this.#file, begin, "a quoted cell that is not closed");
      const part = this.#text.slice(this.#at + 1, close);
      this.line += part.split("\n").length - 1;
      cell += part;
      this.#at = close + 1;
      if (this.#text[this.#at] !== '"') break;
      cell += '"';
    }
    const next = this.#text[this.#at];
    if (next === undefined || next === "," || next === "\r" || next === "\n") return cell;
    throw this.#wrong("text after a closing quote");
  }

  #lineEnd(): void {
    if (this.#text[this.#at] === "\r") this.#at += 1;
    if (this.#text[this.#at] === "\n") this.#at += 1;
    this.line += 1;
  }

  #wrong(problem: string): Error {
    return invalidSource(this.#file, this.line, problem);
  }
}
