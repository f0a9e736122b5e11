import { isReward } from "./read-line.ts";

export interface RewardReading {
  reward: number | null;
  /** Why there is none, or what was not taken. */
  notes: readonly string[];
}

/**
 * The reward of a task from all its program's lines of rewards. There is one only where the program has named it once,
 * from 0 to 1, and has ended by itself with exit code 0.
 */
export function rewardOf(
  id: string,
  given: readonly Readonly<Record<string, unknown>>[],
  exit: { exitCode: number; outOfMemory: boolean } | null,
): RewardReading {
  const own = given.filter((rewards) => Object.hasOwn(rewards, id)).map((rewards) => rewards[id]);
  const others = [...new Set(given.flatMap(Object.keys))].filter((key) => key !== id);
  const notes =
    others.length === 0 ? [] : [`program: gave rewards to what was not asked: ${others.slice(0, 5).join(", ")}`];
  const none = (why: string): RewardReading => ({ reward: null, notes: [...notes, `program: ${why}`] });
  if (exit === null) return none("was stopped before it ended");
  if (exit.outOfMemory) return none("ran out of memory");
  if (exit.exitCode !== 0) return none(`exited ${exit.exitCode}${exitHint(exit.exitCode)}`);
  if (own.length === 0) return none(`printed no line {${JSON.stringify(id)}: reward}`);
  if (own.length > 1) return none(`gave ${own.length} rewards to ${id}; expected one line`);
  const [reward] = own;
  if (!isReward(reward)) {
    return none(`gave ${id} ${JSON.stringify(reward)?.slice(0, 100)}; expected a number from 0 to 1, or null`);
  }
  return reward === null ? none(`gave ${id} null`) : { reward, notes };
}

function exitHint(exitCode: number): string {
  if (exitCode === 127) return ": run_command's program is not in its image";
  return exitCode === 126 ? ": run_command's program can't be run" : "";
}
