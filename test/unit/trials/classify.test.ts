import { describe, expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import type { Verification } from "../../../src/core/verification.ts";
import { classifyError, classifyVerification } from "../../../src/trials/classify.ts";

function verification(reward: number | null, ...notes: string[]): Verification {
  return { reward, output: "", notes, timedOut: false };
}

function fault(kind: "agent" | "task" | "infrastructure" | "config"): HarnessError {
  return new HarnessError({ fault: kind, code: "some-code", message: "what happened" });
}

describe("a verified state", () => {
  test.each(["candidate", "oracle", "nop"] as const)("with a reward is scored for %s", (agent) => {
    expect(classifyVerification(verification(0), agent)).toEqual({ status: "scored", reward: 0 });
    expect(classifyVerification(verification(0.75, "a note"), agent)).toEqual({ status: "scored", reward: 0.75 });
  });

  test("without one is a question where a candidate was", () => {
    expect(classifyVerification(verification(null, "verifier: wrote no reward"), "candidate")).toBe("ask");
  });

  test.each(["oracle", "nop"] as const)("without one is the task's fault where %s was", (agent) => {
    expect(classifyVerification(verification(null, "one", "two"), agent)).toEqual({
      status: "invalid",
      reason: `the verifier gave no reward for ${agent} (one; two)`,
    });
    expect(classifyVerification(verification(null), agent)).toEqual({
      status: "invalid",
      reason: `the verifier gave no reward for ${agent} (no reason known)`,
    });
  });
});

const outside = { agent: "candidate", inBox: false } as const;
const inside = { agent: "candidate", inBox: true } as const;

describe("an error", () => {
  test.each([outside, inside])("of the infrastructure is void, also inside a SuppressedError (%j)", (where) => {
    const outcome = { status: "void", reason: "some-code: what happened" };
    expect(classifyError(fault("infrastructure"), where)).toEqual(outcome);
    expect(classifyError(new SuppressedError(fault("infrastructure"), new Error("first")), where)).toEqual(outcome);
    expect(classifyError(new SuppressedError(new Error("later"), fault("infrastructure")), where)).toEqual(outcome);
  });

  test.each([outside, inside])("of the task is invalid (%j)", (where) => {
    expect(classifyError(fault("task"), where)).toEqual({ status: "invalid", reason: "some-code: what happened" });
  });

  test.each(["sandbox-stopped", "box-broken"])(
    "of a task's box (%s) under a candidate earns that candidate 0; under nobody it is void",
    (code) => {
      const stopped = new HarnessError({ fault: "infrastructure", code, message: "it stopped" });
      const nothing = { status: "void", reason: `${code}: it stopped` };
      expect(classifyError(stopped, inside)).toEqual({ status: "scored", reward: 0 });
      expect(classifyError(stopped, outside)).toEqual(nothing);
      expect(classifyError(stopped, { agent: "nop", inBox: true })).toEqual(nothing);
      expect(classifyError(stopped, { agent: "oracle", inBox: true })).toEqual(nothing);
    },
  );

  test("of a box that never gets ready is the task's for oracle and nop, once it has been tried often enough", () => {
    const unready = new HarnessError({ fault: "infrastructure", code: "box-unhealthy", message: "not ready" });
    const [nothing, wrong] = (["void", "invalid"] as const).map((status) => ({
      status,
      reason: "box-unhealthy: not ready",
    }));
    expect(classifyError(unready, { agent: "oracle", inBox: false })).toEqual(nothing);
    expect(classifyError(unready, { agent: "oracle", inBox: false, last: true })).toEqual(wrong);
    expect(classifyError(unready, { agent: "nop", inBox: false, last: true })).toEqual(wrong);
    expect(classifyError(unready, { agent: "candidate", inBox: false, last: true })).toEqual(nothing);
  });

  test.each([
    ["a config fault", fault("config")],
    ["an agent's fault, which is no error of a trial", fault("agent")],
    ["a bug", new TypeError("undefined is not a function")],
    ["an abort", new DOMException("interrupted", "AbortError")],
  ])("is thrown on when it is %s", (_words, error) => {
    expect(() => classifyError(error, inside)).toThrow(error);
    expect(() => classifyError(error, outside)).toThrow(error);
  });
});
