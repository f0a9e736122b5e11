import type { MethodAnswer } from "../../channel/method.ts";
import type { ModelHandler } from "../../core/model.ts";

/** The simulated user's way to its model. What it is told holds the scenario, so nothing of it is put on a trace. */
export class UserModel {
  readonly #handler: ModelHandler;
  readonly #over: AbortSignal;
  #failed: number | null = null;

  /** `over` ends what is under way. */
  constructor(handler: ModelHandler, over: AbortSignal) {
    this.#handler = handler;
    this.#over = over;
  }

  /** The status of the last call that was not answered well. */
  get failed(): number | null {
    return this.#failed;
  }

  async call(path: string, body: Uint8Array, { signal }: { signal: AbortSignal }): Promise<MethodAnswer> {
    const request = { method: "POST", path, body };
    const response = await this.#handler(request, { signal: AbortSignal.any([signal, this.#over]) });
    const { status, headers } = response;
    if (status >= 400) this.#failed = status;
    return { result: { status, headers }, body: response.body };
  }
}
