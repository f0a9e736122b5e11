// /etc/hosts, which the engine makes anew for every container: what was edited in one goes along into its copy.

import type Dockerode from "dockerode";
import { runExec } from "./exec.ts";
import { readFile } from "./files.ts";

const path = "/etc/hosts";

/** "" where it can't be read, such as when it was removed. */
export async function readHosts(container: Dockerode.Container, { signal }: { signal: AbortSignal }): Promise<string> {
  try {
    return Buffer.from(await readFile(container, path, { signal, maxBytes: 1024 * 1024 })).toString("utf8");
  } catch {
    signal.throwIfAborted();
    return "";
  }
}

/** Lines that the engine writes for a container without an address. */
const engineLines = new Set([
  "127.0.0.1\tlocalhost",
  "::1\tlocalhost ip6-localhost ip6-loopback",
  "fe00::0\tip6-localnet",
  "ff00::0\tip6-mcastprefix",
  "ff02::1\tip6-allnodes",
  "ff02::2\tip6-allrouters",
]);

export function isEdited(hosts: string, { hostname }: { hostname: string }): boolean {
  const lines = new Set(linesOf(hosts));
  const foreign = [...lines].some((line) => !engineLines.has(line) && !line.endsWith(`\t${hostname}`));
  return lines.size > 0 && (foreign || [...engineLines].some((line) => !lines.has(line)));
}

/** The line of the container itself gets another address; "" where it has none. */
export function hostsOfCopy(hosts: string, { hostname, address }: { hostname: string; address: string }): string {
  const own = (line: string) => address !== "" && line.endsWith(`\t${hostname}`);
  return linesOf(hosts)
    .map((line) => (own(line) ? `${address}\t${hostname}` : line))
    .join("\n");
}

function linesOf(hosts: string): string[] {
  return hosts.split("\n").filter((line) => line !== "");
}

/** In place: the engine has mounted the file there. */
export async function writeHosts(
  container: Dockerode.Container,
  text: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const command = ["sh", "-c", `printf '%s\\n' "$1" > ${path}`, "sh", text];
  await runExec(container, command, { signal, user: "0" }, { say: () => undefined, closed: signal });
}
