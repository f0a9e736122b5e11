import { describe, expect, test } from "vitest";
import { whatItTakes } from "../../../../src/compare/statistics/needed.ts";

const base = { confidence: 0.95, power: 0.8 };

describe("tasks that are needed", () => {
  // G*Power 3.1, paired t test, two-sided 5 %, power 80 %.
  test.each([
    [0.2, 199],
    [0.5, 34],
    [0.8, 15],
    [1.5, 6],
  ])("for an effect of %d standard deviations are those of the tables: %i", (effect, expected) => {
    const noise = { perTask: 1 / effect ** 2, within: null, withinNow: null };
    expect(whatItTakes({ ...base, noise, tasks: 10, difference: 1 })).toMatchObject({ tasks: expected, trials: null });
  });

  test("are not known without spread", () => {
    const noise = { perTask: 0, within: 0, withinNow: 0 };
    expect(whatItTakes({ ...base, noise, tasks: 10, difference: 0.1 })).toEqual({
      ...{ difference: 0.1, power: 0.8, tasks: null, trials: null },
    });
  });

  test("are found for a difference that is tiny", () => {
    const noise = { perTask: 0.5, within: null, withinNow: null };
    // (1.95996 + 0.84162)² · 0.5 / 0.001²
    expect(whatItTakes({ ...base, noise, tasks: 10, difference: 0.001 }).tasks).toBeCloseTo(3_924_440, -2);
  });

  test("are not asked for no difference", () => {
    const noise = { perTask: 1, within: null, withinNow: null };
    expect(() => whatItTakes({ ...base, noise, tasks: 10, difference: 0 })).toThrow(RangeError);
  });
});

describe("trials that are needed", () => {
  test("bring the luck of single trials down to what the difference bears", () => {
    // n = 30, t(.975, 29) + t(.8, 29) = 2.0452 + 0.8542: allowed variance 30 · 0.01 / 8.4067 = 0.035686.
    // 0.02 is between tasks, 0.4 in one trial of each side: 0.4 / 0.015686 = 25.5.
    const noise = { perTask: 0.22, within: 0.4, withinNow: 0.2 };
    expect(whatItTakes({ ...base, noise, tasks: 30, difference: 0.1 }).trials).toBe(26);
  });

  test("may be one", () => {
    const noise = { perTask: 0.05, within: 0.05, withinNow: 0.05 };
    expect(whatItTakes({ ...base, noise, tasks: 100, difference: 0.2 }).trials).toBe(1);
  });

  test("are no number where the tasks differ too much among themselves", () => {
    const noise = { perTask: 0.3, within: 0.1, withinNow: 0.05 };
    expect(whatItTakes({ ...base, noise, tasks: 10, difference: 0.1 }).trials).toBe("no-number");
  });
});
