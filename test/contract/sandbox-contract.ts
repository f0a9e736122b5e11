// What every sandbox provider keeps. Skips carry their reason.

import { randomBytes } from "node:crypto";
import { buffer, text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImageSource, Sandbox, SandboxProvider, SandboxSpec } from "../../src/core/sandbox.ts";
import { packTarEntries } from "../../src/lib/tar-entries.ts";
import { readFirstEntry, tarOfFile } from "../../src/lib/tar-file.ts";

export interface SandboxContractSetup {
  provider: SandboxProvider;
  /** With sh, and nothing that runs by itself. */
  image: ImageSource;
  owner: string;
  close: () => Promise<void>;
}

export interface SandboxContractOptions {
  name: string;
  setup: () => Promise<SandboxContractSetup>;
  /** Why the provider can't show these. */
  skips?: Partial<Record<"user" | "outOfMemory", string>>;
}

const signal = new AbortController().signal;

export function describeSandboxContract({ name, setup, skips = {} }: SandboxContractOptions): void {
  describe(`sandbox contract: ${name}`, () => {
    let context: SandboxContractSetup;
    let sandbox: Sandbox;
    const spec = (extra: Partial<SandboxSpec> = {}): SandboxSpec => ({
      image: context.image,
      labels: { owner: context.owner, job: "contract", trial: randomBytes(4).toString("hex"), role: "task" },
      network: "none",
      profile: "task",
      limits: {},
      ...extra,
    });
    const open = (extra?: Partial<SandboxSpec>) => context.provider.open(spec(extra), { signal });

    beforeAll(async () => {
      context = await setup();
      sandbox = await open({ env: { GREETING: "hello" } });
      await sandbox.session.writeFile("/data/seed", "", { signal });
    });

    afterAll(async () => {
      await sandbox?.[Symbol.asyncDispose]();
      await context?.close();
    });

    test("a command's streams are apart and its exit code is a result", async () => {
      const result = await sandbox.session.exec("printf out; printf err >&2; exit 7", { signal });
      expect({ ...result, durationMs: 0 }).toEqual({
        exitCode: 7,
        stdout: "out",
        stderr: "err",
        timedOut: false,
        droppedBytes: 0,
        durationMs: 0,
      });
    });

    test("an array runs without a shell", async () => {
      const result = await sandbox.session.exec(["printf", "%s|", "a b", "$HOME", "*"], { signal });
      expect(result.stdout).toBe("a b|$HOME|*|");
    });

    test("folders that were asked for are there when it opens, open as far as they must be", async () => {
      const folders = [
        { path: "/made", mode: 0o755 },
        { path: "/made/below it", mode: 0o777 },
        { path: "/tmp", mode: 0o700 },
      ];
      await using own = await open({ folders });
      const { stdout } = await own.session.exec("stat -c '%a %n' /made '/made/below it' /tmp", { signal });
      expect(stdout.split("\n").map((line) => line.split(" ")[0])).toEqual(["755", "777", "700", ""]);
    });

    test("a program that is not there is a non-zero result", async () => {
      const result = await sandbox.session.exec(["no-such-program"], { signal });
      expect(result.exitCode).toBeGreaterThanOrEqual(126);
    });

    test("unicode passes both ways", async () => {
      const words = "žluťoučký 🐎 漢字\n";
      await sandbox.session.writeFile("/data/words", words, { signal });
      expect((await sandbox.session.exec("cat words", { signal, cwd: "/data" })).stdout).toBe(words);
    });

    test("the environment of the sandbox and of the command reach the command", async () => {
      const result = await sandbox.session.exec('printf "$GREETING $NAME"', { signal, env: { NAME: "wörld '\"$" } });
      expect(result.stdout).toBe("hello wörld '\"$");
    });

    test("whatever a variable is called or holds reaches the command as it is, and no command line of a process", async () => {
      const env = {
        ...{
          QUOTED: 'it\'s "here" $HOME `x` \\ \n\t end\n',
          EMPTY: "",
          LONG: "l".repeat(120_000),
          "a.b-c": "odd",
          UID: "7",
        },
        ...{ PATH: "/nowhere:/usr/local/bin:/usr/bin:/bin", HOME: "/tmp", KEY: "sk-canary" },
      };
      const { stdout } = await sandbox.session.exec("cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'", { signal, env });
      expect(stdout).toContain("cat /proc/");
      expect(stdout).not.toContain("sk-canary");
      const printed = await sandbox.session.exec(["env", "-0"], { signal, env, maxOutputBytes: 1_000_000 });
      const seen = new Map(
        printed.stdout.split("\0").map((pair) => [pair.split("=", 1)[0], pair.replace(/^[^=]*=/, "")]),
      );
      for (const [name, value] of Object.entries(env)) expect([name, seen.get(name)]).toEqual([name, value]);
    });

    test("a command runs in the folder it is told", async () => {
      await sandbox.session.writeFile("/data/deep/er/mark", "here", { signal });
      expect((await sandbox.session.exec("cat mark", { signal, cwd: "/data/deep/er" })).stdout).toBe("here");
      expect((await sandbox.session.exec("true", { signal, cwd: "/data/nowhere" })).exitCode).not.toBe(0);
    });

    applicable(skips.user)("a command runs as the user it is told", async () => {
      expect((await sandbox.session.exec("id -u", { signal, user: "65534" })).stdout).toBe("65534\n");
      expect((await sandbox.session.exec("id -u", { signal, user: "nosuchuser" })).exitCode).toBe(126);
    });

    test("a binary file comes back byte for byte, with the mode it was given", async () => {
      const bytes = randomBytes(100_000);
      await sandbox.session.writeFile("/data/run.bin", bytes, { signal, mode: 0o755 });
      expect(Buffer.from(await sandbox.session.readFile("/data/run.bin", { signal })).equals(bytes)).toBe(true);
      expect((await sandbox.session.exec("test -x run.bin", { signal, cwd: "/data" })).exitCode).toBe(0);
    });

    test("a file of 20 MB travels both ways", async () => {
      const bytes = Buffer.alloc(20_000_000, randomBytes(1021));
      await sandbox.session.writeFile("/data/big", bytes, { signal });
      expect((await sandbox.session.exec("wc -c < big", { signal, cwd: "/data" })).stdout.trim()).toBe("20000000");
      expect(Buffer.from(await sandbox.session.readFile("/data/big", { signal })).equals(bytes)).toBe(true);
    });

    test("a missing file, a folder, a link and a file too large are named", async () => {
      await sandbox.session.exec("ln -s words link; ln -s /etc/passwd out", { signal, cwd: "/data" });
      const notFound = { fault: "task", code: "file-not-found" };
      for (const path of ["/data/none", "/none/none", "/data", "/data/link", "/data/out", "/data/seed/below"]) {
        await expect(sandbox.session.readFile(path, { signal }), path).rejects.toMatchObject(notFound);
      }
      await expect(sandbox.session.getArchive("/data/none", { signal })).rejects.toMatchObject(notFound);
      await sandbox.session.writeFile("/data/ten", "0123456789", { signal });
      expect((await sandbox.session.readFile("/data/ten", { signal, maxBytes: 10 })).length).toBe(10);
      await expect(sandbox.session.readFile("/data/ten", { signal, maxBytes: 9 })).rejects.toMatchObject({
        fault: "task",
        code: "file-too-large",
      });
    });

    test("an archive is unpacked below a folder and comes back with the folder's name first", async () => {
      await sandbox.session.writeFile("/data/up/first", "1", { signal });
      await sandbox.session.putArchive("/data/up", await tarOfFile("second", "22"), { signal });
      const listed = await sandbox.session.exec("cat first second", { signal, cwd: "/data/up" });
      expect(listed.stdout).toBe("122");
      const archive = await sandbox.session.getArchive("/data/up/second", { signal });
      expect(await readFirstEntry(archive, 100)).toEqual({ type: "file", content: Buffer.from("22") });
      const folder = await buffer(await sandbox.session.getArchive("/data/up", { signal }));
      expect(folder.toString("latin1")).toMatch(/^up[/\0]/);
    });

    test("putting an archive where nothing is fails by name", async () => {
      const tar = await tarOfFile("x", "x");
      await expect(sandbox.session.putArchive("/data/not/there", tar, { signal })).rejects.toMatchObject({
        code: "file-not-found",
      });
    });

    test("output over the cap keeps its head and its tail and counts the rest", async () => {
      const command = 'i=0; while [ $i -lt 20000 ]; do echo "line $i"; i=$((i+1)); done';
      const all = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join("");
      const result = await sandbox.session.exec(command, { signal, maxOutputBytes: 2000 });
      expect(result.droppedBytes).toBe(all.length - 2000);
      expect(result.stdout).toBe(`${all.slice(0, 1000)}\n[${all.length - 2000} bytes dropped]\n${all.slice(-1000)}`);
    });

    test("a command over its time is killed with its children, also those that left its session", async () => {
      const command = "echo begun; sleep 611 & (setsid sleep 612 &) ; setsid sh -c 'sleep 613 & wait' & sleep 614";
      const result = await sandbox.session.exec(command, { signal, timeoutMs: 4000 });
      expect(result).toMatchObject({ exitCode: null, timedOut: true, stdout: "begun\n" });
      expect(result.durationMs).toBeLessThan(60_000);
      const left = await sandbox.processes?.({ signal });
      expect(left?.filter((command) => /sleep 61\d/.test(command))).toEqual([]);
    });

    test.each([
      ["too long", `: ${"x".repeat(140_000)}`],
      ["no text", ": a\0b"],
    ])("a command that is %s for any kernel is a result that says so", async (_what, command) => {
      const result = await sandbox.session.exec(command, { signal });
      expect(result).toMatchObject({ exitCode: 126, stdout: "", stderr: expect.stringMatching(/argument/i) });
    });

    test("an aborted command is killed and rejects with the reason", async () => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const running = sandbox.session.exec("setsid sleep 621 & sleep 622", { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 700);
      await expect(running).rejects.toBe(reason);
      const left = await sandbox.processes?.({ signal });
      expect(left?.filter((command) => /sleep 62\d/.test(command))).toEqual([]);
      await expect(sandbox.session.exec("true", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });

    test("killing one command leaves its neighbour alone", async () => {
      const neighbour = sandbox.session.exec("sleep 2; echo done", { signal });
      await sandbox.session.exec("sleep 60", { signal, timeoutMs: 500 });
      expect((await neighbour).stdout).toBe("done\n");
    });

    test("what a command leaves running is listed, the sandbox's own processes are not", async () => {
      await using other = await open();
      expect(await other.processes?.({ signal })).toEqual([]);
      await other.session.exec("sleep 631 >/dev/null 2>&1 &", { signal });
      expect(await other.processes?.({ signal })).toEqual([expect.stringContaining("sleep 631")]);
    });

    test("what brings files while processes are listed is none of them", async () => {
      await using own = await open({ folders: [{ path: "/data", mode: 0o755 }] });
      // So many that unpacking them takes longer than a list.
      const entries = Array.from({ length: 6_000 }, (_, n) => ({
        ...{
          path: `many/${n % 100}/${n}`,
          type: "file" as const,
          mode: 0o644,
          content: Buffer.from("x"),
          linkTarget: "",
        },
      }));
      const writing = { done: false };
      const written = own.session
        .putArchive("/data", await packTarEntries(entries), { signal })
        .finally(() => Object.assign(writing, { done: true }));
      while (!writing.done) {
        expect(await own.processes?.({ signal })).toEqual([]);
        await sleep(10);
      }
      await written;
    }, 120_000);

    test("an attached main process speaks over its streams and its exit code is known", async () => {
      const script = 'while read -r line; do echo "got $line"; echo "log $line" >&2; done; exit 5';
      await using box = await open({ main: { command: ["sh", "-c", script], attach: true } });
      const { main } = box;
      if (main === undefined) throw new Error("no main");
      const [out, err] = [text(main.stdout), text(main.stderr)];
      main.stdin.write("one\n");
      main.stdin.end("två\n");
      expect(await main.exited).toEqual({ exitCode: 5, outOfMemory: false });
      expect([await out, await err]).toEqual(["got one\ngot två\n", "log one\nlog två\n"]);
    });

    test("a main process that ends at once loses none of its output", async () => {
      await using box = await open({ main: { command: ["sh", "-c", "echo quick; exit 3"], attach: true } });
      expect(await box.main?.exited).toEqual({ exitCode: 3, outOfMemory: false });
      expect(box.main && (await text(box.main.stdout))).toBe("quick\n");
    });

    test("a main process that nobody reads is stopped, and nothing is lost when somebody does", async () => {
      const script = "head -c 30000000 /dev/zero; echo end >&2";
      await using box = await open({ main: { command: ["sh", "-c", script], attach: true } });
      if (box.main === undefined) throw new Error("no main");
      const ended = await Promise.race([box.main.exited, sleep(1500, "stopped")]);
      expect(ended).toBe("stopped");
      expect(box.main.stdout.readableLength).toBeLessThan(2_000_000);
      expect((await buffer(box.main.stdout)).length).toBe(30_000_000);
      expect((await box.main.exited).exitCode).toBe(0);
    });

    test("a main process that doesn't read stops whoever writes to it", async () => {
      await using box = await open({ main: { command: ["sleep", "600"], attach: true } });
      if (box.main === undefined) throw new Error("no main");
      let flushed = 0;
      for (let i = 0; i < 300; i += 1) {
        box.main.stdin.write(Buffer.alloc(100_000), (error) => {
          if (!error) flushed += 1;
        });
      }
      await sleep(1000);
      expect(flushed).toBeLessThan(300);
      expect(box.main.stdin.writableNeedDrain).toBe(true);
    });

    test("a main process whose sandbox is closed has ended all the same, and so have its streams", async () => {
      const box = await open({ main: { command: ["sh", "-c", "echo up; exec sleep 600"], attach: true } });
      await box[Symbol.asyncDispose]();
      const end = await box.main?.exited;
      expect(end?.exitCode).not.toBe(0);
      expect(box.main && (await text(box.main.stdout))).toMatch(/^(up\n)?$/);
    });

    // On a busy machine Docker's engine loses one notice of that in a hundred.
    applicable(skips.outOfMemory)("a main process over its memory is told apart", { retry: 2 }, async () => {
      const command = ["sh", "-c", "exec tail /dev/zero"];
      await using box = await open({ main: { command, attach: true }, limits: { memoryMb: 32 } });
      expect(await box.main?.exited).toEqual({ exitCode: 137, outOfMemory: true });
    });

    test("a sandbox may be closed twice, and while a command runs in it", async () => {
      const box = await open();
      const running = box.session.exec("sleep 600", { signal });
      const seen = running.then(
        () => "ended",
        (error: unknown) => error,
      );
      await sleep(500);
      await Promise.all([box[Symbol.asyncDispose](), box[Symbol.asyncDispose]()]);
      await box[Symbol.asyncDispose]();
      expect(await seen).toMatchObject({ fault: "infrastructure", code: "sandbox-gone" });
      await expect(box.session.exec("true", { signal })).rejects.toMatchObject({ code: "sandbox-gone" });
      await expect(box.session.readFile("/data/x", { signal })).rejects.toMatchObject({ code: "sandbox-gone" });
    });

    test("a sandbox is not opened once the signal is aborted", async () => {
      const reason = new Error("too late");
      await expect(context.provider.open(spec(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}

interface Applicable {
  (name: string, body: () => Promise<void>): void;
  (name: string, options: { retry?: number }, body: () => Promise<void>): void;
}

/** What an implementation can't have is not part of its contract; the reason stands where it says so. */
export function applicable(skip: string | undefined): Applicable {
  return skip === undefined ? test : () => undefined;
}
