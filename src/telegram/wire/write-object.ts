import { returnBigInt } from 'telegram/Helpers.js';
import { fromLong } from '../tl.ts';
import { fieldsOf, type TlField } from './tl-fields.ts';

/** What all of GramJS's generated classes have; their fields are written in the scheme and not in a type. */
export interface TlObject {
  readonly CONSTRUCTOR_ID: number;
  getBytes(): Buffer;
}

type Put = (value: unknown) => void;
type Writer = (object: TlObject) => void;

const VECTOR = 0x1cb5c415;
const TRUE = 0x997275b5;
const FALSE = 0xbc799737;

const writers = new Map<number, Writer>();
/** Where objects are written before they are copied out; one at a time, as nothing here awaits. */
let bytes = Buffer.allocUnsafe(1024);
let place = 0;

/**
 * A request in its binary form (https://core.telegram.org/mtproto/serialize): what GramJS's `getBytes` gives, from functions that
 * are put together once for each constructor, into one buffer. GramJS walks the scheme for each object, makes a buffer of
 * each field, and the bytes of a 64-bit integer by eight shifts and as many divisions.
 */
export function writeObject(object: TlObject): Buffer {
  place = 0;
  put(object);
  return Buffer.from(bytes.subarray(0, place));
}

function put(object: TlObject): void {
  let writer = writers.get(object.CONSTRUCTOR_ID);
  if (!writer) {
    writer = createWriter(object.CONSTRUCTOR_ID);
    writers.set(object.CONSTRUCTOR_ID, writer);
  }
  writer(object);
}

/** Constructors with a field of a rare kind are left to GramJS. */
function createWriter(constructorId: number): Writer {
  const fields = fieldsOf(constructorId);
  const steps = fields?.map((field) => createStep(field, fields));
  if (!steps?.every((step) => step !== null)) return (object) => putBytes(object.getBytes());
  return (object) => {
    putUint(constructorId);
    for (const step of steps) step(object);
  };
}

function createStep(field: TlField, fields: readonly TlField[]): Writer | null {
  const { name, type, isVector, isFlag, useVectorId, skipConstructorId } = field;
  if (field.flagIndicator) {
    const flags = fields.filter(({ flagName }) => flagName === name);
    return (object) => {
      let word = 0;
      for (const flag of flags) if (isThere(flag, Reflect.get(object, flag.name))) word |= 1 << flag.flagIndex;
      putUint(word >>> 0);
    };
  }
  if (isFlag && type === 'true') return () => {};
  const putOne = type === null ? undefined : (PUT[type] ?? (skipConstructorId ? undefined : putNested));
  if (!putOne || (isVector && !useVectorId)) return null;
  const putAll: Put = isVector ? (value) => putVector(value, putOne) : putOne;
  if (!isFlag) return (object) => putAll(Reflect.get(object, name));
  return (object) => {
    const value: unknown = Reflect.get(object, name);
    if (isThere(field, value)) putAll(value);
  };
}

/** A flag is set for whatever is given, `false` included where it is a value of its own and not the flag. */
function isThere({ type }: TlField, value: unknown): boolean {
  return value !== null && value !== undefined && (value !== false || type === 'Bool');
}

const PUT: Readonly<Record<string, Put>> = {
  int: (value) => {
    makeRoom(4);
    place = bytes.writeInt32LE(Number(value), place);
  },
  long: (value) => {
    makeRoom(8);
    // GramJS takes numbers and decimals for a long, too, and nothing for 0.
    const long = fromLong(returnBigInt(value as Parameters<typeof returnBigInt>[0]));
    place = bytes.writeBigInt64LE(BigInt.asIntN(64, long), place);
  },
  string: putText,
  bytes: putText,
  Bool: (value) => putUint(value ? TRUE : FALSE),
};

function putNested(value: unknown): void {
  if (!isObject(value)) throw new Error(`a TL object was expected, not ${typeof value}`);
  put(value);
}

function isObject(value: unknown): value is TlObject {
  return typeof value === 'object' && value !== null && 'CONSTRUCTOR_ID' in value && 'getBytes' in value;
}

function putVector(value: unknown, putOne: Put): void {
  if (!Array.isArray(value)) throw new Error(`a vector was expected, not ${typeof value}`);
  putUint(VECTOR);
  putUint(value.length);
  for (const one of value) putOne(one);
}

/** Length in one byte, or 254 and three; then the bytes, padded to four. */
function putText(value: unknown): void {
  if (typeof value !== 'string' && !Buffer.isBuffer(value))
    throw new Error(`text or bytes were expected, not ${typeof value}`);
  const length = Buffer.byteLength(value);
  makeRoom(length + 8);
  if (length < 254) place = bytes.writeUInt8(length, place);
  else place = bytes.writeUInt32LE(((length << 8) | 254) >>> 0, place);
  place += typeof value === 'string' ? bytes.write(value, place) : value.copy(bytes, place);
  while (place % 4 !== 0) place = bytes.writeUInt8(0, place);
}

function putUint(value: number): void {
  makeRoom(4);
  place = bytes.writeUInt32LE(value, place);
}

function putBytes(value: Buffer): void {
  makeRoom(value.length);
  place += value.copy(bytes, place);
}

function makeRoom(length: number): void {
  if (place + length <= bytes.length) return;
  const larger = Buffer.allocUnsafe(2 * (place + length));
  bytes.copy(larger, 0, 0, place);
  bytes = larger;
}
