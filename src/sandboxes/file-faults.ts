// What the files of a sandbox can't do, in the same words at every provider.

import { basename } from "node:path/posix";
import { HarnessError } from "../core/fault.ts";

export function fileNotFound(path: string, why: string, cause?: unknown): HarnessError {
  const message = `There is no file ${basename(path)} at ${path} in the sandbox: ${why}.`;
  return new HarnessError({ fault: "task", code: "file-not-found", message, cause, context: { path } });
}

export function fileTooLarge(path: string, bytes: number, maxBytes: number): HarnessError {
  const message = `${path} in the sandbox holds ${bytes} bytes, more than the ${maxBytes} that may be read.`;
  return new HarnessError({ fault: "task", code: "file-too-large", message, context: { path, bytes, maxBytes } });
}

export function pathMustBeAbsolute(path: string): HarnessError {
  const message = `A file in a sandbox is named by its absolute path, not ${path}.`;
  return new HarnessError({ fault: "config", code: "path-not-absolute", message, context: { path } });
}

export function readOnlyRoot(path: string): HarnessError {
  const message = `Nothing can be put at ${path}: the sandbox's root is read-only. Send it over the main process's streams.`;
  return new HarnessError({ fault: "config", code: "read-only-root", message, context: { path } });
}
