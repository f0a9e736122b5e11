// A person's folder with a state folder of its own, so that what its processes leave on the engine can be told from
// what everybody else's do: an owner's label names its heartbeat file, which is in that state folder.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { type CliOptions, type CliResult, type RunningCli, runCli, startCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type SceneOptions = Omit<CliOptions, "cwd">;

export interface CliScene extends AsyncDisposable {
  /** Where the person stands; empty. */
  readonly folder: string;
  /** For programs that are not run through this scene. */
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: SceneOptions): Promise<CliResult>;
  start(args: readonly string[], options?: SceneOptions): RunningCli;
  /** Names of the containers and networks of every process that was run here, dead or alive. */
  leftovers(): Promise<string[]>;
  /** What the engine knows of each of their living containers, its environment included, by id. */
  containers(): Promise<Map<string, string>>;
}

export async function openCliScene(): Promise<CliScene> {
  await using undo = new AsyncDisposableStack();
  const root = undo.use(await temporaryFolder()).path;
  const [folder, state] = [join(root, "clone"), join(root, "state")];
  await mkdir(folder);
  await mkdir(state);
  const docker = await connectEngine({ signal: AbortSignal.timeout(60_000) });
  const env = { XDG_STATE_HOME: state };
  const filters = { label: ["auto-harness.owner"] };
  const isOurs = ({ Labels }: { Labels?: Record<string, string> | null | undefined }) =>
    Labels?.["auto-harness.owner.heartbeat"]?.startsWith(state) === true;
  const containers = async () => (await docker.listContainers({ all: true, filters })).filter(isOurs);
  const networks = async () => (await docker.listNetworks({ filters })).filter(isOurs);
  undo.defer(async () => {
    for (const { Id } of await containers()) {
      await docker.getContainer(Id).remove({ force: true, v: true }).catch(unlessGone);
    }
    for (const { Id } of await networks()) await docker.getNetwork(Id).remove().catch(unlessGone);
  });
  const owned = undo.move();
  const full = (options: SceneOptions = {}): CliOptions => ({
    ...options,
    cwd: folder,
    env: { ...env, ...options.env },
  });
  return {
    folder,
    env,
    run: async (args, options) => await runCli(args, full(options)),
    start: (args, options) => startCli(args, full(options)),
    async leftovers() {
      return [...(await containers()).flatMap(({ Names }) => Names), ...(await networks()).map(({ Name }) => Name)];
    },
    async containers() {
      const living = await containers();
      const facts = await Promise.all(
        living.map(async ({ Id }) => {
          const inspected = await docker
            .getContainer(Id)
            .inspect()
            // It may be gone by now.
            .catch(() => undefined);
          return inspected === undefined ? [] : [[Id, JSON.stringify(inspected)] as const];
        }),
      );
      return new Map(facts.flat());
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** A host that is ending removes its own meanwhile. */
function unlessGone(error: unknown): void {
  const status = error !== null && typeof error === "object" && "statusCode" in error ? error.statusCode : undefined;
  if (status !== 404 && status !== 409) throw error;
}
