// Shapes of values that keys of several owners have.

import { z } from "zod";

export const modelName = z.string().trim().min(1, "expected the name of a model");
export const effort = z.string().trim().min(1, "expected an effort such as low, medium or high");
export const dollars = z.number().positive();

export function oneOf(names: readonly string[]) {
  return z.enum([...names]);
}
