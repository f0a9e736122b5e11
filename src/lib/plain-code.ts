// JavaScript without what a reader sees and a machine does not: comments and layout.

export interface PlainCode {
  /** As short as can be without changing a name or a statement: equal texts are equal programs. */
  bare: string;
  /** One statement a line, in one layout: for comparing line by line. */
  formatted: string;
}

/**
 * null where it can't be read as JavaScript. Nothing of it is resolved or run. For code that was stripped of its types:
 * what is nested too deep for esbuild (some hundred thousand) has not come through that.
 */
export async function plainCode(code: string): Promise<PlainCode | null> {
  const { transform } = await import("esbuild");
  const common = { loader: "js", legalComments: "none", target: "esnext", logLevel: "silent" } as const;
  try {
    const [bare, formatted] = await Promise.all([
      transform(code, { ...common, minifyWhitespace: true }),
      transform(code, common),
    ]);
    return { bare: bare.code, formatted: formatted.code };
  } catch {
    return null;
  }
}

/** Whether two programs differ in comments and layout at most; false where that can't be told. */
export async function isSameProgram(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([plainCode(one), plainCode(other)]);
  return first !== null && first.bare === second?.bare;
}
