// Where Daytona's SDK puts what a Dockerfile copies: as much of S3 as it asks for.

import type { CloudAnswer, CloudRequest } from "./cloud-server.ts";

const storagePath = "/storage";

export class DaytonaStorage {
  readonly #objects = new Map<string, Buffer>();

  async handle({ method, path, query, headers, body }: CloudRequest): Promise<CloudAnswer | undefined> {
    if (!path.startsWith(`${storagePath}/`)) return undefined;
    const key = path.slice(`${storagePath}/bucket/`.length);
    if (method === "PUT") {
      const content = await body();
      this.#objects.set(
        decodeURIComponent(key),
        headers["x-amz-decoded-content-length"] ? unchunked(content) : content,
      );
      return { status: 200, headers: { ETag: '"stored"' } };
    }
    const prefix = query.get("prefix") ?? "";
    const found = [...this.#objects.keys()].filter((name) => name.startsWith(prefix));
    const contents = found.map((name) => `<Contents><Key>${name}</Key></Contents>`).join("");
    const xml = `<ListBucketResult><KeyCount>${found.length}</KeyCount>${contents}</ListBucketResult>`;
    return { status: 200, headers: { "Content-Type": "application/xml" }, body: Buffer.from(xml) };
  }

  /** The archive of a hash. */
  find(hash: string): Buffer | undefined {
    return this.#objects.get(`organization/${hash}/context.tar`);
  }
}

/** What its API says of it. */
export function accessTo(url: string): Record<string, string> {
  const keys = { accessKey: "access", secret: "secret", sessionToken: "session" };
  return {
    ...keys,
    storageUrl: `${url}${storagePath}`,
    organizationId: "organization",
    bucket: "bucket",
    region: "here",
  };
}

/** Of aws-chunked: lines "length;…" in hex, each with its bytes behind it. */
function unchunked(content: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf("\r\n", at);
    const length = Number.parseInt(content.subarray(at, end).toString("latin1"), 16);
    if (!(length > 0)) break;
    parts.push(content.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}
