// Secrets of a build reach the Dockerfile that mounts them, and stay out of the image.

import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ImageSource } from "../../src/core/sandbox.ts";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const mounts = ["ca", "pip-index"].map((id) => `--mount=type=secret,id=${id},target=/run/secrets/${id}`).join(" ");

async function build(secrets: Record<string, { file: string } | { value: string }>): Promise<[string, string]> {
  await using folder = await temporaryFolder();
  await using opened = await openTestDocker({ secrets });
  // A secret is no part of what BuildKit's cache goes by.
  const unique = `echo ${randomUUID()}`;
  const counts = "for name in ca pip-index; do cat /run/secrets/$name 2>/dev/null | wc -c; done > /counts";
  const text = `FROM debian:bookworm-slim\nRUN ${mounts} ${unique} && ${counts}\n`;
  await writeFile(join(folder.path, "Dockerfile"), text);
  const digest = await digestFolder(folder.path);
  const source: ImageSource = { kind: "build", name: "secrets", context: folder.path, digest };
  const signal = AbortSignal.timeout(120_000);
  const { reference } = await opened.provider.prepareImage(source, { signal });
  const image = opened.docker.getImage(reference);
  const about = JSON.stringify([await image.inspect(), await image.history()]);
  try {
    await using sandbox = await opened.provider.open(opened.specOf({ image: source }), { signal });
    const { stdout } = await sandbox.session.exec("cat /counts; ls /run/secrets 2>&1 | wc -l", { signal });
    return [stdout.trim().split(/\s+/).slice(0, 2).join(), about];
  } finally {
    await image.remove({ force: true });
  }
}

it("mounts a file and a value, and keeps neither", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "a, bundle.pem");
  await writeFile(file, "certificate");
  const value = `https://name:${randomUUID()}@packages.example/simple`;
  const [seen, about] = await build({ ca: { file }, "pip-index": { value } });
  expect(seen).toBe(`${"certificate".length},${value.length}`);
  expect(about).not.toContain(value);
  expect(about).not.toContain(file);
});

it("mounts nothing where the host has nothing", async () => {
  expect((await build({}))[0]).toBe("0,0");
});
