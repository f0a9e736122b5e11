import { describe, expect, test } from "vitest";
import { changedSystemFiles } from "../../../src/benchmarks/terminal-bench/verification/system-files.ts";
import { chooseMode, type StateLeft } from "../../../src/benchmarks/terminal-bench/verification/verification-mode.ts";
import type { OracleFacts } from "../../../src/core/trial.ts";

const alike: OracleFacts = { leavesProcesses: false, needsBox: false, changes: [] };
const needs: OracleFacts = { ...alike, leavesProcesses: true, needsBox: true };
const plain: StateLeft = { policy: "auto", copyable: true, processesLeft: false, known: null, goesOn: false };
const left = { processesLeft: true };

describe("where a state is judged", () => {
  test.each<[string, Partial<StateLeft>, string, string]>([
    ["nothing was left running", {}, "fresh", ""],
    ["nothing was left, and the oracle is judged alike in a copy", { known: alike }, "fresh", ""],
    ["nothing was left, and the oracle needs its box", { known: needs }, "shared", "judged otherwise"],
    ["something was left, and nothing is known", left, "shared", "nothing is known"],
    ["something was left that the oracle can do without", { ...left, known: alike }, "fresh, network shared", "alike"],
    ["something was left, and the oracle needs its box", { ...left, known: needs }, "shared", "judged otherwise"],
    ["the provider makes no copies", { copyable: false, known: alike }, "shared", "no copies"],
    ["the config wants it shared", { policy: "shared", known: alike }, "shared", "config"],
    ["the config wants it fresh", { policy: "fresh", ...left }, "fresh", ""],
    ["the config wants it fresh, whatever the oracle needs", { policy: "fresh", ...left, known: needs }, "fresh", ""],
    ["the config wants it fresh, and there are no copies", { policy: "fresh", copyable: false }, "shared", "no copies"],
    ["the box goes on", { goesOn: true }, "fresh, network shared", "goes on"],
    ["the box goes on, and nothing is known of what was left", { goesOn: true, ...left }, "shared", "nothing is known"],
    ["the box goes on with what was left", { goesOn: true, ...left, known: alike }, "fresh, network shared", "goes on"],
    [
      "the box goes on, and it is to be fresh",
      { goesOn: true, ...left, policy: "fresh" },
      "fresh, network shared",
      "on",
    ],
  ])("when %s", (_when, state, mode, reason) => {
    const choice = chooseMode({ ...plain, ...state });
    expect(choice.mode).toBe(mode);
    expect(choice.reasons.join()).toContain(reason);
    expect(choice.reasons).toHaveLength(mode === "fresh" ? 0 : 1);
  });
});

describe("changes that reach a verifier's programs", () => {
  const flagged = (path: string, kind: "added" | "changed" | "deleted" = "added", workdir?: string) =>
    changedSystemFiles([{ path, kind }], { workdir, expected: [] }).length === 1;

  test.each([
    ["/usr/bin/cat", "changed"],
    ["/bin/sh", "changed"],
    ["/usr/local/bin/python3", "added"],
    ["/usr/sbin/cat", "added"],
    ["/usr/bin/python3", "deleted"],
    ["/usr/lib/x86_64-linux-gnu/libc.so.6", "changed"],
    ["/lib64/ld-linux-x86-64.so.2", "changed"],
    ["/etc/ld.so.preload", "added"],
    ["/etc/profile.d/zz.sh", "added"],
    ["/etc/environment", "changed"],
    ["/root/.bashrc", "changed"],
    ["/home/ann/.profile", "added"],
    ["/usr/lib/python3/dist-packages/sitecustomize.py", "added"],
    ["/opt/venv/lib/python3.12/site-packages/x.pth", "added"],
    ["/etc/passwd", "changed"],
  ] as const)("%s, %s", (path, kind) => expect(flagged(path, kind)).toBe(true));

  test.each([
    ["/usr/bin/mytool", "added"],
    ["/usr/lib/python3/dist-packages/numpy/core.py", "added"],
    ["/usr/lib/python3.11/__pycache__/os.cpython-311.pyc", "changed"],
    ["/etc/nginx/nginx.conf", "changed"],
    ["/root/.gitconfig", "added"],
    ["/opt/app/bin/cat", "added"],
    ["/var/log/apt/history.log", "changed"],
  ] as const)("not %s, %s", (path, kind) => expect(flagged(path, kind)).toBe(false));

  test("are not the task's own work, what the oracle changes too, or a folder because of what is in it", () => {
    expect(flagged("/usr/local/bin/python3", "added", "/usr/local/bin")).toBe(false);
    expect(flagged("/usr/local/bin/python3", "added", "/")).toBe(true);
    const changes = [
      { path: "/usr/lib/ssl", kind: "changed" },
      { path: "/usr/lib/ssl/cert.pem", kind: "changed" },
      { path: "/usr/bin/cat", kind: "changed" },
    ] as const;
    expect(changedSystemFiles(changes, { workdir: undefined, expected: ["/usr/bin/cat"] })).toEqual([
      "/usr/lib/ssl/cert.pem",
    ]);
  });
});
