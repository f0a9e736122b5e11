import type { Estimated } from "../../src/plan/characteristics.ts";
import type { ScreenedRow } from "./screen-candidates.ts";

/** A Markdown table; ± is one standard error. */
export function renderScreened(rows: readonly ScreenedRow[]): string[] {
  const share = ({ mean, error }: Estimated) => `${(100 * mean).toFixed(1)} ± ${(100 * error).toFixed(1)} %`;
  const runs = ({ mean, error }: Estimated) => `${mean.toFixed(1)} ± ${error.toFixed(1)}`;
  const cells = rows.map(({ difference, stated, aim, alone, screened, stopped }) => [
    `+${(100 * difference).toFixed(0)}`,
    `${stated}`,
    difference === 0 ? "–" : `${(100 * aim).toFixed(0)} %`,
    share(alone.accepted),
    share(screened.accepted),
    share(stopped),
    runs(alone.runs),
    runs(screened.runs),
  ]);
  const head = [
    "points",
    "stated",
    "aimed",
    "accepted alone",
    "accepted screened",
    "stopped",
    "runs alone",
    "runs screened",
  ];
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...cells.map(line)];
}
