import { RpcError } from '../rpc-error.ts';
import {
  GZIP_PACKED,
  INIT_CONNECTION,
  INVOKE_AFTER_MSG,
  INVOKE_AFTER_MSGS,
  INVOKE_WITH_LAYER,
  INVOKE_WITHOUT_UPDATES,
} from '../tl/constructors.ts';
import { unpackGzip } from '../tl/gzip.ts';
import { readObject } from '../tl/read-request.ts';
import { TlError, type TlReader, tlReader } from '../tl/reader.ts';

/** A request without the wrappers of core.telegram.org/api/invoking. */
export interface Unwrapped {
  /** The innermost query, still as bytes. */
  readonly query: Buffer;
  /** From invokeWithLayer; `null` without. */
  readonly layer: number | null;
  readonly initialises: boolean;
  readonly withoutUpdates: boolean;
  /** Messages of the same session that have to be answered before. */
  readonly after: readonly bigint[];
}

/** Wrappers around one query; real clients nest four or five. */
const MAX_WRAPPERS = 10;

/** The layers that invokeWithLayer may name; beyond them lies an error of the client's. */
const MAX_LAYER = 10_000;

/**
 * Takes the wrappers off by hand, so that what they say is heard even where the query inside is unknown.
 * Throws RpcError 400: INPUT_FETCH_ERROR for broken wrappers, CONNECTION_LAYER_INVALID for a layer that never was.
 */
export function unwrapQuery(wrapped: Buffer): Unwrapped {
  const unwrapped = { query: wrapped, initialises: false, withoutUpdates: false };
  let layer: number | null = null;
  const after: bigint[] = [];
  try {
    for (let depth = 0; depth <= MAX_WRAPPERS; depth += 1) {
      const reader = tlReader(unwrapped.query);
      switch (reader.uint()) {
        case INVOKE_WITH_LAYER:
          layer = reader.int();
          if (layer < 1 || layer > MAX_LAYER) throw new RpcError(400, 'CONNECTION_LAYER_INVALID');
          break;
        case INIT_CONNECTION:
          skipClient(reader);
          unwrapped.initialises = true;
          break;
        case INVOKE_WITHOUT_UPDATES:
          unwrapped.withoutUpdates = true;
          break;
        case INVOKE_AFTER_MSG:
          after.push(reader.long());
          break;
        case INVOKE_AFTER_MSGS:
          after.push(...reader.longs());
          break;
        case GZIP_PACKED:
          unwrapped.query = unpackGzip(reader);
          continue;
        default:
          return { ...unwrapped, layer, after };
      }
      unwrapped.query = reader.raw();
    }
  } catch (error) {
    if (!(error instanceof TlError)) throw error;
  }
  throw new RpcError(400, 'INPUT_FETCH_ERROR');
}

/** What initConnection tells of device and app, none of which matters here. */
function skipClient(reader: TlReader): void {
  const flags = reader.uint();
  reader.int();
  for (let strings = 0; strings < 6; strings += 1) reader.bytes();
  if (flags & 1) readObject(reader, 'InputClientProxy', 1);
  if (flags & 2) readObject(reader, 'JSONValue', 1);
}
