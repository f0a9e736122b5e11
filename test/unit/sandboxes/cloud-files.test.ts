import { expect, test } from "vitest";
import { type CloudBox, sandboxLost } from "../../../src/sandboxes/cloud/box.ts";
import { getArchive, putArchive, readFile } from "../../../src/sandboxes/cloud/files.ts";

const signal = new AbortController().signal;

/** Every command of ours ends as one that was killed; `look` is the plain one. */
function boxOf(look: () => Promise<string>): CloudBox {
  return {
    ...{ id: "box", service: "E2B", closed: signal, ended: [], helpers: new Set() },
    runSpooled: async () => 137,
    runPlain: look,
    upload: async () => undefined,
  };
}

const ways: ReadonlyArray<[string, (box: CloudBox) => Promise<unknown>]> = [
  ["put", async (box) => await putArchive(box, "/", Buffer.alloc(1024), { signal })],
  ["taken", async (box) => await getArchive(box, "/logs", { signal })],
  ["read", async (box) => await readFile(box, "/logs/reward.txt", { signal })],
];

test.each(ways)("files that can't be %s are the box's doing only while it is there", async (_way, use) => {
  const broken = { fault: "infrastructure", code: "box-broken", message: expect.stringMatching(/: exit code 137$/) };
  await expect(use(boxOf(async () => ""))).rejects.toMatchObject(broken);
  const lost = sandboxLost({ service: "E2B", id: "box" }, undefined);
  await expect(use(boxOf(async () => await Promise.reject(lost)))).rejects.toBe(lost);
});
