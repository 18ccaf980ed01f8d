import { crc32 } from 'node:zlib';
import type { Api } from 'telegram';
import 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { tlobjects } from 'telegram/tl/AllTLObjects.js';
import apiTl from 'telegram/tl/apiTl.js';
import { parseTl } from 'telegram/tl/generationHelpers.js';
import schemaTl from 'telegram/tl/schemaTl.js';
import { RpcError } from '../rpc-error.ts';
import { TlError, type TlReader, tlReader, VECTOR } from './reader.ts';

/** One parameter as the library's own schema parser describes it. */
interface Parameter {
  readonly type: string | null;
  readonly isVector: boolean;
  readonly useVectorId: boolean | null;
  readonly isFlag: boolean;
  readonly flagName: string | null;
  readonly flagIndex: number;
  /** This is the `#` that other parameters hang on. */
  readonly flagIndicator: boolean;
}

/** An entry of the library's table of classes: constructors and requests alike. */
interface TlClass {
  new (args: Record<string, unknown>): { readonly classType: string; readonly SUBCLASS_OF_ID: number };
}

const BOOL_TRUE = 0x997275b5;
const BOOL_FALSE = 0xbc799737;

/** Objects inside objects; the deepest that a method of Telegram's wants is JSON, and that is shallow. */
const MAX_DEPTH = 32;

const schema = loadSchema();

/**
 * A request as the library's class, read by the library's schema and in the shape of its own reader (`null` for an
 * absent optional, Buffers, big-integer longs). GramJS's reader is not used itself: one that throws inside a vector leaves
 * its class's schema changed for the whole process, and it takes any type for any other.
 *
 * Throws RpcError 400: INPUT_METHOD_INVALID for an unknown method, INPUT_CONSTRUCTOR_INVALID for an object that is unknown
 * or of another type inside it, INPUT_FETCH_ERROR for one that ends too early, too late or in an impossible value.
 */
export function readRequest(query: Buffer): Api.AnyRequest {
  const reader = tlReader(query);
  try {
    const id = reader.uint();
    const found = schema.get(id);
    if (!found?.isFunction) throw new RpcError(400, 'INPUT_METHOD_INVALID');
    const request = readFields(reader, id, 0);
    if (reader.remaining > 0) throw new TlError(`${reader.remaining} bytes too many`);
    // The table is keyed by constructor and holds requests where the schema says function.
    return request as Api.AnyRequest;
  } catch (error) {
    if (error instanceof TlError) throw new RpcError(400, 'INPUT_FETCH_ERROR');
    throw error;
  }
}

function readFields(reader: TlReader, id: number, depth: number): object {
  const definition = schema.get(id);
  if (!definition) throw new RpcError(400, 'INPUT_CONSTRUCTOR_INVALID');
  if (depth > MAX_DEPTH) throw new TlError('nested too deep');
  const args: Record<string, unknown> = {};
  for (const [name, parameter] of definition.parameters) {
    const present = !parameter.isFlag || (Number(args[parameter.flagName ?? '']) & (1 << parameter.flagIndex)) !== 0;
    if (parameter.flagIndicator) args[name] = reader.int();
    else if (parameter.isFlag && parameter.type === 'true') args[name] = present;
    else args[name] = present ? readParameter(reader, parameter, depth) : null;
  }
  const tlClass: TlClass = tlobjects[id];
  return new tlClass(args);
}

function readParameter(reader: TlReader, parameter: Parameter, depth: number): unknown {
  const type = parameter.type ?? '';
  if (!parameter.isVector) return readValue(reader, type, depth);
  if (parameter.useVectorId && reader.uint() !== VECTOR) throw new TlError('a vector was expected');
  return readVector(reader, type, depth);
}

/** Every value takes four bytes or more, so that a count larger than that is a lie. */
function readVector(reader: TlReader, type: string, depth: number): unknown[] {
  const count = reader.uint();
  if (count * 4 > reader.remaining) throw new TlError(`a vector of ${count} does not fit`);
  return Array.from({ length: count }, () => readValue(reader, type, depth));
}

function readValue(reader: TlReader, type: string, depth: number): unknown {
  switch (type) {
    case 'int':
      return reader.int();
    case 'long':
      return returnBigInt(reader.long());
    case 'int128':
      return signed(reader.raw(16));
    case 'int256':
      return signed(reader.raw(32));
    case 'double':
      return reader.double();
    case 'string':
      return reader.bytes().toString('utf8');
    case 'bytes':
      return Buffer.from(reader.bytes());
    case 'Bool':
      return readBool(reader);
    default:
      return readObject(reader, type, depth + 1);
  }
}

function readBool(reader: TlReader): boolean {
  const id = reader.uint();
  if (id !== BOOL_TRUE && id !== BOOL_FALSE) throw new RpcError(400, 'INPUT_CONSTRUCTOR_INVALID');
  return id === BOOL_TRUE;
}

/** A boxed object of the type named; `X` takes any request. Throws TlError and RpcError as `readRequest` tells. */
export function readObject(reader: TlReader, type: string, depth: number): object {
  const id = reader.uint();
  const definition = schema.get(id);
  const fits = type === 'X' ? definition?.isFunction : !definition?.isFunction && definition?.typeId === crc32(type);
  if (!fits) throw new RpcError(400, type === 'X' ? 'INPUT_METHOD_INVALID' : 'INPUT_CONSTRUCTOR_INVALID');
  return readFields(reader, id, depth);
}

/** Little-endian and signed, as the library keeps its large numbers. */
function signed(bytes: Buffer): ReturnType<typeof returnBigInt> {
  const hex = Buffer.from(bytes).reverse().toString('hex');
  return returnBigInt(BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)));
}

interface Definition {
  readonly isFunction: boolean;
  /** CRC32 of the type's name, the library's SUBCLASS_OF_ID. */
  readonly typeId: number;
  readonly parameters: readonly (readonly [string, Parameter])[];
}

function loadSchema(): ReadonlyMap<number, Definition> {
  const definitions = new Map<number, Definition>();
  for (const text of [apiTl, schemaTl]) {
    // The parser is untyped; this is what its `fromLine` builds.
    const lines: Iterable<{
      constructorId: number;
      isFunction: boolean;
      subclassOfId: number;
      argsConfig: Record<string, Parameter>;
    }> = parseTl(text, '');
    for (const line of lines) {
      definitions.set(line.constructorId, {
        isFunction: line.isFunction,
        typeId: line.subclassOfId >>> 0,
        parameters: Object.entries(line.argsConfig),
      });
    }
  }
  return definitions;
}
