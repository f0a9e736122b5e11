import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { resolveBaseImage } from "../../src/engine/base-images.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { runCommand } from "../../src/lib/run-command.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const signal = AbortSignal.timeout(400_000);

/** What doctor needs of this project, without the tools that only develop it. */
const leftOut = ["node", "@biomejs", "@typescript", "typescript", "@rolldown", "openai", "@esbuild", "lightningcss*"];
/** The usual way for an engine in a container, and one for hosts that lack a capability themselves. */
const ways = [
  ["--privileged"],
  [
    ...["--cap-add=ALL", "--cap-drop=SYS_RESOURCE"],
    ...["--security-opt=seccomp=unconfined", "--security-opt=apparmor=unconfined"],
    "--volume=/sys/fs/cgroup:/sys/fs/cgroup:rw",
  ],
];

async function docker(...args: string[]) {
  return runCommand(["docker", ...args], { signal });
}

async function openMachine(): Promise<AsyncDisposable & { name: string }> {
  const engine = await connectEngine({ signal });
  const image = await resolveBaseImage(engine, "node:24-bookworm-slim", { signal, say: () => undefined });
  const name = `auto-harness-test-machine-${randomBytes(4).toString("hex")}`;
  await using undo = new AsyncDisposableStack();
  undo.defer(async () => {
    await runCommand(["docker", "rm", "--force", "--volumes", name], { signal: AbortSignal.timeout(60_000) });
  });
  let last = "";
  for (const way of ways) {
    const idle = ["--init", "--volume=/var/lib/docker", image.reference, "sleep", "600"];
    const started = await docker("run", "--detach", "--name", name, ...way, ...idle);
    last = started.stderr;
    if (started.exitCode === 0) {
      const excludes = leftOut.map((it) => `--exclude=node_modules/${it}`).join(" ");
      const copy = `tar -C "$1" ${excludes} -cf - package.json src node_modules | docker cp - "$2:/opt"`;
      const copied = await runCommand(["sh", "-c", copy, "sh", root, name], { signal });
      expect(copied).toMatchObject({ exitCode: 0 });
      const kept = undo.move();
      return { name, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    }
    await docker("rm", "--force", "--volumes", name);
  }
  throw new Error(`no container that may run an engine: ${last}`);
}

const script = `
  const { doctor } = await import("/opt/src/commands/doctor.ts");
  const never = async () => { throw new Error("asked without a terminal"); };
  process.exitCode = await doctor({ fix: process.argv[1] === "fix", yes: false, json: false, interactive: false,
    signal: AbortSignal.timeout(300_000), out: console.log, ask: never, keys: [] });`;

test("doctor --fix brings an engine up on a machine that has none, twice at once, and again does nothing", async () => {
  await using machine = await openMachine();
  const doctor = (word: string) =>
    docker("exec", machine.name, "node", "--no-warnings", "--input-type=module", "-e", script, word);

  const bare = await doctor("look");
  expect(bare.exitCode).toBe(2);
  expect(bare.stdout).toContain("Missing: engine.");

  const both = await Promise.all([doctor("fix"), doctor("fix")]);
  expect(both.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
    Array(2).fill({ exitCode: 0, stderr: "" }),
  );
  const said = both.map(({ stdout }) => stdout).join("");
  expect(said.match(/install docker\.io and iptables by apt: done/g)).toHaveLength(1);
  expect(said.match(/start the engine \(dockerd\): done/g)).toHaveLength(1);

  const again = await doctor("fix");
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain("Everything that is needed is there.");
  expect(again.stdout).not.toContain("done (");
}, 400_000);
