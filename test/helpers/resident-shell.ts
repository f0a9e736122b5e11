// A shell that stays in a container and runs one command after the other: a `docker exec` for each takes ten times as long.

import { createInterface } from "node:readline";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { streamsOf } from "../../src/sandboxes/docker/main.ts";
import { quoted } from "../../src/sandboxes/dockerfile-words.ts";

export interface ResidentShell extends Disposable {
  /** As it is, without a shell. Commands that are asked for at once run in the order of asking. */
  run(command: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }>;
}

const limitMs = 120_000;
const loop = `
out=$(mktemp) err=$(mktemp)
while read -r line; do
  eval "$(echo "$line" | base64 -d)" </dev/null >"$out" 2>"$err"
  echo "$? $(base64 -w0 "$out"),$(base64 -w0 "$err")"
done
`;

export async function openResidentShell(
  container: Dockerode.Container,
  env: Readonly<Record<string, string>> = {},
): Promise<ResidentShell> {
  const exec = await container.exec({
    ...{ Cmd: ["sh", "-c", loop], AttachStdin: true, AttachStdout: true, AttachStderr: true },
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
  });
  const streams = streamsOf((await exec.start({ hijack: true, stdin: true })) as Duplex);
  streams.stderr.resume();
  const answers = createInterface({ input: streams.stdout })[Symbol.asyncIterator]();
  const ask = async (command: readonly string[]) => {
    streams.stdin.write(`${Buffer.from(command.map(quoted).join(" ")).toString("base64")}\n`);
    const late = new AbortController();
    const answer = await Promise.race([
      answers.next(),
      sleep(limitMs, undefined, { signal: late.signal }).catch(() => undefined),
    ]).finally(() => late.abort());
    const [, code, stdout = "", stderr = ""] = /^(\d+) ([^,]*),(.*)$/.exec(String(answer?.value)) ?? [];
    if (code === undefined) throw new Error(`${command[0]} gave no answer in the container's shell`);
    const [out, err] = [stdout, stderr].map((text) => Buffer.from(text, "base64").toString("utf8"));
    return { exitCode: Number(code), stdout: out ?? "", stderr: err ?? "" };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(command) {
      const result = last.then(() => ask(command));
      last = result.catch(() => undefined);
      return result;
    },
    [Symbol.dispose]: () => streams[Symbol.dispose](),
  };
}
