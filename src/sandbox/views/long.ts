/**
 * views/ shows the world to one account in Telegram's types, and this file is where its bigints become TL's longs.
 * Everything beyond this folder and methods/ counts in native bigints.
 */
import type { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';

/** GramJS's own big integer, which is what its serialiser takes. */
type Long = Api.PeerUser['userId'];

export function toLong(value: bigint): Long {
  return returnBigInt(value);
}

/** TL longs are signed, some clients show them unsigned: both give the same signed number. */
export function fromLong(value: Long): bigint {
  return BigInt.asIntN(64, BigInt(value.toString()));
}
