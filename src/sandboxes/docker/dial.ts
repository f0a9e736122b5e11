// A call that dockerode has none for, or one that never settles when the connection breaks after the first bytes.

import type { Readable } from "node:stream";
import type Dockerode from "dockerode";

/** The engine's answer as a stream. A path with a query ends with "?". Rejects with dockerode's error, which has the status code. */
export async function dial(
  { modem }: Dockerode.Container,
  { path, method, query }: { path: string; method: "GET" | "POST"; query?: object },
  abortSignal: AbortSignal,
): Promise<Readable> {
  const statusCodes = { 200: true, 404: "no such container", 500: "server error" };
  return await new Promise<Readable>((resolve, reject) => {
    modem.dial(
      { path, method, isStream: true, statusCodes, abortSignal, ...(query === undefined ? {} : { options: query }) },
      (error: unknown, answer: unknown) => (error ? reject(error) : resolve(answer as Readable)),
    );
  });
}
