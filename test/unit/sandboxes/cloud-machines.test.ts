import { describe, expect, test } from "vitest";
import type { SandboxSpec } from "../../../src/core/sandbox.ts";
import { steadyClock } from "../../../src/lib/clock.ts";
import { CloudMachines, type CloudService } from "../../../src/sandboxes/cloud/machines.ts";
import { CloudPace } from "../../../src/sandboxes/cloud/pace.ts";
import { cloudRetry } from "../../../src/sandboxes/cloud/retry.ts";

const owner = { id: "aa", boot: "", namespace: "", pid: 1, start: "", heartbeat: "", container: "" };
const spec: SandboxSpec = {
  image: { kind: "image", reference: "debian" },
  labels: { owner: "aa", job: "job", trial: "trial", role: "task" },
  ...{ network: "none", profile: "task", limits: {} },
};
const forever = new AbortController().signal;
class Refused extends Error {}

/** Sandboxes are numbers; each creation answers as it is told. */
function machinesWith(create: (count: number) => Promise<number>, { paused = false, refusedMayLeave = false } = {}) {
  const calls: string[] = [];
  let created = 0;
  const troubleOf = (error: unknown) => ({ kind: error instanceof Refused ? "rate-limited" : "passing" }) as const;
  const service: CloudService<number> = {
    refusedMayLeave,
    ...{ name: "The cloud", troubleOf, idOf: String, keep: async () => undefined, look: async () => undefined },
    call: async (what, run, options) => await cloudRetry(run, { what, service: "The cloud", troubleOf, ...options }),
    async create() {
      calls.push("create");
      created += 1;
      return await create(created);
    },
    async remove(id) {
      calls.push(`remove ${id}`);
      return true;
    },
    async list() {
      calls.push("list");
      return [];
    },
    sizeOf: () => ({ cpus: 1, memoryMb: 512 }),
  };
  const never = async (_ms: number, { signal }: { signal: AbortSignal }) =>
    await new Promise<void>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const pace = new CloudPace({ ...steadyClock, sleep: paused ? never : async () => undefined });
  return { calls, pace, machines: new CloudMachines({ service, owner, say: () => undefined, pace }) };
}

describe("an opening at a cloud", () => {
  test("that is aborted before anything was asked for asks for nothing", async () => {
    const { calls, pace, machines } = machinesWith(async (count) => count, { paused: true });
    pace.refused(await pace.turn(forever), 60_000);
    const controller = new AbortController();
    const opening = machines.start("image", spec, { signal: controller.signal });
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(opening).rejects.toBe(reason);
    expect(calls).toEqual([]);
  });

  test("that was refused is asked for again, and nothing is looked for: nothing was made", async () => {
    const { calls, machines } = machinesWith(async (count) => {
      if (count === 1) throw new Refused("too many");
      return count;
    });
    const { sandbox, remove } = await machines.start("image", spec, { signal: forever });
    expect(sandbox).toBe(2);
    await remove();
    expect(calls).toEqual(["create", "create", "remove 2"]);
  });

  test("that was refused where a creation takes more than one request is looked for: one may have been made", async () => {
    const create = async (count: number) => {
      if (count === 1) throw new Refused("too many");
      return count;
    };
    const { calls, machines } = machinesWith(create, { refusedMayLeave: true });
    const { remove } = await machines.start("image", spec, { signal: forever });
    await remove();
    expect(calls.toSorted()).toEqual(["create", "create", "list", "remove 2"]);
  });

  test("whose answer was lost is looked for by its mark", async () => {
    const { calls, machines } = machinesWith(async (count) => {
      if (count === 1) throw new Error("reset");
      return count;
    });
    const { remove } = await machines.start("image", spec, { signal: forever });
    await remove();
    expect(calls.toSorted()).toEqual(["create", "create", "list", "remove 2"]);
  });
});
