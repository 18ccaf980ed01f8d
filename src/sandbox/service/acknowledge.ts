import type { ServiceMessage } from './service-message.ts';

/** msgs_ack: the client has these messages of ours, so nothing of them is kept. */
export function acknowledge({ session, reader }: ServiceMessage): void {
  for (const msgId of reader.longs()) {
    const answered = session.outbox.forget(msgId)?.answers;
    const request = answered == null ? undefined : session.received.get(answered);
    if (request) request.state = 'acknowledged';
  }
}
