import type { LoopEvent } from "../loop/experiment.ts";

/** Shows what happens while it happens. Closing it leaves the screen as it should stay. */
export interface Reporter extends Disposable {
  event(event: LoopEvent): void;
  /** A line for good. */
  line(text: string): void;
}
