import type { Connection } from '../connection.ts';
import type { Core } from '../message/core.ts';
import type { Session } from '../session/session.ts';
import type { TlReader } from '../tl/reader.ts';

/** A service message with the reader behind its constructor. */
export interface ServiceMessage {
  readonly core: Core;
  readonly connection: Connection;
  readonly session: Session;
  readonly msgId: bigint;
  readonly reader: TlReader;
}
