import 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { VECTOR } from './reader.ts';
import { tlLong, tlUint } from './writer.ts';

/** The class of the library's longs, which it does not export. */
const LongClass = returnBigInt(0).constructor;

/** What the library's objects have in common. */
interface Serialisable {
  getBytes(): Buffer;
}

/**
 * A method's answer as it stands inside rpc_result: an object, Bool, or a vector of objects, of ints (numbers) or of longs
 * (bigint or big-integer). Throws TypeError for anything else, which the caller turns into INTERNAL_SERVER_ERROR.
 */
export function writeResult(result: unknown): Buffer {
  if (typeof result === 'boolean') return tlUint(result ? 0x997275b5 : 0xbc799737);
  if (Array.isArray(result)) return Buffer.concat([tlUint(VECTOR), tlUint(result.length), ...result.map(writeElement)]);
  if (isSerialisable(result)) return result.getBytes();
  throw new TypeError(`a method answered ${typeof result}, which TL has no form for`);
}

function writeElement(element: unknown): Buffer {
  if (typeof element === 'number') return tlUint(element);
  if (typeof element === 'bigint') return tlLong(element);
  if (element instanceof LongClass) return tlLong(BigInt(element.toString()));
  return writeResult(element);
}

function isSerialisable(value: unknown): value is Serialisable {
  return typeof value === 'object' && value !== null && 'getBytes' in value && typeof value.getBytes === 'function';
}
