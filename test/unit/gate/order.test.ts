import { expect, test } from "vitest";
import { orderSuite, orderTasks } from "../../../src/gate/order.ts";

const four = ["alpha", "beta", "gamma", "delta"];

test("tasks are ordered by the digest of seed, decision and name", () => {
  expect(orderTasks("42", "it-1", four)).toEqual(["delta", "gamma", "beta", "alpha"]);
});

test("the suite has an order of its own", () => {
  expect(orderSuite("42", "it-1", four)).toEqual(["delta", "alpha", "beta", "gamma"]);
});

test("another seed or decision is another order, and the order that they are given in is none", () => {
  const names = Array.from({ length: 20 }, (_, index) => `task ${index} ü`);
  const order = orderTasks("42", "it-1", names);
  expect(orderTasks("42", "it-1", names.toReversed())).toEqual(order);
  expect(orderTasks("42", "it-2", names)).not.toEqual(order);
  expect(orderTasks("43", "it-1", names)).not.toEqual(order);
});
