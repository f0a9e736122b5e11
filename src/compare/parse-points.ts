import { HarnessError } from "../core/fault.ts";

/**
 * A difference in percentage points, such as "-3pt", as a fraction: −0.03. The unit must be there, because −3 and −0.03
 * are both written for it. Throws config "flag-invalid".
 */
export function parsePoints(text: string, flag: string): number {
  const number = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)) ?pt$/.exec(text.trim())?.[1];
  const points = Number(number);
  if (number !== undefined && Math.abs(points) <= 100) return points / 100;
  throw new HarnessError({
    fault: "config",
    code: "flag-invalid",
    message: `--${flag} ${text}: expected percentage points from -100pt to 100pt, such as -3pt`,
  });
}
