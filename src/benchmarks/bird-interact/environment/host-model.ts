// The user's model, which the host reaches: no key is known here.

import { readAll } from "../../../channel/byte-stream.ts";
import { isRecord } from "../../../channel/messages.ts";
import type { Peer } from "../../../channel/peer.ts";

/** One Chat Completions call. Throws an error with the numeric `status` of an answer that is none. */
export async function callHostModel(
  peer: Peer,
  request: object,
  { session, signal }: { session: string; signal: AbortSignal },
): Promise<unknown> {
  const params = { session, method: "POST", path: "/v1/chat/completions" };
  const answer = await peer.request("model", params, { signal, body: Buffer.from(JSON.stringify(request), "utf8") });
  const text = Buffer.from(await readAll(answer.body)).toString("utf8");
  const status = isRecord(answer.result) && typeof answer.result["status"] === "number" ? answer.result["status"] : 502;
  if (status >= 400) throw Object.assign(new Error(`status ${status}: ${text.slice(0, 500)}`), { status });
  return JSON.parse(text);
}
