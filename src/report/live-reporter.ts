// A block at the foot of the terminal that is redrawn; what stays scrolls above it.

import { createLogUpdate } from "log-update";
import { passes } from "../core/trial.ts";
import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { LoopEvent } from "../loop/experiment.ts";
import { linesOf } from "./plain-reporter.ts";
import type { Reporter } from "./reporter.ts";
import { shownTask, waitingWords } from "./trial-words.ts";

export interface Money {
  /** US dollars so far; undefined when a price is unknown. */
  spentUsd: number | undefined;
  budgetUsd: number | null;
}

export interface LiveOptions {
  stream: NodeJS.WriteStream;
  money: () => Money;
  label: string;
  /** Aborted by Ctrl-C: the block goes, so that what is said then can be read. */
  signal: AbortSignal;
}

const redrawMs = 200;

export function openLiveReporter({ stream, money: readMoney, label, signal }: LiveOptions): Reporter {
  const update = createLogUpdate(stream);
  const started = performance.now();
  const view = new LiveView();
  const draw = () => {
    const { spentUsd, budgetUsd } = readMoney();
    const money = `${formatCost(spentUsd ?? null)}${budgetUsd === null ? "" : ` of ${formatCost(budgetUsd)}`}`;
    update(
      view.lines({ label, money, elapsedMs: performance.now() - started, columns: stream.columns || 80 }).join("\n"),
    );
  };
  // The block stands only while trials run: before, somebody may be asked a question; after, the table is read.
  let timer: NodeJS.Timeout | undefined;
  const show = () => {
    if (signal.aborted) return;
    timer ??= setInterval(draw, redrawMs).unref();
  };
  const hide = () => {
    clearInterval(timer);
    timer = undefined;
    update.clear();
  };
  signal.addEventListener("abort", hide, { once: true });
  const stay = (lines: readonly string[]) => {
    if (lines.length === 0) return;
    if (timer !== undefined) update.clear();
    stream.write(`${lines.join("\n")}\n`);
    if (timer !== undefined) draw();
  };
  return {
    line: (text) => stay([text]),
    event(event) {
      view.event(event);
      if (event.type === "job-start") show();
      if (event.type === "loop-end") hide();
      stay(linesOf(event, false));
    },
    [Symbol.dispose]: hide,
  };
}

/** What the block shows, apart from any terminal. */
export class LiveView {
  readonly #running = new Map<string, { shown: string; since: number }>();
  #marks = "";
  #passed = 0;
  #done = 0;
  #total = 0;
  #job = "";
  #iteration = "";
  #waiting = "";
  #iterations: number[] = [];
  #iterationStarted = 0;
  #left = 0;

  event(event: LoopEvent): void {
    switch (event.type) {
      case "job-start":
        this.#marks = "";
        this.#passed = 0;
        this.#done = 0;
        this.#total = event.trials;
        this.#job = event.job;
        return;
      case "trial-start":
        this.#running.set(`${event.step}/${event.task}`, {
          shown: `${event.step} ${shownTask(event.task, event)}`,
          since: performance.now(),
        });
        return;
      case "trial-end": {
        this.#running.delete(`${event.step}/${event.task}`);
        const { outcome } = event.record;
        const pass = outcome.status === "scored" && passes(outcome.reward);
        this.#marks += outcome.status === "scored" ? (pass ? "✓" : "✗") : "?";
        this.#passed += pass ? 1 : 0;
        this.#done = event.done;
        this.#total = event.total;
        return;
      }
      case "provider-wait":
        this.#waiting = event.since === null ? "" : waitingWords(event.provider, event.since);
        return;
      case "iteration-start":
        this.#iteration = `iteration ${event.iteration}/${event.of} · best ${event.best}`;
        this.#iterationStarted = performance.now();
        this.#left = event.of - event.iteration + 1;
        return;
      case "iteration-end":
        this.#iterations.push(performance.now() - this.#iterationStarted);
        this.#left -= 1;
        return;
      default:
        return;
    }
  }

  lines(shown: { label: string; money: string; elapsedMs: number; columns: number }): string[] {
    const { label, money, elapsedMs, columns } = shown;
    const mean = this.#iterations.reduce((sum, ms) => sum + ms, 0) / Math.max(1, this.#iterations.length);
    const left = this.#iterations.length === 0 ? "" : ` · at most ${formatDuration(mean * this.#left)} left`;
    const head = [label, this.#iteration, money, `${formatDuration(elapsedMs)}${left}`]
      .filter((part) => part !== "")
      .join(" · ");
    const job =
      this.#total === 0 ? "" : `${this.#job}: ${this.#done}/${this.#total}, ${this.#passed} pass  ${this.#marks}`;
    const now = performance.now();
    const running = [...this.#running.values()]
      .map(({ shown, since }) => `${shown} ${formatDuration(now - since)}`)
      .join(" | ");
    return ["", head, job, this.#waiting, running === "" ? "" : `running: ${running}`]
      .filter((line, index) => index === 0 || line !== "")
      .map((line) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line));
  }
}
