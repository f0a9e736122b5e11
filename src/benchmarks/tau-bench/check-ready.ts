import { HarnessError } from "../../core/fault.ts";
import type { Domain, TauIndex } from "./tau-index.ts";
import { protocol, type Ready } from "./wire.ts";

/**
 * Throws config "tau2-protocol", "tau2-version" or "tau2-data" that name what was found and what is expected: a score
 * made with other data, or with a changed grading, would stand beside ours as if it were the same.
 */
export function checkReady(ready: Ready, domain: Domain, index: TauIndex): void {
  if (ready.protocol !== protocol) {
    throw refused("tau2-protocol", `its driver speaks protocol ${ready.protocol}, this host speaks ${protocol}`);
  }
  if (ready.package !== index.package || ready.version !== index.version) {
    const found = `${ready.package} ${ready.version}`;
    throw refused(
      "tau2-version",
      `it holds ${found}, but the tasks here are those of ${index.package} ${index.version}`,
    );
  }
  const expected = index.domains[domain];
  const facts: [what: string, found: string, wanted: string][] = [
    ["domain", ready.domain, domain],
    ...Object.entries(expected.files).map(([file, hash]): [string, string, string] => [
      `${file} file`,
      ready.data[file] ?? "none",
      hash,
    ]),
    ["data hash", ready.dataHash, expected.dataHash],
    ["hash of the user's guidelines", ready.guidelinesHash, expected.guidelinesHash],
    ["number of tasks", String(ready.tasks), String(expected.tasks.length)],
  ];
  const wrong = facts.find(([, found, wanted]) => found !== wanted);
  if (wrong === undefined) return;
  const [what, found, wanted] = wrong;
  throw refused("tau2-data", `its ${domain} data is not the one that is indexed: ${what} ${found}, expected ${wanted}`);
}

/** A driver that says itself what it can't work with. */
export function refusedByDriver({ code, message }: { code: string; message: string }): HarnessError {
  return refused(code === "tau2-version" ? code : "tau2-refused", message.slice(0, 500));
}

function refused(code: string, what: string): HarnessError {
  const message = `The tau-bench image can't be used: ${what}. Build it from images/tau-bench as it is here; see docs/tau-versions.md.`;
  return new HarnessError({ fault: "config", code, message });
}
