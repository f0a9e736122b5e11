// Upstream's prompts, read in a container: by the same script as with a Python of the machine.

import { join } from "node:path";
import { expect, it } from "vitest";
import { birdPlaces } from "../../src/benchmarks/bird-interact/data/places.ts";
import { buildUpstreamPack, loadPromptPack } from "../../src/benchmarks/bird-interact/data/prompt-pack.ts";
import { boxPromptReader } from "../../src/benchmarks/bird-interact/data/prompt-reader.ts";
import { writeUpstream } from "../helpers/bird-upstream.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const signal = new AbortController().signal;

it("reads the templates by name in a container without a network, and leaves nothing behind", async () => {
  await using opened = await openTestDocker();
  await using temporary = await temporaryFolder();
  const labels = { owner: opened.owner.id, job: "bird-prompts", trial: "prompts", role: "service" } as const;
  const reader = boxPromptReader(async (spec) => {
    expect(spec.network).toBe("none");
    return await opened.provider.open({ ...spec, labels }, { signal });
  });
  const places = birdPlaces(join(temporary.path, "state"));
  const source = await writeUpstream(join(temporary.path, "upstream"));
  const pack = await buildUpstreamPack({ places, source, reader, signal, say: () => undefined });
  expect(pack.versions.v2.choose).toBe("Think. Sort «[[clarification_Q]]».\nKnown: [[amb_json]] and [[SQL_Glot]]\n");
  expect(await loadPromptPack("lite", places)).toEqual(pack);
  const broken = await writeUpstream(join(temporary.path, "broken"), "USER_SIMULATOR_ACTION_PARSER = 3\n");
  await expect(
    buildUpstreamPack({ places, source: broken, reader, signal, say: () => undefined }),
  ).rejects.toMatchObject({ code: "bird-prompts-unreadable", message: expect.stringContaining("is no dictionary") });
  expect(await opened.leftovers()).toEqual([]);
}, 600_000);
