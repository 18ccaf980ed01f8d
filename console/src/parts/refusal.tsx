import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../data/refusal.ts';
import { asDuration, useSecondsUntil } from './countdown.ts';
import classes from './parts.module.css';

const TITLES: Record<string, string> = {
  FLOOD_WAIT: 'Telegram asks for a pause',
  GATEWAY_BUSY: 'The gateway is busy',
  TOO_MANY_OPERATIONS: 'Too much at once',
  NO_ANSWER: 'The gateway has not answered',
  UNAUTHENTICATED: 'The session has ended',
  INVALID_INPUT: 'The input is not right',
  BAD_USER_INPUT: 'The gateway does not take this input',
  INVITE_HASH_EXPIRED: 'This link does not work',
  HIDE_REQUESTER_MISSING: 'Somebody else has decided',
  CHAT_ADMIN_REQUIRED: 'The account lacks the right',
  IDEMPOTENCY_UNAVAILABLE: 'The gateway cannot write the key down',
};

/** A read says by its code alone that it is about the account. */
const OF_ACCOUNT = /^(?:ACCOUNT_UNAVAILABLE|ACTIVE_USER_REQUIRED|AUTH_KEY_|SESSION_|USER_DEACTIVATED)/;

/** `ChatWriteForbiddenError` is “Chat write forbidden”. */
function titleOf({ code, type, isUnknown, retryAt }: Refusal): string {
  if (isUnknown && code !== 'NO_ANSWER') return 'Nobody knows yet whether this was done';
  if (type === 'AccountUnavailableError' || OF_ACCOUNT.test(code)) return 'The account cannot act';
  if (type === 'TelegramUnavailableError') return 'Telegram cannot be reached: nothing was done';
  if (type === 'FloodWaitError' || (retryAt !== null && code.startsWith('FLOOD'))) return 'Telegram asks for a pause';
  const words = (type ?? code).replace(/Error$/, '').replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ');
  return TITLES[code] ?? words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

interface RefusedProps {
  refusal: Refusal;
  /** Repeats the very same; a mutation with the same key. */
  again?: (() => unknown) | undefined;
  isRunning?: boolean;
  /** A read: it may be repeated whatever the reason was. */
  isRead?: boolean;
  /** Whether a repetition carries the same idempotency key. */
  isKeyed?: boolean;
}

/** What was refused, as what it is: in words, with its code, and where it helps a button that tries again when it is time. */
export function Refused({ refusal, again, isRunning = false, isRead = false, isKeyed = true }: RefusedProps) {
  const left = useSecondsUntil(refusal.retryAt);
  const withSameKey = refusal.isUnknown && !isRead && isKeyed;
  const box = useRef<HTMLDivElement>(null);
  // Below a long form it would be out of sight of whoever pressed the button.
  useEffect(() => {
    if (!isRead) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isRead]);
  return (
    <div ref={box} className={classes.refusal} role="alert">
      <p>
        <b>{isRead && refusal.isUnknown ? 'The gateway has not answered' : titleOf(refusal)}</b>{' '}
        <code>{refusal.code}</code>
      </p>
      <p>{refusal.message}</p>
      {again && (isRead || refusal.mayRepeat) && (
        <Button variant="default" onClick={again} loading={isRunning} disabled={left > 0}>
          {left > 0 ? `Try again in ${asDuration(left)}` : withSameKey ? 'Try again with the same key' : 'Try again'}
        </Button>
      )}
    </div>
  );
}
