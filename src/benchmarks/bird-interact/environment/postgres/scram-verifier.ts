import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/**
 * What Postgres keeps of a password, in the form that `PASSWORD '…'` takes: RFC 5803 by the keys of RFC 5802. With one
 * round, where Postgres's own has 4096: rounds slow down guessing, and ours are 192 random bits that nobody guesses. They
 * would cost the server more than making the role does, and whoever connects again. `password` is ASCII.
 */
export function scramVerifier(
  password: string,
  { salt = randomBytes(16), rounds = 1 }: { salt?: Uint8Array; rounds?: number } = {},
): string {
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyOf = (name: string) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(keyOf("Client Key")).digest();
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  return `SCRAM-SHA-256$${rounds}:${base64(salt)}$${base64(stored)}:${base64(keyOf("Server Key"))}`;
}
