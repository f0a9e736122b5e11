/** Whether a value of JSON has at most so many levels of objects and arrays. */
export function nestedWithin(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== "object") return true;
  return levels > 0 && Object.values(value).every((inner) => nestedWithin(inner, levels - 1));
}
