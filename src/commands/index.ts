// The commands there are, in the order of the help.

import { adopt } from "./adopt.ts";
import { analysis } from "./analysis.ts";
import { benchmark } from "./benchmark.ts";
import { bird } from "./bird.ts";
import { check } from "./check.ts";
import { claim } from "./claim.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { doctor } from "./doctor-command.ts";
import { gate } from "./gate.ts";
import { init } from "./init.ts";
import { loop } from "./loop.ts";
import { pause } from "./pause.ts";
import { plan } from "./plan.ts";
import { prepare } from "./prepare.ts";
import { prune } from "./prune.ts";
import { record } from "./record.ts";
import { replay } from "./replay.ts";
import { results } from "./results.ts";
import { resume } from "./resume.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";
import { sweep } from "./sweep.ts";

export const commands: readonly Command[] = [
  ...[
    start,
    init,
    prepare,
    benchmark,
    analysis,
    gate,
    record,
    loop,
    status,
    pause,
    resume,
    results,
    plan,
    compare,
    check,
    replay,
    prune,
    claim,
    adopt,
    doctor,
    sweep,
    bird,
  ],
];

export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name) === true);
}
