import { FUTURE_SALTS } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { ServiceMessage } from './service-message.ts';

/** Telegram gives at most so many. */
const MAX_SALTS = 64;

/** get_future_salts: the current salt and those after it. The vector and its elements are bare, without constructors. */
export function getFutureSalts({ core, session, msgId, reader }: ServiceMessage): void {
  const salts = session.key.salts.upcoming(Math.min(Math.max(reader.int(), 1), MAX_SALTS));
  const body = Buffer.concat([
    tlUint(FUTURE_SALTS),
    tlLong(msgId),
    tlUint(Math.floor(core.clock() / 1000)),
    tlUint(salts.length),
    ...salts.flatMap((salt) => [tlUint(salt.validSince), tlUint(salt.validUntil), tlLong(salt.value)]),
  ]);
  session.send(body, { content: false, reply: true });
}
