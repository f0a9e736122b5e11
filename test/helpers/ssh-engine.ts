// The engine of these tests at the far end of ssh: an sshd in a container without a network, which has the engine's
// socket. ssh gets there by a configuration of its own, whose ProxyCommand starts one sshd per connection.

import { execFile } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findEngine } from "../../src/engine/find-engine.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { tarOfFile } from "../../src/lib/tar-file.ts";
import { ownerLabels } from "../../src/sandboxes/owner.ts";
import { openTestDocker } from "./open-test-docker.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface SshEngine extends AsyncDisposable {
  /** What a person would have set: DOCKER_HOST, and a PATH on which ssh knows the machine "far". */
  env: Readonly<Record<string, string>>;
  /** Lines in front of ssh's configuration of "far". */
  configure(lines: readonly string[]): Promise<void>;
  /** Ends every connection from the far end. */
  cut(): Promise<void>;
}

const dockerfile = `FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends openssh-server && mkdir -p /run/sshd
`;
const image = { kind: "build" as const, name: "sshd", digest: sha256(dockerfile) };
const signal = new AbortController().signal;

export async function openSshEngine(): Promise<SshEngine> {
  const { host, options } = await findEngine();
  if (options.socketPath === undefined) throw new Error(`the engine of the tests is no local socket but ${host}`);
  await using undo = new AsyncDisposableStack();
  const { path: folder } = undo.use(await temporaryFolder());
  const opened = undo.use(await openTestDocker());
  await writeFile(join(folder, "Dockerfile"), dockerfile);
  const { reference } = await opened.provider.prepareImage({ ...image, context: folder }, { signal });
  const container = await opened.docker.createContainer({
    Image: reference,
    Cmd: ["sleep", "infinity"],
    Labels: { ...ownerLabels(opened.owner), "auto-harness.role": "service" },
    HostConfig: { NetworkMode: "none", Binds: [`${options.socketPath}:/var/run/docker.sock`] },
  });
  await container.start();
  const run = promisify(execFile);
  for (const name of ["host", "person"])
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", name], { cwd: folder });
  const put = async (path: string, content: Uint8Array) =>
    await container.putArchive(Buffer.from(await tarOfFile(path, content, 0o600)), { path: "/" });
  await put("etc/ssh/own_key", await readFile(join(folder, "host")));
  await put("root/.ssh/authorized_keys", await readFile(join(folder, "person.pub")));
  const hostKey = (await readFile(join(folder, "host.pub"), "utf8")).split(" ").slice(0, 2).join(" ");
  await writeFile(join(folder, "known_hosts"), `far ${hostKey}\n`);
  const sshd = `docker exec -i ${container.id} /usr/sbin/sshd -i -h /etc/ssh/own_key`;
  const configure = async (lines: readonly string[]) =>
    await writeFile(
      join(folder, "config"),
      [
        ...["Host far", ...lines, "User root", "IdentitiesOnly yes", `IdentityFile ${folder}/person`],
        ...[`UserKnownHostsFile ${folder}/known_hosts`, "GlobalKnownHostsFile /dev/null"],
        `ProxyCommand env DOCKER_HOST=${host} ${sshd}`,
      ].join("\n"),
    );
  await configure([]);
  // ssh reads the configuration of the account, whatever HOME is.
  const [program = "ssh"] = (await run("sh", ["-c", "command -v ssh"])).stdout.split("\n");
  await writeFile(join(folder, "ssh"), `#!/bin/sh\nexec ${program} -F ${folder}/config "$@"\n`);
  await chmod(join(folder, "ssh"), 0o755);
  const owned = undo.move();
  return {
    env: { DOCKER_HOST: "ssh://far", PATH: `${folder}:${process.env["PATH"]}` },
    configure,
    async cut() {
      // All but the first process, which is the sleep, and itself.
      const exec = await container.exec({ Cmd: ["sh", "-c", "kill -9 -1"] });
      await exec.start({ Detach: true });
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
