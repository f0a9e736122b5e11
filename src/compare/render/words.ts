// What a comparison says in words; the same in plain text and in Markdown.

import { formatP, formatPoints } from "../../lib/format-points.ts";
import type { ComparedSide, Comparison } from "../comparison.ts";
import { listed } from "../source.ts";
import { counted, percent, plain, size } from "./format.ts";

/** The answer: one sentence, with its error and on how many tasks it stands. */
export function headline(comparison: Comparison): string {
  const { difference, finding, p, confidence, tooMuchMissing, missingShare } = comparison;
  const interval = `${percent(confidence)} interval ${formatPoints(difference.low)} to ${formatPoints(difference.high)}`;
  const facts = `${interval}, p ${formatP(p.twoSided)}, ${taskCount(comparison)}`;
  const shown = `${formatPoints(difference.estimate)} points (${facts})`;
  if (tooMuchMissing)
    return `Too much is missing to compare A and B (${percent(missingShare)}): as far as it goes, ${shown}.`;
  switch (finding) {
    case "better":
    case "worse":
      return `B is ${finding} than A by ${size(difference.estimate)} points (${facts}).`;
    case "better-here":
    case "worse-here": {
      const word = finding === "better-here" ? "better" : "worse";
      return `B is ${word} than A on these tasks, but not surely on others like them: ${shown}.`;
    }
    case "unclear": {
      const outside = difference.low > 0 || difference.high < 0;
      const but = outside ? " The interval leaves 0 out, but the exact test does not agree." : "";
      return `No difference between A and B is shown: ${shown}.${but}`;
    }
  }
}

function taskCount({ paired, a, b }: Comparison): string {
  return paired ? `${counted(a.tasks, "task")} in common` : `${a.tasks} and ${b.tasks} tasks, none in common`;
}

/** What became of `--fail-under`; none where it was not asked for. */
export function barSentences({ bar, confidence, tooMuchMissing }: Comparison): string[] {
  if (bar === null) return [];
  if (tooMuchMissing) return ["No verdict for --fail-under: too much is missing."];
  const line =
    bar.under === 0
      ? "worse than A"
      : bar.under < 0
        ? `more than ${size(bar.under)} points worse than A`
        : `less than ${size(bar.under)} points better than A`;
  const at = `at ${percent(confidence)}`;
  switch (bar.shown) {
    case "under":
      return [`FAILED: B is shown to be ${line} (${at}).`];
    case "not-under":
      return [`passed: B is shown not to be ${line} (${at}).`];
    case "unclear":
      return [
        bar.failed
          ? `FAILED: it is not shown that B isn't ${line} (${at}), and --strict asks for that.`
          : `not failed: whether B is ${line} can't be told (${at}); --strict would fail.`,
      ];
  }
}

/** What it would take to be sure. */
export function neededSentences({ needed, paired, tasks, a, b }: Comparison): string[] {
  if (needed === null) return ["No difference was measured; --detect 3pt says what it would take to see one."];
  const aim = `To see ${size(needed.difference)} points with a chance of ${percent(needed.power)}`;
  if (needed.tasks === null) return [`${aim}: not known, as the tasks show no spread to reckon with.`];
  const here = paired ? (tasks?.list.length ?? 0) : Math.min(a.tasks, b.tasks);
  if (needed.tasks <= here) return [`${aim}: ${counted(needed.tasks, "task")} would do, and ${here} are here.`];
  const more = `${counted(needed.tasks, "task")}${paired ? "" : " on each side"} tried as often as these ${here}`;
  if (needed.trials === null) {
    return [`${aim}: ${more}. How many trials of these would do is known once each was tried twice.`];
  }
  if (needed.trials === "no-number") {
    return [`${aim}: ${more}. No number of trials of these is enough: they differ too much among themselves.`];
  }
  return [`${aim}: ${more}, or ${counted(needed.trials, "trial")} of each of these on each side.`];
}

/** What is not in the figures, by count and name; what a reader must know of each side. */
export function remarks(comparison: Comparison): string[] {
  const { leftOut, changed, a, b } = comparison;
  const names = (list: readonly string[]) => listed(list.map((name) => plain(name)));
  const missing = (side: ComparedSide, word: string) => {
    if (side.missing.length === 0) return [];
    const shown = side.missing.map(({ task, trial, reason }) => `${plain(task)} ${plain(trial)} (${plain(reason)})`);
    return [`${word}: ${counted(side.missing.length, "trial")} missing: ${listed(shown, 5)}`];
  };
  const doubtful = (side: ComparedSide, word: string) =>
    side.doubtful.length === 0
      ? []
      : [
          `${word}: ${counted(side.doubtful.length, "trial")} to look at: ${listed(
            side.doubtful.map(({ task, reason }) => `${plain(task)} (${plain(reason)})`),
            5,
          )}`,
        ];
  const out = (list: readonly string[], why: string) =>
    list.length === 0 ? [] : [`${counted(list.length, "task")} left out, ${why}: ${names(list)}`];
  const [onlyA, onlyB] = comparison.paired ? ["on A alone", "on B alone"] : ["no reward on A", "no reward on B"];
  return [
    ...a.notes.map((note) => `A ${note}`),
    ...b.notes.map((note) => `B ${note}`),
    ...(changed.length === 0
      ? []
      : [
          `${counted(changed.length, "task")} not the same on A and B, by digest, and compared all the same: ${names(changed)}`,
        ]),
    ...out(leftOut.lost, "no reward on one side"),
    ...out(leftOut.onlyA, onlyA),
    ...out(leftOut.onlyB, onlyB),
    ...missing(a, "A"),
    ...missing(b, "B"),
    ...doubtful(a, "A"),
    ...doubtful(b, "B"),
  ];
}
