import { expect, test } from "vitest";
import type { Benchmark, BoxSpec } from "../../../src/core/benchmark.ts";
import type { ImageSource, PrepareImageOptions } from "../../../src/core/sandbox.ts";
import { PlannedTrials } from "../../../src/trials/planned-trials.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials, plansOf } from "../../helpers/fake-trials.ts";

type Prepared = [name: string, limits: PrepareImageOptions["limits"], role: PrepareImageOptions["role"]];

const build = (name: string): ImageSource => ({ kind: "build", name, context: "nowhere", digest: `digest of ${name}` });
const nameOf = (image: ImageSource) => (image.kind === "build" ? image.name : image.reference);
const boxOf = (image: ImageSource, limits: BoxSpec["limits"]): BoxSpec => ({
  ...{ image, limits, network: "none", profile: "task" },
});

test("every image is prepared with the limits of the box that it is for, and one for two boxes twice", async () => {
  const prepared: Prepared[] = [];
  await using trials = await openFakeTrials({
    wrap: (provider) => ({
      ...provider,
      async prepareImage(source, { limits, role }) {
        prepared.push([nameOf(source), limits, role]);
        return { reference: `${nameOf(source)} ${limits?.cpus ?? "usual"}`, built: false, notes: [] };
      },
    }),
  });
  const [alpha] = [fakeTask("alpha")];
  const named = { kind: "image", reference: "named" } as const;
  const benchmark: Benchmark = {
    ...trials.context.benchmark,
    images: () => [build("one"), build("two"), build("one"), named, build("beside")],
    boxes: () => ({
      boxes: [
        boxOf(build("one"), { cpus: 2 }),
        boxOf(named, {}),
        boxOf(build("one"), { cpus: 4 }),
        boxOf(build("two"), { memoryMb: 64 }),
      ],
      project: false,
    }),
  };
  const agentBox = { ...trials.context.agentBox, limits: { memoryMb: 512 } };
  const planned = new PlannedTrials({ ...trials.context, benchmark, agentBox }, jobLog().options);
  const [plan] = plansOf([alpha]);
  if (plan === undefined) throw new Error("no plan");
  const { parts } = await planned.get(plan);
  expect(prepared).toEqual([
    ["agent", { memoryMb: 512 }, "agent"],
    ["one", { cpus: 2 }, "task"],
    ["two", { memoryMb: 64 }, "task"],
    ["one", { cpus: 4 }, "task"],
    ["named", {}, "task"],
    ["beside", {}, "task"],
  ]);
  expect(parts.environment).toBe("one 2 two usual one 4 named usual beside usual");
});
