import { expect, test } from "vitest";
import { type CloudBox, sandboxLost } from "../../../src/sandboxes/cloud/box.ts";
import { attachMain, inputStream } from "../../../src/sandboxes/cloud/main.ts";

const command = { id: "aa", command: ["cat"], cwd: "/", user: "", bare: false, env: {}, stdin: true };

function attached(run: (signal: AbortSignal) => Promise<number>) {
  const closed = new AbortController();
  const box: CloudBox = {
    ...{ id: "box", service: "E2B", closed: closed.signal, ended: [], helpers: new Set() },
    runSpooled: async (_command, { signal }) => await run(signal),
    runPlain: async () => "",
    upload: async () => undefined,
  };
  const openInput = () => inputStream({ send: async () => undefined, end: async () => undefined });
  return { closed, opened: attachMain(box, command, { openInput, wasShort: () => false }) };
}

test("a sandbox that the service has lost is no end of the process in it", async () => {
  const lost = sandboxLost({ service: "E2B", id: "box" }, undefined);
  const { opened } = attached(async () => await Promise.reject(lost));
  await expect(opened.main.exited).rejects.toBe(lost);
  // Whoever reads is not left waiting.
  for await (const chunk of opened.main.stdout) expect(chunk).toBeUndefined();
});

test("one that its owner closes ends as a killed process does", async () => {
  const { closed, opened } = attached(
    (signal) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true })),
  );
  closed.abort(new Error("closed"));
  expect(await opened.main.exited).toEqual({ exitCode: 137, outOfMemory: false });
});
