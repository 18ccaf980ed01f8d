/**
 * The wire's vocabulary for the rest of the code: GramJS's generated `Api` (TL layer 198), and the two directions of a
 * 64-bit integer, which GramJS carries as a `big-integer` and we carry as the native bigint.
 */
import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';

export { Api };

/** GramJS's own 64-bit integer, as its requests want it. */
export type Long = ReturnType<typeof returnBigInt>;

/** A native bigint as GramJS wants it in a request. */
export function toLong(value: bigint): Long {
  return returnBigInt(value);
}

/** A 64-bit integer of an answer as a native bigint. */
export function fromLong(value: Long): bigint {
  // Where the engine has bigint, GramJS's integers hold one; their type does not say so.
  return 'value' in value && typeof value.value === 'bigint' ? value.value : BigInt(value.toString());
}
