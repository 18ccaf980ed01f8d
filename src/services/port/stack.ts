import type { ConnectionStatus, TelegramPort } from '../../telegram/port.ts';
import type { AccountHold } from '../account/account-hold.ts';
import type { CheckedInvites } from '../invites/checked-invites.ts';
import { withDomainErrors } from './domain-errors.ts';
import { createFloodGate } from './flood-gate.ts';
import { withForgottenInvites } from './forgotten-invites.ts';
import { withHeldWrites } from './held-writes.ts';
import { withPeerDoubts } from './peer-doubts.ts';
import { withPressure } from './pressure.ts';
import { withRetries } from './retries.ts';
import { withSeenAnswers } from './seen-answers.ts';
import { createSharedReads, type SharedReads } from './shared-reads.ts';

type Guard = (port: TelegramPort) => TelegramPort;

export interface PortStackDeps {
  readonly telegram: TelegramPort;
  readonly connection: () => ConnectionStatus;
  readonly hold: AccountHold;
  readonly checked: CheckedInvites;
  /** Telegram did not take the address of this marked id. */
  readonly doubt: (id: string) => void;
  /** Is shown every answer of Telegram. May not throw. */
  readonly seen: (answer: unknown) => void;
  readonly clock: () => Date;
  readonly monotonic: () => number;
}

export interface PortStack {
  /** What everybody but a feed calls Telegram by. */
  readonly port: TelegramPort;
  /**
   * What live feeds call it by. It shares no reads, because a read that began before an update came may not show what the
   * update is about. It needs no more than the guards behind that: a feed changes nothing, so that there is nothing to hold
   * or to forget, and a feed that Telegram refuses ends, so that the next request finds out about the address.
   */
  readonly feedPort: TelegramPort;
  /** From now on no call joins a read that is under way already. */
  readonly readAnew: SharedReads['startAnew'];
  /** What keeps calls of the method from leaving just now; `null`: nothing. */
  stopOf(method: string): 'FLOOD' | 'FULL' | null;
}

/** The guards of one account's calls. */
export function createPortStack({
  telegram,
  connection,
  hold,
  checked,
  doubt,
  seen,
  clock,
  monotonic,
}: PortStackDeps): PortStack {
  let isFull = () => false;
  const reads = createSharedReads();
  const floods = createFloodGate(clock, monotonic);
  /** From the caller on. */
  const beforeFeeds: readonly Guard[] = [
    // A username that led to a refused address may lead elsewhere by now, and is asked for again by the next request.
    (port) => withPeerDoubts(port, doubt),
    // Whatever becomes of a call, what is known of the link that it may have changed is in doubt.
    (port) => withForgottenInvites(port, checked),
    // What an operator has to decide takes no place and waits for nothing.
    (port) => withHeldWrites(port, hold, connection),
    // Who joins a read takes no place of its own.
    reads.guard,
  ];
  /** Behind those, to the wire. */
  const forAll: readonly Guard[] = [
    // A flood wait is told without a place in the queue.
    floods.entrance,
    // A call between two tries gives its place in the queue back.
    withRetries,
    // The connection carries so many calls at a time, and callers take turns.
    (port) => {
      const pressed = withPressure(port);
      isFull = pressed.isFull;
      return pressed;
    },
    // A call that waited for its place while a flood wait began is not sent.
    floods.exit,
    // All guards above speak of domain errors.
    (port) => withDomainErrors(port, clock),
    // What an answer tells of rights and links is known whoever asked.
    (port) => withSeenAnswers(port, seen),
  ];
  const feedPort = stacked(telegram, forAll);
  return {
    port: stacked(feedPort, beforeFeeds),
    feedPort,
    readAnew: reads.startAnew,
    stopOf(method) {
      if (floods.holds(method)) return 'FLOOD';
      return isFull() ? 'FULL' : null;
    },
  };
}

/** What an account is asked by before anything that is kept of it is known: who it is. */
export function createFirstPort(telegram: TelegramPort, clock: () => Date): TelegramPort {
  return stacked(telegram, [withRetries, (port) => withDomainErrors(port, clock)]);
}

/** `guards` from the caller to the wire. */
function stacked(telegram: TelegramPort, guards: readonly Guard[]): TelegramPort {
  return guards.reduceRight((port, guard) => guard(port), telegram);
}
