import type { Received } from '../session/received.ts';
import { acknowledgement, type Session } from '../session/session.ts';

/**
 * A message that came before: its answer is sent once more while it is kept; one still running is answered by the execution
 * under way; anything else is acknowledged, which tells the client to stop repeating it.
 */
export function repeatAnswer(session: Session, received: Received): void {
  if (received.state === 'running') return;
  const answer = received.answerId === null ? undefined : session.outbox.get(received.answerId);
  if (answer) session.sendAgain(answer);
  else session.send(acknowledgement([received.msgId]), { content: false, reply: true });
}
