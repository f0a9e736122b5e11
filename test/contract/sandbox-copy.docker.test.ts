import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../src/lib/digest.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { dockerContractSetup } from "./docker-contract-setup.ts";
import { describeSandboxCopies } from "./sandbox-copy.ts";

describeSandboxCopies({
  name: "docker",
  setup: async () => await dockerContractSetup(),
});

test("a copy runs nothing by itself, and a sweep removes it with its image", async () => {
  await using opened = await openTestDocker();
  const signal = AbortSignal.timeout(60_000);
  const box = await opened.provider.open(opened.specOf(), { signal });
  const copy = await box.copy?.({ keep: "nothing", signal });
  if (copy === undefined) throw new Error("the provider makes no copies");
  // Nothing of the image's or the agent's runs in it by itself.
  const { Config } = await opened.docker.getContainer(copy.id).inspect();
  expect([Config.Entrypoint, Config.Healthcheck?.Test]).toEqual([["sleep", "infinity"], ["NONE"]]);
  expect(await opened.leftovers()).toEqual([
    ...[expect.any(String), expect.any(String)],
    expect.stringMatching(/^auto-harness\/copy:auto-harness-/),
  ]);
  expect(await opened.provider.sweep({ signal, owner: opened.owner.id })).toEqual({ removed: 3, alive: 0 });
  expect(await opened.leftovers()).toEqual([]);
});

const image = (name: string, dockerfile: string) => ({ name, dockerfile });

test.each([image("entry", 'ENTRYPOINT ["env"]'), image("health", "HEALTHCHECK --interval=1s CMD true")])(
  "a box whose image starts something ($name) is not started anew, and goes on",
  async ({ name, dockerfile }) => {
    await using opened = await openTestDocker();
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "Dockerfile"), `FROM debian:bookworm-slim\n${dockerfile}\n`);
    const signal = AbortSignal.timeout(120_000);
    const source = {
      kind: "build",
      name: `restart-${name}`,
      context: folder.path,
      digest: sha256(dockerfile),
    } as const;
    await using box = await opened.provider.open(opened.specOf({ image: source }), { signal });
    await expect(box.restart?.({ signal })).rejects.toMatchObject({ fault: "task", code: "not-copyable" });
    expect((await box.session.exec("echo here", { signal })).stdout).toBe("here\n");
  },
);

test("an edited hosts file is there after a new start, with the address it then has", async () => {
  await using opened = await openTestDocker();
  const signal = AbortSignal.timeout(120_000);
  await using box = await opened.provider.open(opened.specOf({ network: "open" }), { signal });
  await box.session.exec("echo 127.0.0.1 known-here >> /etc/hosts", { signal, user: "0" });
  await box.restart?.({ signal });
  const hosts = (await box.session.exec("cat /etc/hosts; hostname -i", { signal })).stdout.trim().split("\n");
  expect(hosts).toContain("127.0.0.1 known-here");
  const address = hosts.at(-1) ?? "";
  expect(hosts.filter((line) => line.startsWith(address) && line !== address)).toHaveLength(1);
});
