// Sandboxes that are only played: what takes time at a cloud takes that time, what runs inside is answered by a script.
// They stand under the stand-in of E2B where tests have containers, so that the wire is the same.

import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { feederCommand, spoolCommand } from "../../src/sandboxes/cloud/spool.ts";
import type { CloudContainer, CloudContainers, CloudProcess } from "../../test/helpers/cloud/cloud-containers.ts";
import { answerTo, newTaskState, type TaskState } from "./command-answers.ts";
import { runScriptedAgent } from "./scripted-agent.ts";

/** Milliseconds. */
export interface CloudLatency {
  create: number;
  exec: number;
}

export interface SimulatedContainers extends CloudContainers {
  /** Sandboxes that are open now, and the most that were open at once since it was last asked. */
  takeCounts(): { open: number; most: number };
}

export function simulatedContainers(latency: CloudLatency): SimulatedContainers {
  let [open, most, created] = [0, 0, 0];
  return {
    prepareImage: async () => "simulated",
    async create() {
      await sleep(latency.create);
      created += 1;
      open += 1;
      most = Math.max(most, open);
      const sandbox = new SimulatedSandbox(`simulated-${created}`, latency);
      return {
        id: sandbox.id,
        exec: async (command, options) => sandbox.exec(command, options?.stdin === true),
        run: async () => {
          throw new Error("a simulated sandbox keeps no files");
        },
        async [Symbol.asyncDispose]() {
          if (sandbox.close()) open -= 1;
        },
      };
    },
    leftovers: async () => [],
    takeCounts() {
      const counts = { open, most };
      most = open;
      return counts;
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** Where the id of a command stands among the arguments that start it. */
const idAt = feederCommand("id").indexOf("id");
const [spoolScript, feederScript] = [spoolCommand(nothing(), heard()), feederCommand("")].map((command) => command[2]);
/** Arguments before a command's variables. */
const headLength = spoolCommand(nothing(), heard()).length;

interface Outputs {
  pid: number;
  stdout: PassThrough;
  stderr: PassThrough;
}

class SimulatedSandbox implements Pick<CloudContainer, "id"> {
  readonly id: string;
  readonly #latency: CloudLatency;
  readonly #state: TaskState = newTaskState();
  readonly #gone = new AbortController();
  readonly #inputs = new Map<string, PassThrough>();
  readonly #seen = new Set<string>();
  #pid = 100;

  constructor(id: string, latency: CloudLatency) {
    this.id = id;
    this.#latency = latency;
  }

  /** Whether it was open. */
  close(): boolean {
    if (this.#gone.signal.aborted) return false;
    this.#gone.abort();
    return true;
  }

  exec(command: readonly string[], hasInput: boolean): CloudProcess {
    this.#pid += 1;
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const id = command[idAt] ?? "";
    const streams = { pid: this.#pid, stdout, stderr };
    if (command[2] === feederScript) return this.#feeder(id, streams);
    if (command[2] !== spoolScript || hasInput) {
      throw new Error(`not a command of ours: ${command.join(" ").slice(-200)}`);
    }
    if (this.#seen.has(id)) throw new Error(`the command ${id} was started twice`);
    this.#seen.add(id);
    const attached = command[idAt + 7] === "in";
    const work = attached ? this.#agent(id, stdout) : this.#command(command.slice(headLength), stdout, stderr);
    return this.#process({ ...streams, stdin: new Writable({ write: (_chunk, _encoding, done) => done() }) }, work);
  }

  async #command(args: readonly string[], stdout: PassThrough, stderr: PassThrough): Promise<number> {
    await sleep(this.#latency.exec, undefined, { signal: this.#gone.signal });
    const answer = await answerTo(args, this.#state);
    stdout.write(answer.stdout);
    stderr.write(answer.stderr);
    return answer.exitCode;
  }

  async #agent(id: string, stdout: PassThrough): Promise<number> {
    await runScriptedAgent(this.#inputOf(id), stdout, { signal: this.#gone.signal });
    return 0;
  }

  #inputOf(id: string): PassThrough {
    const input = this.#inputs.get(id) ?? new PassThrough();
    this.#inputs.set(id, input);
    return input;
  }

  /** As spool.ts has it: it says its number, and passes on what stands behind lines of number and length. */
  #feeder(id: string, { pid, stdout, stderr }: Outputs): CloudProcess {
    const target = this.#inputOf(id);
    let last = 0;
    const stdin = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        // The stand-in hands over one request at a time, and ours sends one piece in each.
        const end = chunk.indexOf(10);
        const [number = Number.NaN, length] = chunk.subarray(0, end).toString("latin1").split(" ").map(Number);
        const piece = chunk.subarray(end + 1);
        if (number !== last + 1 || piece.length !== length) {
          done(new Error(`piece ${number} of ${length} bytes after ${last}, with ${piece.length}`));
          return;
        }
        last = number;
        target.write(piece, done);
      },
    });
    const ended = new Promise<void>((resolve) => stdin.once("finish", resolve).once("error", () => resolve()));
    stdout.write(`${pid}\n`);
    return this.#process(
      { pid, stdin, stdout, stderr },
      ended.then(() => {
        target.end();
        return 0;
      }),
    );
  }

  #process(streams: Outputs & { stdin: Writable }, work: Promise<number>): CloudProcess {
    const { signal } = this.#gone;
    const gone = new Promise<number>((resolve) => {
      if (signal.aborted) resolve(137);
      else signal.addEventListener("abort", () => resolve(137), { once: true });
    });
    const exited = Promise.race([work.catch((error) => (signal.aborted ? 137 : fail(streams.stderr, error))), gone]);
    const closed = exited.then((exitCode) => {
      streams.stdout.end();
      streams.stderr.end();
      return exitCode;
    });
    return { ...streams, exited: closed, kill: async () => undefined };
  }
}

function fail(stderr: PassThrough, error: unknown): number {
  stderr.write(`${error}\n`);
  return 70;
}

function nothing() {
  return { id: "", command: [], cwd: "", user: "", bare: false, env: {}, stdin: false };
}

function heard() {
  return { out: 0, err: 0, forget: [] };
}
