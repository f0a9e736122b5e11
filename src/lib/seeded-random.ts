import { createHash } from "node:crypto";

/** Numbers of 0 ≤ x < 1 that depend on the seed alone: sfc32 by Chris Doty-Humphrey, begun with the seed's SHA-256. */
export function seededRandom(seed: string): () => number {
  const start = createHash("sha256").update(seed).digest();
  let a = start.readInt32LE(0);
  let b = start.readInt32LE(4);
  let c = start.readInt32LE(8);
  let counter = 1;
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}
