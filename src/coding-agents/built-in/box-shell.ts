// A shell for the built-in coding agent: what its model writes runs in a box, on a copy of the tree that goes in before a
// command and comes back after it. Opened by the first command.

import { CodingBox } from "../../channel/coding-box.ts";
import { codingBox, codingImage } from "../../channel/coding-image.ts";
import type { CodingAgentHost } from "../../core/coding-agent.ts";
import { errorResponse } from "../../gateway/answers.ts";
import { TreeExchange } from "../boxed/tree-exchange.ts";

export interface BoxShell extends AsyncDisposable {
  /** Runs a line of bash in the tree; returns what it printed and how it ended. Throws infrastructure faults. */
  run(command: string, options: { timeoutMs: number }): Promise<string>;
}

/** Of one command's output; the middle is left out where the tool answers. */
const maxOutputBytes = 4 * 1024 * 1024;

interface Opened {
  box: CodingBox;
  exchange: TreeExchange;
}

export function boxShell(host: CodingAgentHost, { tree, signal }: { tree: string; signal: AbortSignal }): BoxShell {
  const owned = new AsyncDisposableStack();
  let opened: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    const image = await codingImage({ from: { reference: "node:24-bookworm-slim" }, cacheFolder: host.cacheFolder });
    const sandbox = owned.use(await host.openBox({ ...codingBox, image }, { signal }));
    if (sandbox.main === undefined) throw new Error("a coding agent's box has an attached main process");
    const box = new CodingBox({
      main: sandbox.main,
      // Its model calls and the harness's commands are the host's own tools here.
      model: async () => errorResponse(403, "model_not_allowed", "there is no model in this box"),
      onModelCall: () => undefined,
      onCommand: async ([name]) => ({
        exitCode: 2,
        stdout: "",
        stderr: `call the tools, not ${name ?? "a program"}\n`,
      }),
    });
    owned.defer(() => box.close());
    await box.untilReady({ signal });
    return { box, exchange: new TreeExchange({ box, tree, ignore: [] }) };
  }

  return {
    async run(command, { timeoutMs }) {
      opened ??= open();
      const { box, exchange } = await opened;
      await exchange.replace({ signal });
      const answer = await runIn(box, command, { timeoutMs, signal });
      await exchange.take({ signal });
      return answer;
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function runIn(
  box: CodingBox,
  command: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<string> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let timedOut = false;
  const running = box.start(["bash", "-c", command], {
    onOutput(_stream, chunk) {
      bytes += chunk.byteLength;
      if (bytes <= maxOutputBytes) kept.push(chunk);
    },
    signal,
  });
  const timer = setTimeout(() => {
    timedOut = true;
    running.stop("SIGKILL").catch(() => undefined);
  }, timeoutMs);
  const { exitCode, signal: killedBy } = await running.end.finally(() => clearTimeout(timer));
  const text = Buffer.concat(kept).toString("utf8").trimEnd();
  const dropped = bytes > maxOutputBytes ? [`(${bytes - maxOutputBytes} bytes are left out)`] : [];
  const how = timedOut ? `(ended after ${timeoutMs / 1000} s)` : `(exit code ${exitCode ?? killedBy})`;
  return [...(text === "" ? [] : [text]), ...dropped, how].join("\n");
}
