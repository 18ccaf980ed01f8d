import type { Connection } from '../connection.ts';
import { ExchangeError } from '../exchange/exchange-error.ts';
import { TlError, tlReader } from '../tl/reader.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { Core } from './core.ts';

/**
 * A packet without a key (core.telegram.org/mtproto/description#unencrypted-message): key id 0, message id, length, and a step
 * of the key exchange. Whatever is wrong with it is a transport error and the end of the connection.
 */
export function receivePlain(
  core: Core,
  connection: Connection,
  packet: Buffer,
  exchange: (body: Buffer) => Buffer | null,
): void {
  try {
    const reader = tlReader(packet);
    reader.long();
    const msgId = reader.long();
    const body = reader.raw(reader.uint());
    if (msgId % 4n !== 0n) throw new ExchangeError("the message id is not a client's");
    const answer = exchange(body);
    if (!answer) return;
    const id = (((BigInt(Math.floor(core.clock())) << 32n) / 1000n) & ~3n) + 1n;
    connection.send(Buffer.concat([tlLong(0n), tlLong(id), tlUint(answer.length), answer]));
  } catch (error) {
    if (error instanceof ExchangeError) connection.fail(error.code);
    else if (error instanceof TlError) connection.fail(-404);
    else throw error;
  }
}
