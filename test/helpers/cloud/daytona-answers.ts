import type { CloudAnswer } from "./cloud-server.ts";

const codes: Readonly<Record<number, string>> = { 401: "UNAUTHORIZED", 404: "NOT_FOUND", 409: "CONFLICT" };

/** As its API and its toolbox word it. */
export function refusalOf(status: number, message: string): CloudAnswer {
  return { status, json: { statusCode: status, code: codes[status] ?? "ERROR", message, error: message } };
}
