// Killing a spooled command and all that it has started.

import { setTimeout as sleep } from "node:timers/promises";
import { killScript, marker } from "../kill-script.ts";
import type { CloudBox } from "./box.ts";
import { settleSpool, spoolRoot } from "./spool-folder.ts";

const killMs = 60_000;

/** One that has not begun never does: its folder is taken. One that is just beginning has no mark yet. */
const killOnce = `
${settleSpool}
settle_spool; mkdir "$1" 2>/dev/null && exit 0
/bin/sh -c "$3" sh "$2" ""
[ -e "$1/end" ] || echo again
`;
const killsAtMost = 6;

/** Never throws: what can't be killed is said, and stays among the sandbox's processes. */
export async function killSpooled(box: CloudBox, id: string, say: (line: string) => void): Promise<void> {
  const signal = AbortSignal.any([box.closed, AbortSignal.timeout(killMs)]);
  try {
    for (let tries = 0; tries < killsAtMost; tries += 1) {
      const kill = [killOnce, "sh", `${spoolRoot}/${id}`, `${marker}=${id}`, killScript];
      const report = await box.runPlain(["/bin/sh", "-c", ...kill], signal);
      const left = /^left(.*)$/m.exec(report)?.[1]?.trim() ?? "";
      if (left !== "") say(`a command that was over its time has left processes in the sandbox: ${left}`);
      if (!/^again$/m.test(report)) return;
      await sleep(50 * 2 ** tries, undefined, { signal });
    }
  } catch (error) {
    if (!box.closed.aborted) say(`could not kill a command inside the sandbox: ${error}`);
  }
}
