// Names, times and text as Harbor writes them.

import type { TrialKeyParts } from "../../core/trial.ts";

/** Of the folder of trials that one agent ran in one step, such as it-3.test.1a2b3c4d. */
export function jobNameOf({ step, decision, agent }: TrialKeyParts): string {
  return [decision, step, agent.slice(0, 8)]
    .filter((part) => part !== "")
    .map(portable)
    .join(".");
}

/** Of a trial's folder, unique in its job: as Harbor's, with digits of the trial's key where Harbor has random ones. */
export function trialNameOf({ key, parts }: { key: string; parts: TrialKeyParts }): string {
  return `${portable(parts.task)
    .slice(0, 32)
    .replace(/[_-]+$/, "")}__${key.slice(0, 7)}`;
}

/** Candidates go by one name, and their program's digest is the version. */
export function agentName({ agent }: TrialKeyParts): string {
  return isCandidate(agent) ? "auto-harness" : agent;
}

export function agentVersion({ agent }: TrialKeyParts): string {
  return isCandidate(agent) ? agent.slice(0, 16) : "1.0.0";
}

/** Reference solution, nop and the like go by their names; a candidate by its digest. */
export function isCandidate(agent: string): boolean {
  return /^[0-9a-f]{64}$/.test(agent);
}

/** UTC with microseconds. */
export function harborTime(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000Z");
}

/** A UUID made of the first 128 bits of a hex digest. */
export function uuidOf(digest: string): string {
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function harborJson(value: unknown): string {
  return JSON.stringify(value, null, 4);
}

function portable(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "") || "_";
}
