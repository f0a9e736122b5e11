// `auto-harness`, `benchmark`, `gating` and `record` in a coding agent's box: passes its command line on, prints what
// comes back, and ends with its exit code.

import { request } from "node:http";
import { text } from "node:stream/consumers";
import { type CommandAnswer, commandSocket } from "./coding-commands.ts";

const call = request({ socketPath: commandSocket, method: "POST", path: "/" }, (response) => {
  text(response).then(finish, failed);
});
call.on("error", failed);
call.end(JSON.stringify(process.argv.slice(2)));

function finish(json: string): void {
  const { exitCode, stdout, stderr } = JSON.parse(json) as CommandAnswer;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
}

function failed(error: Error): void {
  process.stderr.write(`auto-harness: the harness can't be reached: ${error.message}\n`);
  process.exitCode = 3;
}
