import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { scramVerifier } from "../../../src/benchmarks/bird-interact/environment/postgres/scram-verifier.ts";

/** The conversation of RFC 7677, section 3. */
const nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
const salt = "W22ZaJ0SNY7soEsUEjb6gQ==";
const conversation = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=${salt},i=4096,c=biws,r=${nonce}`;
const proof = Buffer.from("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "base64");
const signature = "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

const hmac = (key: Uint8Array) => createHmac("sha256", key).update(conversation).digest();

it("lets in who has proved the password in RFC 7677, and proves the server to them", () => {
  const verifier = scramVerifier("pencil", { salt: Buffer.from(salt, "base64"), rounds: 4096 });
  const [, rounds, keys = ""] = verifier.split("$");
  expect(rounds).toBe(`4096:${salt}`);
  const [stored = Buffer.of(), server = Buffer.of()] = keys.split(":").map((key) => Buffer.from(key, "base64"));
  const mask = hmac(stored);
  const clientKey = proof.map((byte, index) => byte ^ (mask[index] ?? 0));
  expect(createHash("sha256").update(clientKey).digest()).toEqual(stored);
  expect(hmac(server).toString("base64")).toBe(signature);
});

it("has one round and another salt each time", () => {
  const [first, second] = [scramVerifier("pencil"), scramVerifier("pencil")];
  expect(first).toMatch(/^SCRAM-SHA-256\$1:[\w+/]{22}==\$[\w+/]{43}=:[\w+/]{43}=$/);
  expect(second).not.toBe(first);
});
