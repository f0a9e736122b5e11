import type Dockerode from "dockerode";

/**
 * One GET of the engine's API with a signal, which dockerode's own methods do not all take. Resolves with the parsed
 * answer; rejects as dockerode does, the HTTP code in `statusCode`.
 */
export function engineGet(docker: Dockerode, path: string, { signal }: { signal: AbortSignal }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    docker.modem.dial({ path, method: "GET", statusCodes: { 200: true }, abortSignal: signal }, (error, result) => {
      if (error === null || error === undefined) resolve(result);
      else reject(error);
    });
  });
}

/** What the engine says, without dockerode's prefix. */
export function engineWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/^\(HTTP code \d+\) [a-z ]+ - /, "").trim();
}

export function statusCodeOf(error: unknown): number | undefined {
  const code = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  return typeof code === "number" ? code : undefined;
}
