/** JSON as Python's `json.dumps(value, indent=4)` writes it: what a published prompt looked like to the model. */
export function pythonJson(value: unknown): string {
  return JSON.stringify(value, null, 4).replace(
    /[^\n -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
