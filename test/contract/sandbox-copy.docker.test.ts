import { expect, test } from "vitest";
import { openTestDocker } from "../helpers/open-test-docker.ts";
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
