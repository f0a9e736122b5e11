// Questions and answers of the domain name system (RFC 1035), as far as a box needs them.

export interface Question {
  name: string;
  type: number;
  /** Of the question in the message; end exclusive. */
  end: number;
}

export const typeA = 1;
const nameError = 3;

/** undefined for what is no plain question. */
export function questionOf(message: Buffer): Question | undefined {
  try {
    const isQuery = (message.readUInt8(2) & 0xf8) === 0;
    if (!isQuery || message.readUInt16BE(4) !== 1) return undefined;
    const labels: string[] = [];
    let at = 12;
    for (let size = message.readUInt8(at); size > 0; size = message.readUInt8(at)) {
      if (size > 63 || at > 280) return undefined;
      labels.push(message.subarray(at + 1, at + 1 + size).toString("latin1"));
      at += 1 + size;
    }
    // The class, which is always the internet's, must be there too.
    message.readUInt16BE(at + 3);
    return { name: labels.join("."), type: message.readUInt16BE(at + 1), end: at + 5 };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** null: there is no such name. "": there is, but nothing of that type. */
export function answerTo(message: Buffer, { end }: Question, address: string | null): Buffer {
  const head = Buffer.alloc(12);
  message.copy(head, 0, 0, 2);
  const wantsRecursion = message.readUInt8(2) & 1;
  head.writeUInt8(0x84 | wantsRecursion, 2);
  head.writeUInt8(0x80 | (address === null ? nameError : 0), 3);
  head.writeUInt16BE(1, 4);
  const question = message.subarray(12, end);
  if (address === null || address === "") return Buffer.concat([head, question]);
  head.writeUInt16BE(1, 6);
  const record = Buffer.from([0xc0, 12, 0, typeA, 0, 1, 0, 0, 0, 5, 0, 4, ...address.split(".").map(Number)]);
  return Buffer.concat([head, question, record]);
}
