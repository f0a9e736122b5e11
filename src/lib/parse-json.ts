const maxDepth = 100;

/**
 * JSON.parse for text from a box. Throws SyntaxError for bad JSON and for nesting deeper than 100, which would
 * overflow the stack of whoever writes the value out again.
 */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) throw new SyntaxError(`JSON is nested deeper than ${maxDepth}`);
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    }
  }
  return JSON.parse(text);
}
