// The name in a TLS client's first message (RFC 8446, RFC 6066 section 3).

const handshake = 22;
const clientHello = 1;
const serverName = 0;
const maxBytes = 32 * 1024;

/** "more": what is there may be the beginning of one. null: no TLS, or no name in it. */
export function serverNameOf(bytes: Buffer): string | null | "more" {
  const message = messageOf(bytes);
  if (message === null || message === "more") return message;
  try {
    return nameIn(message);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The handshake message, which may be spread over several records. */
function messageOf(bytes: Buffer): Buffer | null | "more" {
  const parts: Buffer[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    if (bytes.length > maxBytes) return null;
    if (bytes.length > at && bytes[at] !== handshake) return null;
    if (bytes.length < at + 5) return "more";
    const size = bytes.readUInt16BE(at + 3);
    if (size === 0) return null;
    const part = bytes.subarray(at + 5, at + 5 + size);
    parts.push(part);
    length += part.length;
    const message = Buffer.concat(parts);
    if (message.length > 0 && message[0] !== clientHello) return null;
    if (message.length >= 4 && length >= 4 + message.readUIntBE(1, 3)) return message.subarray(4);
    if (part.length < size) return "more";
    at += 5 + size;
  }
}

/** Throws RangeError where the message ends too early. */
function nameIn(message: Buffer): string | null {
  let at = 2 + 32;
  at += 1 + message.readUInt8(at);
  at += 2 + message.readUInt16BE(at);
  at += 1 + message.readUInt8(at);
  const end = at + 2 + message.readUInt16BE(at);
  at += 2;
  while (at + 4 <= end) {
    const type = message.readUInt16BE(at);
    const size = message.readUInt16BE(at + 2);
    if (type !== serverName) {
      at += 4 + size;
      continue;
    }
    // A list with one entry: length, type (0 is a name), length, name.
    if (message.readUInt8(at + 6) !== 0) return null;
    const length = message.readUInt16BE(at + 7);
    const name = message.subarray(at + 9, at + 9 + length).toString("latin1");
    return name.length === length && /^[\x21-\x7e]+$/.test(name) ? name : null;
  }
  return null;
}
