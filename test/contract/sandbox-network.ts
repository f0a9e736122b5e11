// What a provider keeps of allowed hosts and of compose projects, both optional abilities.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SandboxSpec } from "../../src/core/sandbox.ts";
import type { SandboxContractSetup } from "./sandbox-contract.ts";

export interface NetworkContractOptions {
  name: string;
  setup: () => Promise<SandboxContractSetup>;
  /** Why the provider can't do these. */
  skips?: Partial<Record<"allowedHosts" | "projects", string>>;
}

const signal = new AbortController().signal;

export function describeNetworkContract({ name, setup, skips = {} }: NetworkContractOptions): void {
  describe(`network contract: ${name}`, () => {
    let context: SandboxContractSetup;
    const spec = (extra: Partial<SandboxSpec> = {}): SandboxSpec => ({
      image: context.image,
      labels: { owner: context.owner, job: "contract", trial: randomBytes(4).toString("hex"), role: "task" },
      network: { allow: ["allowed.test"] },
      profile: "task",
      limits: {},
      ...extra,
    });

    beforeAll(async () => {
      context = await setup();
    });

    afterAll(async () => {
      await context?.close();
    });

    if (skips.allowedHosts !== undefined) {
      test(`allowed hosts are refused by name ${skips.allowedHosts}`, async () => {
        const refusal = { fault: "config", code: "network-unsupported" };
        await expect(context.provider.open(spec(), { signal })).rejects.toMatchObject(refusal);
      });
    } else {
      test("a sandbox on allowed hosts finds their names and no others, and what it was refused is known", async () => {
        await using sandbox = await context.provider.open(spec(), { signal });
        const look = "getent hosts allowed.test >/dev/null; echo $?; getent hosts other.test >/dev/null; echo $?";
        expect((await sandbox.session.exec(look, { signal })).stdout).toBe("0\n2\n");
        const uses = (await sandbox.networkUse?.({ signal })) ?? [];
        expect(uses.map(({ host, port, refused }) => ({ host, port, refused }))).toEqual([
          { host: "other.test", port: null, refused: "not allowed" },
        ]);
      });

      test("the network of a sandbox changes, and back, where it was opened for that", async () => {
        await using sandbox = await context.provider.open(spec({ network: "none", networkChanges: true }), { signal });
        const looked = async () => (await sandbox.session.exec("getent hosts allowed.test", { signal })).exitCode;
        expect(await looked()).toBe(2);
        await sandbox.setNetwork?.({ allow: ["allowed.test"] }, { signal });
        expect(await looked()).toBe(0);
        await sandbox.setNetwork?.("none", { signal });
        expect(await looked()).toBe(2);
      });
    }

    if (skips.projects !== undefined) {
      test(`projects are an ability that it says it has not ${skips.projects}`, () => {
        expect(context.provider.openProject).toBeUndefined();
      });
    } else {
      test("a project has its services, main's environment, and is gone when it is disposed of, also twice", async () => {
        const folder = await mkdtemp(join(tmpdir(), "auto-harness-project-"));
        const file = join(folder, "docker-compose.yaml");
        const other = { image: context.image.kind === "image" ? context.image.reference : "", command: "sleep 600" };
        await writeFile(file, JSON.stringify({ services: { main: {}, other } }));
        const { image, labels, ...main } = spec({ network: "none", env: { GREETING: "hello" } });
        const asked = { files: [file], variables: {}, labels, main: { ...main, image }, timeoutMs: 120_000 };
        const project = await context.provider.openProject?.(asked, { signal });
        await rm(folder, { recursive: true, force: true });
        if (project === undefined) throw new Error("it opens no project");
        const greeted = await project.main.session.exec('printf "$GREETING"; getent hosts other >/dev/null', {
          signal,
        });
        expect([greeted.stdout, greeted.exitCode]).toEqual(["hello", 0]);
        expect((await project.session("other").exec("echo there", { signal })).stdout).toBe("there\n");
        await project[Symbol.asyncDispose]();
        await project[Symbol.asyncDispose]();
        await expect(project.main.session.exec("true", { signal })).rejects.toMatchObject({ code: "sandbox-gone" });
      });
    }
  });
}
