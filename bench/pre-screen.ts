// What the pre-screen costs and saves (docs/pre-screen.md): simulated candidates, with and without it, judged by the
// real gate.

import { exitCodes } from "../src/core/fault.ts";
import { count, parseFlags } from "./lib/flags.ts";
import { renderScreened } from "./pre-screen/render.ts";
import { screenCandidates } from "./pre-screen/screen-candidates.ts";
import type { Bench } from "./run.ts";

export const preScreenBench: Bench = {
  summary: "accept rates and runs with and without the pre-screen [--decisions 400] [--json]",
  async run(args) {
    const { values, json } = parseFlags(args, { decisions: "400" });
    const rows = screenCandidates({ decisions: count("decisions", values.decisions) });
    console.log(json ? JSON.stringify(rows, undefined, 2) : renderScreened(rows).join("\n"));
    // It stops candidates and never makes one: no row accepts more than the gate alone does.
    return rows.every(({ screened, alone }) => screened.accepted.mean <= alone.accepted.mean)
      ? exitCodes.done
      : exitCodes.rejected;
  },
};
