import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolveBaseImage } from "../../src/engine/base-images.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { readHostFacts } from "../../src/engine/host-facts.ts";
import { whyNotMakeable } from "../../src/engine/make-base-image.ts";
import { standInLabel } from "../../src/engine/makers/maker.ts";
import { RegistryMemory } from "../../src/engine/registry-memory.ts";

const namespace = "auto-harness-test";
const official = "debian:13-slim";
const signal = AbortSignal.timeout(300_000);
const obstacle = whyNotMakeable(await readHostFacts());
const docker = await connectEngine({ signal });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "auto-harness-base-images-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await docker
    .getImage(`${namespace}/${official}`)
    .remove({ force: true })
    .catch(() => undefined);
});

describe("base images on a real engine", () => {
  test("a registry that cannot be reached is told from one that refuses", async () => {
    const failing = resolveBaseImage(docker, "registry.invalid/some/image:1", { signal, say: () => undefined, folder });
    await expect(failing).rejects.toThrow("its registry does not answer");
  });

  test.skipIf(obstacle !== undefined)(
    `an equivalent is made once and runs ${obstacle === undefined ? "" : `(skipped: ${obstacle})`}`,
    async () => {
      const { modem } = docker as unknown as { modem: { socketPath?: string; host?: string; port?: number } };
      const engine = modem.host === undefined ? `unix:${modem.socketPath}` : `${modem.host}:${modem.port}`;
      await new RegistryMemory(folder).remember(`${engine} public hub`, "no such host");
      const said: string[] = [];
      const options = { signal, say: (line: string) => said.push(line), namespace, folder };
      const both = await Promise.all([
        resolveBaseImage(docker, official, options),
        resolveBaseImage(docker, `docker.io/library/${official}`, options),
      ]);
      expect(both.map(({ reference }) => reference)).toEqual(Array(2).fill(`${namespace}/${official}`));
      expect(both[0]?.note).toContain("replaced by");
      expect(said.filter((line) => line.includes(": done ("))).toHaveLength(1);

      const { Config } = await docker.getImage(`${namespace}/${official}`).inspect();
      expect(Config.Labels).toEqual({ [standInLabel]: official });
      expect(Config.Cmd).toEqual(["bash"]);

      const before = said.length;
      expect((await resolveBaseImage(docker, official, options)).reference).toBe(`${namespace}/${official}`);
      expect(said.length).toBe(before);
    },
    180_000,
  );
});
