// A reporter for vitest that writes what `npm test` says at its end: how many tests passed, which did not, and why. It
// also has the errors of what stands before tests, which vitest's own JSON leaves out.

import { writeFileSync } from "node:fs";
import { relative } from "node:path";

const skipped = "skipped: that is a failure here, where Docker is promised";
const notReached = "not run: what stands before it failed";

/** $AUTO_HARNESS_TEST_REPORT is the file; `failures` are `{ name, why }`, each counting one. */
export default class TestReport {
  onTestRunEnd(modules, unhandled) {
    const report = { passed: 0, failures: [] };
    const fail = (name, why) => report.failures.push({ name, why });
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      const groups = [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0);
      for (const group of groups) {
        const name = group === module ? "outside its tests" : `before the tests of ${group.fullName}`;
        fail(`${file}: ${name}`, wordsOf(group.errors()));
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === "passed") report.passed += 1;
        else if (state === "failed") fail(`${file} > ${test.fullName}`, wordsOf(errors));
        else fail(`${file} > ${test.fullName}`, isBehind(test, groups) ? notReached : skipped);
      }
    }
    if (unhandled.length > 0) fail("vitest: an error outside any test", wordsOf(unhandled));
    if (report.passed + report.failures.length === 0) fail("vitest", "found no test");
    writeFileSync(process.env.AUTO_HARNESS_TEST_REPORT, JSON.stringify(report));
  }
}

/** A module has no parent. */
function isBehind({ parent }, groups) {
  return parent !== undefined && (groups.includes(parent) || isBehind(parent, groups));
}

function wordsOf(errors) {
  return errors.map(({ stack, message }) => stack || message || "no reason given").join("\n");
}
