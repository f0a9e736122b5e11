// Where a state is judged: the decision alone.

import type { VerificationPolicy } from "../../../core/benchmark.ts";
import type { OracleFacts, VerificationMode } from "../../../core/trial.ts";

export interface StateLeft {
  policy: VerificationPolicy;
  /** The provider can make a copy of the box. */
  copyable: boolean;
  /** Processes of the agent's go on. */
  processesLeft: boolean;
  /** What the reference solution has shown; null: nothing. */
  known: OracleFacts | null;
  /** The box has work to do yet: other services need it, or another step follows. */
  goesOn: boolean;
}

export interface ModeChoice {
  mode: Exclude<VerificationMode, "separate">;
  /** Empty for "fresh". */
  reasons: string[];
}

/** The first row that fits decides; docs/verification.md has the same table. */
export function chooseMode({ policy, copyable, processesLeft, known, goesOn }: StateLeft): ModeChoice {
  const shared = (reason: string): ModeChoice => ({ mode: "shared", reasons: [reason] });
  if (policy === "shared") return shared("the config says so");
  if (!copyable) return shared("the provider makes no copies");
  if (policy === "auto" && known?.needsBox === true) {
    return shared("in a copy the reference solution is judged otherwise");
  }
  const besides: ModeChoice = { mode: "fresh, network shared", reasons: [] };
  if (goesOn && (!processesLeft || policy === "fresh" || known !== null)) {
    return { ...besides, reasons: ["the box goes on"] };
  }
  if (!processesLeft || policy === "fresh") return { mode: "fresh", reasons: [] };
  if (known === null) return shared("nothing is known of what the reference solution needs");
  return { ...besides, reasons: ["processes were left, and the reference solution is judged alike without them"] };
}
