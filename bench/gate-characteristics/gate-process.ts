import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/auto-harness.js", import.meta.url));

/** Whatever speaks gate/1: one request a line in, one answer a line out. */
export const ourGate: readonly string[] = [process.execPath, bin, "gate", "--protocol"];

export interface GateProcess extends AsyncDisposable {
  /** Answers in the order of the requests. Throws if the process ends, or answers one of them with an error. */
  ask(requests: readonly object[]): Promise<Array<Record<string, unknown>>>;
}

export function openGateProcess(
  [program = "", ...args]: readonly string[],
  { signal }: { signal: AbortSignal },
): GateProcess {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], signal });
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(requests) {
      child.stdin.write(`${requests.map((request) => JSON.stringify(request)).join("\n")}\n`);
      const answers: Array<Record<string, unknown>> = [];
      while (answers.length < requests.length) {
        const { done, value } = await lines.next();
        signal.throwIfAborted();
        if (done === true) throw new Error(`${program} ${args.join(" ")} ended before it had answered`);
        const answer = JSON.parse(value) as Record<string, unknown>;
        if (answer["action"] === "error") throw new Error(`the gate could not read a request: ${answer["error"]}`);
        answers.push(answer);
      }
      return answers;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = once(child, "exit");
      child.stdin.end();
      const limit = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(limit);
    },
  };
}
