import type { Verification } from "../../core/verification.ts";
import type { CommandTask } from "./load.ts";
import type { RewardReading } from "./reward-of.ts";

const outputTail = 4000;

/** What a program has said of its task, once it has ended or its time is over. */
export function verificationOf(
  task: Pick<CommandTask, "verifierTimeoutMs">,
  program: { reading(): RewardReading; log(): string },
  { timedOut }: { timedOut: boolean },
): Verification {
  const { reward, notes } = program.reading();
  const limit = timedOut ? [`program: its ${task.verifierTimeoutMs / 1000} s were over`] : [];
  return {
    reward: timedOut ? null : reward,
    output: program.log().slice(-outputTail),
    notes: [...limit, ...notes],
    timedOut,
  };
}
