/** Pretty JSON for a file that is read in a diff; its first line is the object's first entry, which says what it holds. */
export function fileText(value: object): string {
  return `${JSON.stringify(value, null, 2).replace("{\n  ", "{ ")}\n`;
}
