import { expect, test } from "vitest";
import { partBytesOf, type SpooledCommand } from "../../../src/sandboxes/cloud/spool.ts";
import { SpoolRoom } from "../../../src/sandboxes/e2b/room.ts";

const command: SpooledCommand = { id: "id", command: ["true"], cwd: "/", user: "", bare: false, env: {}, stdin: true };
const part = partBytesOf(command);
const pathsOf = (remove: readonly string[]) => remove.slice(4).map((path) => path.replace(/^.*\/id\//, ""));

test("parts are removed once their last byte is taken, each once, with one request at a time", async () => {
  const asked: string[][] = [];
  const answers: Array<() => void> = [];
  const room = new SpoolRoom(command, async (remove) => {
    asked.push(pathsOf(remove));
    await new Promise<void>((resolve) => answers.push(resolve));
  });
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  room.taken("stdout", part - 1);
  room.taken("stderr", 1);
  expect(asked).toEqual([]);
  room.taken("stdout", 1);
  expect(asked).toEqual([["out.0"]]);
  room.taken("stdout", 2 * part);
  room.taken("stderr", part);
  expect(asked).toHaveLength(1);
  await answer();
  expect(asked.slice(1)).toEqual([["out.1", "out.2", "err.0"]]);
  await answer();
  room.taken("stderr", part);
  expect(asked.slice(2)).toEqual([["err.1"]]);
  expect(room.failed.aborted).toBe(false);
});

test("a part that can't be removed is told, since its command may wait for room for ever", async () => {
  const reason = new Error("the service is gone");
  const room = new SpoolRoom(command, async () => {
    throw reason;
  });
  const failed = new Promise((resolve) => room.failed.addEventListener("abort", resolve, { once: true }));
  room.taken("stdout", part);
  await failed;
  expect(room.failed.reason).toBe(reason);
});
