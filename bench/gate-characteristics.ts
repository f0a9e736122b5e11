// What the default gate does to simulated agents, through gate/1 (docs/gate.md, Operating characteristics).

import { exitCodes } from "../src/core/fault.ts";
import { cells, simulate, splitSizes } from "./gate-characteristics/cells.ts";
import { drive, type Simulated } from "./gate-characteristics/drive.ts";
import { type Figure, figuresOf, isMet, nightFigure, type SplitSize } from "./gate-characteristics/figures.ts";
import { type GateProcess, openGateProcess, ourGate } from "./gate-characteristics/gate-process.ts";
import { type Night, playNight } from "./gate-characteristics/nights.ts";
import { type Characteristics, render } from "./gate-characteristics/render.ts";
import { count, parseFlags } from "./lib/flags.ts";
import type { Bench } from "./run.ts";

export const gateCharacteristics: Bench = {
  summary:
    "what the gate does to simulated agents [--decisions 800] [--nights 100] [--command 'auto-harness gate --protocol'] [--json]",
  async run(args, { signal }) {
    const { values, json } = parseFlags(args, { decisions: "800", nights: "100", command: "" });
    const options = { decisions: count("decisions", values.decisions), nights: count("nights", values.nights) };
    const command = values.command === "" ? ourGate : values.command.split(" ");
    await using gate = openGateProcess(command, { signal });
    const result = await measureCharacteristics(gate, { ...options, say: json ? undefined : console.error });
    const shown = { figures: result.figures, nights: Object.fromEntries(result.nights) };
    console.log(json ? JSON.stringify(shown, undefined, 2) : render(result).join("\n"));
    return missedFigures(result).length === 0 ? exitCodes.done : exitCodes.rejected;
  },
};

/** So few decisions of a cell say little beside their error, which is then allowed for. */
const fewDecisions = 400;

/** `decisions`: of a cell of weight 1000; `nights`: of each size of split. */
export async function measureCharacteristics(
  gate: GateProcess,
  {
    decisions,
    nights: nightCount,
    say,
  }: { decisions: number; nights: number; say?: ((line: string) => void) | undefined },
): Promise<Characteristics> {
  const figures: Figure[] = [];
  for (const cell of cells) {
    const wanted = Math.ceil((decisions * cell.weight) / 1000);
    const played = await drive(
      gate,
      times(wanted, (index) => simulate(cell, index)),
    );
    figures.push(...figuresOf(cell, played));
    say?.(`${cell.tasks} tasks, ${cell.title}: ${wanted} decisions`);
  }
  const nights = new Map<SplitSize, readonly Night[]>();
  for (const tasks of splitSizes) {
    const played = await drive(
      gate,
      times(nightCount, (index) => playNight(tasks, index)),
    );
    nights.set(tasks, played);
    figures.push(nightFigure(tasks, played));
    say?.(`${tasks} tasks: ${nightCount} nights`);
  }
  return { short: decisions < fewDecisions, figures, nights };
}

export function missedFigures({ figures, short }: Characteristics): Figure[] {
  return figures.filter((figure) => !isMet(figure, { short }));
}

function* times<Result>(wanted: number, simulation: (index: number) => Simulated<Result>): Iterable<Simulated<Result>> {
  for (let index = 0; index < wanted; index++) yield simulation(index);
}
