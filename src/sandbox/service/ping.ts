import { PONG } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { ServiceMessage } from './service-message.ts';

/** ping: pong with both numbers, which is the answer itself and no rpc_result. */
export function ping({ session, msgId, reader }: ServiceMessage): void {
  const body = Buffer.concat([tlUint(PONG), tlLong(msgId), tlLong(reader.long())]);
  session.send(body, { content: false, reply: true });
}

/** The same, and the connection is closed after so many seconds unless another one comes. */
export function pingDelayDisconnect(message: ServiceMessage): void {
  ping(message);
  message.connection.disconnectAfter(message.reader.int());
}
