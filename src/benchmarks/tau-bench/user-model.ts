import { readAll } from "../../channel/byte-stream.ts";
import type { MethodAnswer } from "../../channel/method.ts";
import type { ModelHandler, ModelRequest, ModelResponse } from "../../core/model.ts";
import { isUsableAnswer } from "./user-answer.ts";

/** Of one answer, where the model says nothing that a user could have said: tau2's own default is as patient. */
const attemptsAtMost = 3;

/** The simulated user's way to its model. What it is told holds the scenario, so nothing of it is put on a trace. */
export class UserModel {
  readonly #handler: ModelHandler;
  readonly #over: AbortSignal;
  #failed: string | null = null;
  #refused = false;

  /** `over` ends what is under way. */
  constructor(handler: ModelHandler, over: AbortSignal) {
    this.#handler = handler;
    this.#over = over;
  }

  /** What became of the last call, in words; null where it was answered well. */
  get failed(): string | null {
    return this.#failed;
  }

  /**
   * The provider is up and was asked well, and would not take the conversation, or had nothing to say to it: too long
   * a text, one that its filter holds back, a user who was talked into saying nothing.
   */
  get refused(): boolean {
    return this.#refused;
  }

  async call(path: string, body: Uint8Array, { signal }: { signal: AbortSignal }): Promise<MethodAnswer> {
    const request = { method: "POST", path, body };
    const either = AbortSignal.any([signal, this.#over]);
    for (let attempt = 1; ; attempt++) {
      const { response, bytes } = await this.#ask(request, either);
      const { status, headers } = response;
      const usable = status >= 400 || isUsableAnswer(bytes);
      if (!usable && attempt < attemptsAtMost) continue;
      this.#failed = null;
      if (!usable) this.#failed = `the user's model gave no usable answer ${attemptsAtMost} times`;
      if (status >= 400) this.#failed = `the user's model answered ${status}`;
      // 403 is the gateway's own: a limit, or a request that it doesn't let pass.
      this.#refused = !usable || (status >= 400 && status < 500 && status !== 403);
      return { result: { status, headers }, body: bytes };
    }
  }

  async #ask(request: ModelRequest, signal: AbortSignal): Promise<{ response: ModelResponse; bytes: Uint8Array }> {
    const response = await this.#handler(request, { signal });
    return { response, bytes: await readAll(response.body) };
  }
}
