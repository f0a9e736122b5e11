// What takes longest begins first: at the end of a run the other workers would be idle while it goes on. A fresh checkout
// knows no times, and Vitest then goes by the size of a file.

import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Over a minute and a half, and small: docs/testing.md has the times. */
const long = ["gate-night", "cloud-storm", "placement-services", "placement", "claim", "tau-bench", "tau-driver"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
  }
}

function groupOf({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder;
}

function rankOf({ moduleId }: TestSpecification): number {
  const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? long.length : at;
}
