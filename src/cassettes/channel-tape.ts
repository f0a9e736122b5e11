// The frames of one phase, both ways, as a tape: what the box asked, what it was told, in which order.

import { endOfError } from "../channel/agent-end.ts";
import { CallError } from "../channel/channel-error.ts";
import { type Header, isRecord } from "../channel/messages.ts";
import type { CallFailure, RecordedAnswer, RecordedCall, Tape, TapeEvent } from "./cassette.ts";

interface OpenRequest {
  method: string;
  params: unknown;
  pieces: Uint8Array[];
}

interface OpenCall extends OpenRequest {
  result: unknown;
  answer: Uint8Array[];
  /** open: no answer yet; running: its body is not over. */
  state: "open" | "running" | "whole" | "cut" | { error: CallFailure; running: boolean };
}

export class ChannelTape {
  readonly #calls: OpenCall[] = [];
  readonly #events: TapeEvent[] = [];
  /** By the box's ids: requests whose bodies are still coming, and indices of calls that are under way. */
  readonly #arriving = new Map<number, OpenRequest>();
  readonly #underWay = new Map<number, number>();
  #startId: number | null = null;
  #start: Readonly<Record<string, unknown>> | null = null;
  #boxEnd: Tape["boxEnd"] = null;

  fromBox(header: Header, body: Uint8Array): void {
    switch (header.kind) {
      case "request": {
        const request = { method: header.method, params: header.params, pieces: [body] };
        if (header.more) this.#arriving.set(header.id, request);
        else this.#asked(header.id, request);
        return;
      }
      case "chunk": {
        const request = this.#arriving.get(header.id);
        if (header.of !== "request" || request === undefined) return;
        request.pieces.push(body);
        if (header.more) return;
        this.#arriving.delete(header.id);
        if (header.error === undefined) this.#asked(header.id, request);
        return;
      }
      case "cancel":
        this.#arriving.delete(header.id);
        this.#end(header.id, "cut");
        return;
      case "response":
        if (header.id === this.#startId) this.#boxEnd = { how: "finished", code: "finished" };
        return;
      case "error": {
        if (header.id !== this.#startId) return;
        const { how, code } = endOfError(new CallError(header.error.code, header.error.message));
        this.#boxEnd = { how, code };
      }
    }
  }

  fromHost(header: Header, body: Uint8Array): void {
    switch (header.kind) {
      case "request":
        if (header.method !== "start" || !isRecord(header.params)) return;
        this.#startId = header.id;
        this.#start = header.params;
        return;
      case "response":
        this.#answered(header.id, body, header);
        return;
      case "error":
        this.#failed(header.id, header.error);
        return;
      case "chunk": {
        if (header.of !== "response") return;
        this.#call(header.id)?.answer.push(body);
        if (header.error !== undefined) this.#end(header.id, { error: header.error, running: true });
        else if (!header.more) this.#end(header.id, "whole");
      }
    }
  }

  /** null: the candidate was never sent. */
  read(): Tape | null {
    if (this.#start === null) return null;
    const { interface: name, ...rest } = this.#start;
    return {
      start: { interface: name, ...rest },
      calls: this.#calls.map(toRecorded),
      events: [...this.#events],
      boxEnd: this.#boxEnd,
    };
  }

  #asked(id: number, request: OpenRequest): void {
    // Says that the runtime is up; no doing of the candidate's.
    if (request.method === "ready") return;
    const call = this.#calls.push({ ...request, result: null, answer: [], state: "open" }) - 1;
    this.#underWay.set(id, call);
    this.#events.push({ kind: "ask", call });
  }

  #answered(id: number, body: Uint8Array, { result, more }: { result: unknown; more: boolean }): void {
    const index = this.#underWay.get(id);
    const call = this.#call(id);
    if (index === undefined || call === undefined) return;
    this.#events.push({ kind: "answer", call: index });
    call.result = result;
    call.answer.push(body);
    call.state = "running";
    if (!more) this.#end(id, "whole");
  }

  #failed(id: number, error: CallFailure): void {
    const index = this.#underWay.get(id);
    if (index === undefined) return;
    this.#events.push({ kind: "answer", call: index });
    this.#end(id, { error, running: false });
  }

  #end(id: number, state: Exclude<OpenCall["state"], "open" | "running">): void {
    const call = this.#call(id);
    this.#underWay.delete(id);
    if (call === undefined || (state === "cut" && call.state === "open")) return;
    call.state = state;
  }

  #call(id: number): OpenCall | undefined {
    const index = this.#underWay.get(id);
    return index === undefined ? undefined : this.#calls[index];
  }
}

function toRecorded({ method, params, pieces, result, answer, state }: OpenCall): RecordedCall {
  const call = { method, params, body: Buffer.concat(pieces) };
  const body = Buffer.concat(answer);
  const told = (end: CallFailure | "whole" | "cut"): RecordedAnswer => ({ result, body, end });
  if (state === "open") return { ...call, answer: null };
  if (state === "running" || state === "cut") return { ...call, answer: told("cut") };
  if (state === "whole") return { ...call, answer: told("whole") };
  return { ...call, answer: state.running ? told(state.error) : { error: state.error } };
}
