import { GZIP_PACKED, MSG_CONTAINER } from '../tl/constructors.ts';
import { unpackGzip } from '../tl/gzip.ts';
import { TlError, tlReader } from '../tl/reader.ts';

/** A message of the client's, cut out but not yet understood. */
export interface Message {
  readonly msgId: bigint;
  readonly seqNo: number;
  /** Unpacked already. */
  readonly body: Buffer;
}

/** Messages in one container (core.telegram.org/mtproto/service_messages#containers). */
const MAX_MESSAGES = 1020;

export function isContainer(body: Buffer): boolean {
  return body.length >= 4 && body.readUInt32LE(0) === MSG_CONTAINER;
}

/**
 * The messages of a container, cut by their lengths alone, so that one with an unknown body leaves its neighbours whole.
 * Throws TlError for anything that deserves notification 64: lengths that do not add up, too many, one inside another.
 */
export function openContainer(body: Buffer): readonly Message[] {
  const reader = tlReader(body);
  reader.uint();
  const count = reader.uint();
  if (count > MAX_MESSAGES) throw new TlError(`a container of ${count} messages`);
  const messages = Array.from({ length: count }, () => {
    const msgId = reader.long();
    const seqNo = reader.int();
    const length = reader.uint();
    if (length % 4 !== 0) throw new TlError(`a message of ${length} bytes`);
    const content = reader.raw(length);
    if (isContainer(content)) throw new TlError('a container inside a container');
    return { msgId, seqNo, body: content };
  });
  if (reader.remaining > 0) throw new TlError(`${reader.remaining} bytes behind the last message`);
  return messages;
}

/** The body of a message whose content may be gzip_packed, once; throws TlError for broken packing or a packed container. */
export function unpackBody(body: Buffer): Buffer {
  const reader = tlReader(body);
  if (reader.uint() !== GZIP_PACKED) return body;
  const content = unpackGzip(reader);
  if (isContainer(content)) throw new TlError('a packed container');
  return content;
}
