/**
 * How many calls of one model may be under way at once, learned from its provider's refusals as TCP learns a line's
 * width (additive increase, multiplicative decrease; Chiu and Jain 1989): halved on a refusal, one more after as many
 * answers as are allowed at once, never less than one. Unlimited until the first refusal.
 */
export class Concurrency {
  #limit = Number.POSITIVE_INFINITY;
  /** Below it every answer allows one more. */
  #known = Number.POSITIVE_INFINITY;
  #answers = 0;
  #round = 0;

  get limit(): number {
    return this.#limit;
  }

  /** Calls keep the round in which they were sent: many refusals of one round are one piece of news. */
  get round(): number {
    return this.#round;
  }

  /** `underWay`: calls at that moment, this one included. Tells whether it was news. */
  refused(round: number, underWay: number): boolean {
    if (round < this.#round) return false;
    this.#limit = Math.max(1, Math.floor(Math.min(this.#limit, underWay) / 2));
    this.#known = this.#limit;
    this.#begin();
    return true;
  }

  answered(): void {
    this.#answers += 1;
    if (this.#limit >= this.#known && this.#answers < this.#limit) return;
    this.#limit += 1;
    this.#answers = 0;
  }

  /** One call at first, and soon what was allowed before: everybody waits, and the provider has only just come back. */
  restart(): void {
    this.#known = this.#limit;
    this.#limit = 1;
    this.#begin();
  }

  #begin(): void {
    this.#round += 1;
    this.#answers = 0;
  }
}
