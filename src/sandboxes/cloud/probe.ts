// Whether a cloud answers at all: asked quickly, and again before its silence is believed.

import { HarnessError } from "../../core/fault.ts";
import type { CloudService } from "./machines.ts";

const attempts = 3;
const timeoutMs = 8_000;

/** Throws what cloudRetry does; a refusal for now is an answer. */
export async function probeCloud<Sandbox>(
  service: Pick<CloudService<Sandbox>, "call" | "look">,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const answered = new Error("it answers, and refuses for now");
  const look = async (limit: AbortSignal) => void (await service.look(limit));
  try {
    await service.call("answer", look, {
      ...{ signal, attempts, timeoutMs },
      onTrouble: ({ kind }) => {
        if (kind === "rate-limited") throw answered;
      },
    });
  } catch (error) {
    const refused = error instanceof HarnessError && error.code === "cloud-rate-limited";
    if (error !== answered && !refused) throw error;
  }
}
