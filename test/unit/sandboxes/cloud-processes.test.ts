import { expect, test } from "vitest";
import { keyOf, leftProcesses, parseRows } from "../../../src/sandboxes/cloud/processes.ts";
import { spoolRoot } from "../../../src/sandboxes/cloud/spool-folder.ts";

const machine = ["1 S 0 1 /sbin/init", "7 S 1 5 /usr/bin/envd", "9 S 2 3 "];
const before = new Set(parseRows(machine.join("\n")).map(keyOf));
const runner = (pid: number, id: string) => `${pid} S 7 90 /bin/sh -c … root=${spoolRoot} … sh ${id} 0 0 the rest`;
const left = (...lines: string[]) =>
  leftProcesses(parseRows([...machine, ...lines].join("\n")), { before, own: ["aa"], main: "bb" }).map(
    ({ command }) => command,
  );

test("the machine's own, what is ours and what has ended are left out", () => {
  expect(
    left(
      ...[runner(20, "aa"), "21 S 20 91 sh -c list", "22 R 21 92 tr x y"],
      ...[runner(30, "bb"), `31 S 30 91 tee -a ${spoolRoot}/bb/out`, "32 S 30 91 node main.js"],
      ...["40 Z 1 95 sleep 1", "41 S 2 95 "],
    ),
  ).toEqual([]);
});

test("what a command left, and what the main process or a running command started, is listed", () => {
  expect(
    left(
      ...["50 S 1 95 sleep 600", runner(30, "bb"), "32 S 30 91 node main.js", "33 S 32 92 node worker.js"],
      ...[runner(60, "cc"), "61 S 60 93 make all"],
    ),
  ).toEqual(["sleep 600", "node worker.js", "make all"]);
});

test("one that dresses up as ours is listed: an orphan's parent is the first process", () => {
  expect(left(`50 S 1 95 sh -c ${spoolRoot} sh aa 0 0`)).toEqual([`sh -c ${spoolRoot} sh aa 0 0`]);
});

test("one that has ends of lines in its command line is listed, and one that waits longer than ours do", () => {
  expect(left("50 S 1 95 sh -c a\rb", "51 S 1 95 sh -c a\u2028b")).toEqual(["sh -c a\rb", "sh -c a\u2028b"]);
  expect(left("50 S 1 95 sleep 0.107", "51 S 1 5000 tr x y")).toEqual(["sleep 0.107", "tr x y"]);
  expect(left("50 S 1 4990 sleep 0.107", "51 S 1 5000 tr x y")).toEqual(["tr x y"]);
});

test("one that has blanked its command line is listed, a thread of the kernel is not", () => {
  expect(left("50 S 1 95 ", "51 S 2 95 ", "52 Z 1 95 ")).toEqual([""]);
});

test("a later process with the number of one that was there is no old one", () => {
  expect(left("7 S 1 99 /usr/bin/envd")).toEqual(["/usr/bin/envd"]);
});
