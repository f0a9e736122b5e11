import type { CloudProvider } from "../../../src/sandboxes/cloud/provider.ts";
import type { DaytonaSettings } from "../../../src/sandboxes/daytona/client.ts";
import { openDaytonaProvider } from "../../../src/sandboxes/daytona.ts";
import { type OpenOwner, openOwner } from "../../../src/sandboxes/owner.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type DaytonaStandIn, type DaytonaStandInOptions, openDaytonaStandIn } from "./daytona-stand-in.ts";

interface OpenedDaytona extends AsyncDisposable {
  provider: CloudProvider;
  owner: OpenOwner;
  /** What the provider said. */
  said: string[];
}

export interface TestDaytona extends OpenedDaytona {
  cloud: DaytonaStandIn;
}

/** A provider of an owner of its own, through the official SDK, at a stand-in of its own. */
export async function openTestDaytona(options: DaytonaStandInOptions = {}): Promise<TestDaytona> {
  await using undo = new AsyncDisposableStack();
  const cloud = undo.use(await openDaytonaStandIn(options));
  const opened = undo.use(await openAt({ apiKey: cloud.apiKey, apiUrl: cloud.url, target: "here" }));
  const owned = undo.move();
  return { ...opened, cloud, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** At the account of DAYTONA_API_KEY, which pays for it. */
export async function openRealDaytona(): Promise<OpenedDaytona> {
  const { DAYTONA_API_KEY: apiKey, DAYTONA_API_URL: apiUrl, DAYTONA_TARGET: target } = process.env;
  if (apiKey === undefined) throw new Error("TEST_DAYTONA=real needs DAYTONA_API_KEY");
  return await openAt({ apiKey, apiUrl, target });
}

async function openAt(settings: DaytonaSettings): Promise<OpenedDaytona> {
  await using undo = new AsyncDisposableStack();
  const { path: stateFolder } = undo.use(await temporaryFolder());
  const owner = undo.use(await openOwner({ stateFolder }));
  const said: string[] = [];
  const provider = await openDaytonaProvider({ ...settings, owner, say: (line) => void said.push(line) });
  const owned = undo.move();
  return { provider, owner, said, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
