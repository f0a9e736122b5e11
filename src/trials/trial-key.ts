import type { TrialKeyParts } from "../core/trial.ts";
import { canonicalJson, sha256 } from "../lib/digest.ts";

/** Hex SHA-256 of everything that can change the result: a scored key is never paid for again. */
export function trialKey(parts: TrialKeyParts): string {
  return sha256(canonicalJson(parts));
}

/**
 * The trial's luck, for upstreams that have some. It leaves out what differs between machines without changing what is
 * asked (which base image was found), so that a rehearsal is the same everywhere.
 */
export function trialSeed(parts: TrialKeyParts): string {
  const { task, taskDigest, agent, model, user, step, decision, index } = parts;
  const asked = { task, taskDigest, agent, model, ...(user === undefined ? {} : { user: user.model }) };
  return sha256(canonicalJson({ ...asked, step, decision, index }));
}
