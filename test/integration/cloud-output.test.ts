// What a command at a cloud prints takes little of its sandbox's disk, and reaches its listener as it should.

import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SandboxSpec } from "../../src/core/sandbox.ts";
import { noFaults } from "../helpers/cloud/cloud-faults.ts";
import { openDebianBox, type TestCloud, testClouds } from "../helpers/cloud/test-clouds.ts";

const signal = new AbortController().signal;
/** Of the disk, by all that is kept of what was printed. */
const keptMb = "du -sm /var/lib/auto-harness | cut -f1";

describe.each(testClouds)("at %s", (_name, openCloud) => {
  let opened: TestCloud;
  const open = async (extra: Partial<SandboxSpec> = {}) => await openDebianBox(opened, { signal, ...extra });

  beforeAll(async () => {
    opened = await openCloud();
  });

  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
  });

  test("two gigabytes leave their head, their tail, a count and a few megabytes", async () => {
    await using box = await open();
    const command = `printf head; head -c 2000000000 /dev/zero; printf tail; ${keptMb} >/kept; echo small >&2; exit 7`;
    const result = await box.session.exec(command, { signal, maxOutputBytes: 8 });
    expect({ ...result, durationMs: 0 }).toEqual({
      ...{ exitCode: 7, stderr: "small\n", timedOut: false, droppedBytes: 2_000_000_000, durationMs: 0 },
      stdout: "head\n[2000000000 bytes dropped]\ntail",
    });
    expect(Number((await box.session.exec("cat /kept", { signal })).stdout)).toBeLessThan(16);
  }, 240_000);

  test("both streams keep their ends, at and around what is kept of them", async () => {
    await using box = await open();
    const printed = async (bytes: number, kept: number) => {
      const command = `head -c ${bytes} /dev/zero | tr '\\0' o; head -c ${bytes} /dev/zero | tr '\\0' e >&2`;
      const { stdout, stderr, droppedBytes } = await box.session.exec(command, { signal, maxOutputBytes: kept });
      const said = [stdout, stderr].map((one) => /^(o+|e+)(?:\n\[(\d+) bytes dropped\]\n(o+|e+))?$/.exec(one));
      return [...said.map((one) => [one?.[1]?.length, Number(one?.[2] ?? 0), one?.[3]?.length ?? 0]), droppedBytes];
    };
    expect(await printed(1000, 1000)).toEqual([[1000, 0, 0], [1000, 0, 0], 0]);
    expect(await printed(501, 1001)).toEqual([[501, 0, 0], [501, 0, 0], 0]);
    expect(await printed(1001, 1000)).toEqual([[500, 1, 500], [500, 1, 500], 2]);
    expect(await printed(9_000_000, 1001)).toEqual([[501, 8_998_999, 500], [501, 8_998_999, 500], 17_997_998]);
    const over = 4 * 1024 * 1024;
    expect(await printed(over + 10, over)).toEqual([[over / 2, 10, over / 2], [over / 2, 10, over / 2], 20]);
  });

  test("a command that is over its time leaves what it has printed", async () => {
    await using box = await open();
    const command = "printf head; head -c 9000000 /dev/zero; printf tail; sleep 600";
    const result = await box.session.exec(command, { signal, maxOutputBytes: 8, timeoutMs: 15_000 });
    expect(result).toMatchObject({ exitCode: null, timedOut: true, stdout: "head\n[9000000 bytes dropped]\ntail" });
  });

  test("whatever breaks, every byte of a long stream arrives once", async () => {
    const bytes = randomBytes(40_000_000);
    await using box = await open();
    await box.session.writeFile("/big", bytes, { signal });
    opened.cloud.faults.rates = { ...noFaults, dropped: 0.2 };
    try {
      const back = Buffer.from(await box.session.readFile("/big", { signal, maxBytes: bytes.length }));
      expect(back.equals(bytes)).toBe(true);
    } finally {
      opened.cloud.faults.rates = noFaults;
    }
  }, 240_000);

  test("a main process that prints without end is stopped until somebody reads, and fills no disk", async () => {
    const script = "head -c 80000000 /dev/zero; echo end >&2; read -r line; exit 6";
    await using box = await open({ main: { command: ["sh", "-c", script], attach: true } });
    const { main } = box;
    if (main === undefined) throw new Error("no main");
    const stderr = text(main.stderr);
    let most = 0;
    for (let look = 0, same = 0; same < 3; look += 1) {
      const kept = Number((await box.session.exec(keptMb, { signal })).stdout);
      same = kept === most && look > 3 ? same + 1 : 0;
      most = Math.max(most, kept);
      await sleep(100);
    }
    expect(most).toBeLessThan(60);
    let length = 0;
    for await (const chunk of main.stdout.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length;
      if (length === 80_000_000) break;
    }
    expect(Number((await box.session.exec(keptMb, { signal })).stdout)).toBeLessThan(60);
    main.stdin.end("go\n");
    expect(await main.exited).toEqual({ exitCode: 6, outOfMemory: false });
    expect(await stderr).toBe("end\n");
  }, 240_000);
});
