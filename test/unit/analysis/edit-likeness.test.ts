import { describe, expect, test } from "vitest";
import { editLikeness } from "../../../src/analysis/edit-likeness.ts";

const before = ["const rules = `You are an engineer.", "- Read before you write.`;", "const steps = 80;", ""].join(
  "\n",
);

function edit(from: string, to: string, base = before) {
  return { before: base, after: base.replace(from, to) };
}

const planned = edit("- Read before", "- Write a plan of every requirement before you act.\n- Read before");

describe("two edits", () => {
  test("that are the same are wholly alike, also on another agent", () => {
    expect(editLikeness(planned, planned)).toBe(1);
    const other = edit(
      "- Read before",
      "- Write a plan of every requirement before you act.\n- Read before",
      `${before}const more = 1;\n`,
    );
    expect(editLikeness(planned, other)).toBe(1);
  });

  test("that differ in a word are mostly alike", () => {
    const other = edit("- Read before", "- Write a list of every requirement before you act.\n- Read before");
    expect(editLikeness(planned, other)).toBeGreaterThan(0.6);
    expect(editLikeness(planned, other)).toBeLessThan(1);
  });

  test("of other places have little in common", () => {
    expect(editLikeness(planned, edit("80", "40"))).toBe(0);
  });

  test("that go opposite ways are not alike", () => {
    expect(editLikeness(planned, { before: planned.after, after: planned.before })).toBe(0);
  });

  test("of which one changes nothing are not alike", () => {
    expect(editLikeness(planned, { before, after: before })).toBe(0);
    expect(editLikeness({ before, after: before }, { before, after: before })).toBe(0);
  });

  test("that set one constant to other values stay below what is said", () => {
    expect(editLikeness(edit("80", "40"), edit("80", "60"))).toBeLessThan(0.6);
  });
});
