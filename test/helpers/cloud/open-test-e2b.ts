import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudProvider } from "../../../src/sandboxes/cloud/provider.ts";
import { openE2bProvider } from "../../../src/sandboxes/e2b.ts";
import { type OpenOwner, openOwner } from "../../../src/sandboxes/owner.ts";
import { type E2bStandIn, type E2bStandInOptions, openE2bStandIn } from "./e2b-stand-in.ts";

export interface OpenedE2b extends AsyncDisposable {
  provider: CloudProvider;
  owner: OpenOwner;
  /** What the provider said. */
  said: string[];
}

export interface TestE2b extends OpenedE2b {
  cloud: E2bStandIn;
  /** Another host with the same account. */
  again(): Promise<OpenedE2b>;
}

interface TestE2bOptions extends E2bStandInOptions {
  /** Of a build whose image says none. */
  buildTimeoutMs?: number | undefined;
}

/** A provider of an owner of its own, through the official SDK, at a stand-in of its own. */
export async function openTestE2b({ buildTimeoutMs, ...options }: TestE2bOptions = {}): Promise<TestE2b> {
  await using undo = new AsyncDisposableStack();
  const cloud = undo.use(await openE2bStandIn(options));
  const again = () => openAt(cloud, buildTimeoutMs);
  const { provider, owner, said } = undo.use(await again());
  const owned = undo.move();
  return { cloud, again, provider, owner, said, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function openAt(cloud: E2bStandIn, buildTimeoutMs: number | undefined): Promise<OpenedE2b> {
  await using undo = new AsyncDisposableStack();
  const stateFolder = await mkdtemp(join(tmpdir(), "auto-harness-state-"));
  undo.defer(() => rm(stateFolder, { recursive: true, force: true }));
  const owner = undo.use(await openOwner({ stateFolder }));
  const said: string[] = [];
  const provider = await openE2bProvider({
    ...{ owner, say: (line) => void said.push(line), apiKey: cloud.apiKey },
    ...{ apiUrl: cloud.url, sandboxUrl: cloud.url, buildTimeoutMs },
  });
  const owned = undo.move();
  return { provider, owner, said, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
