import { expect, test } from "vitest";
import { secretFlags } from "../../../src/sandboxes/docker/build.ts";

test("a secret's value is never among the arguments", () => {
  const { flags, env } = secretFlags({ ca: { file: "/etc/ca.pem" }, "pip-index": { value: "https://a:b@c/simple" } });
  expect(flags).toEqual([
    "--secret",
    "id=ca,type=file,src=/etc/ca.pem",
    "--secret",
    "id=pip-index,type=env,env=AUTO_HARNESS_BUILD_SECRET_1",
  ]);
  expect(env).toEqual({ AUTO_HARNESS_BUILD_SECRET_1: "https://a:b@c/simple" });
});

test("a path may hold commas and quotes", () => {
  expect(secretFlags({ ca: { file: '/a, "b".pem' } }).flags).toEqual([
    "--secret",
    'id=ca,type=file,"src=/a, ""b"".pem"',
  ]);
});

test("no secrets, no flags", () => {
  expect(secretFlags({})).toEqual({ flags: [], env: {} });
});
