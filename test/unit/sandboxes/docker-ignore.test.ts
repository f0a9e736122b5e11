import { expect, test } from "vitest";
import { parseDockerIgnore } from "../../../src/sandboxes/build-ignore.ts";

const kept = (rules: string, paths: string[]) => {
  const ignored = parseDockerIgnore(rules);
  return paths.filter((path) => !ignored(path));
};

test("a pattern covers what lies below, is anchored at the context, and the last match wins", () => {
  const paths = ["a", "a/b", "x/a", "a.log", "d/a.log", "keep.log", "node_modules/x/y", "q/node_modules/z"];
  expect(kept("# no\n\n/a/\n*.log\n!keep.log\n", paths)).toEqual([
    "x/a",
    "d/a.log",
    "keep.log",
    "node_modules/x/y",
    "q/node_modules/z",
  ]);
  expect(kept("**/node_modules\n**/*.log", paths)).toEqual(["a", "a/b", "x/a"]);
  expect(kept("**", paths)).toEqual([]);
  expect(kept("*\n!a/b", paths)).toEqual(["a/b"]);
});

test("question marks, classes and regular expression characters are taken as Go takes them", () => {
  expect(kept("?.txt\n[ab]*.md\nc+.x", ["1.txt", "12.txt", "axx.md", "c.md", "c+.x", "cc.x"])).toEqual([
    "12.txt",
    "c.md",
    "cc.x",
  ]);
});
