import type { UnionRef } from '@pothos/core';
import {
  AccountExistsError,
  AccountNameTakenError,
  AccountUnavailableError,
  FloodWaitError,
  type GatewayError,
  InvalidInputError,
  SIGN_IN_ADVICE,
  SignInEndedError,
  SignInNotFoundError,
  SignInStepError,
  StoreUnavailableError,
  TelegramError,
  TelegramUnavailableError,
  TooManySignInsError,
} from '../../services/errors/errors.ts';
import { signInErrors } from '../../services/errors/telegram-errors.ts';
import { MOST_OF_A_CALLER, MOST_SIGN_INS } from '../../services/sign-in/sign-ins.ts';
import { builder } from '../builder.ts';
import { ErrorInterface, FieldErrorInterface, withTypes } from '../error/errors.ts';

builder.objectType(SignInNotFoundError, {
  name: 'SignInNotFoundError',
  description:
    'This caller has no sign-in with this id. A sign-in belongs to whoever began it, and the gateway forgets it ten minutes after ' +
    'its end, or earlier when many have ended since.',
  interfaces: [ErrorInterface, FieldErrorInterface],
});

builder.objectType(SignInStepError, {
  name: 'SignInStepError',
  description:
    'The sign-in does not wait for this now; its `step` says for what. The gateway sent nothing to Telegram.',
  interfaces: [ErrorInterface],
});

builder.objectType(TooManySignInsError, {
  name: 'TooManySignInsError',
  description: `${MOST_SIGN_INS} sign-ins are under way, or ${MOST_OF_A_CALLER} of this caller. The gateway sent nothing to Telegram.`,
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds after which one of them has ended at the latest.',
    }),
  }),
});

builder.objectType(SignInEndedError, {
  name: 'SignInEndedError',
  description: `The sign-in ended without an account, and Telegram did not refuse it. ${Object.entries(SIGN_IN_ADVICE)
    .map(([code, advice]) => `${code}: ${advice}`)
    .join(' ')}`,
  interfaces: [ErrorInterface],
});

builder.objectType(AccountNameTakenError, {
  name: 'AccountNameTakenError',
  description: 'Another account of the gateway has the name.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ account: t.exposeString('account', { description: 'The name.' }) }),
});

builder.objectType(AccountExistsError, {
  name: 'AccountExistsError',
  description:
    'The Telegram user who signed in is an account of the gateway already, under another name. The gateway has ended the new session.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ account: t.exposeString('account', { description: 'The name that the account has.' }) }),
});

/** What any change of a sign-in may meet. */
const anyChange = [
  InvalidInputError,
  FloodWaitError,
  AccountUnavailableError,
  TelegramUnavailableError,
  TelegramError,
  SignInEndedError,
];
/** What may come of a step after which the account may be in. */
const lastStep = [AccountNameTakenError, AccountExistsError, StoreUnavailableError];
const { sending, number, again, code, password, qr, bot } = signInErrors;

/** They end no sign-in. */
const NO_END: ReadonlySet<unknown> = new Set([
  TooManySignInsError,
  SignInNotFoundError,
  SignInStepError,
  InvalidInputError,
]);

/** The failures of each mutation. */
export const errorsOf = {
  begin: [...withTypes([...number, ...sending, ...bot, ...qr]), ...lastStep, TooManySignInsError, ...anyChange],
  code: [...withTypes([...code, ...sending]), ...lastStep, SignInNotFoundError, SignInStepError, ...anyChange],
  again: [...withTypes([...again, ...sending]), SignInNotFoundError, SignInStepError, ...anyChange],
  password: [...withTypes(password), ...lastStep, SignInNotFoundError, SignInStepError, ...anyChange],
  cancel: [SignInNotFoundError, ...anyChange],
};

/** Why a sign-in ended, as a value. */
export const SignInFailure: UnionRef<(typeof builder)['$inferSchemaTypes'], GatewayError> = builder.errorUnion(
  'SignInFailure',
  {
    description: 'Why a sign-in ended without an account.',
    types: [...new Set([...errorsOf.begin, ...errorsOf.code, ...errorsOf.again, ...errorsOf.password])].filter(
      (type) => !NO_END.has(type),
    ),
  },
);
