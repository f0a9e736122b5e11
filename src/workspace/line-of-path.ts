/**
 * The 1-based line on which the value at a path starts, in a text that JSON.parse accepts; where the path leads
 * nowhere, the line of the deepest value on the way.
 */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const wanted = path.map(String);
  let offset = 0;
  let found = 0;

  function skip(): void {
    while (/[\s,:]/.test(text[offset] ?? "")) offset += 1;
  }
  function scanString(): string {
    const start = offset;
    offset += 1;
    while (text[offset] !== '"') offset += text[offset] === "\\" ? 2 : 1;
    offset += 1;
    return String(JSON.parse(text.slice(start, offset)));
  }
  /** `matched` is how many parts of the path lead here, or -1 beside it. */
  function scanValue(matched: number): void {
    skip();
    if (matched > 0) found = offset;
    const open = text[offset];
    if (open === "{" || open === "[") {
      offset += 1;
      for (let index = 0; ; index += 1) {
        skip();
        if (text[offset] === "}" || text[offset] === "]") break;
        const key = open === "{" ? scanString() : String(index);
        scanValue(matched >= 0 && wanted[matched] === key ? matched + 1 : -1);
      }
      offset += 1;
    } else if (open === '"') {
      scanString();
    } else {
      while (/[^\s,\]}]/.test(text[offset] ?? ",")) offset += 1;
    }
  }

  scanValue(0);
  return text.slice(0, found).split("\n").length;
}
