import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type {
  AccountManagement,
  RemovedAccount as RemovedAccountModel,
} from '../../services/account/account-management.ts';
import {
  AccountInUseError,
  AccountNameTakenError,
  AccountNotFoundError,
  FloodWaitError,
  InvalidInputError,
  StoreUnavailableError,
  TelegramError,
  TelegramUnavailableError,
} from '../../services/errors/errors.ts';
import { builder } from '../builder.ts';
import { globalId } from '../node-id.ts';
import { type InputFieldBuilder, type SchemaTypes, unionMutation } from '../union-mutation.ts';
import { Account } from './account.ts';

const RemovedAccount = builder.objectRef<RemovedAccountModel>('RemovedAccount').implement({
  description: 'An account that the gateway does not have any more.',
  fields: (t) => ({
    removedId: t.id({
      description: 'The `Account.id` that it had, for a client’s cache.',
      resolve: ({ name }) => globalId('Account', name),
    }),
    name: t.exposeString('name', { description: 'The name that it had.' }),
    loggedOut: t.exposeBoolean('loggedOut', {
      description: 'Whether Telegram has ended its session. `false`: `logOut` was `false`, and the session lives on.',
    }),
  }),
});

/** What a change may meet, beside AccountNotFoundError and StoreUnavailableError. */
const MET = [
  AccountInUseError,
  AccountNameTakenError,
  InvalidInputError,
  FloodWaitError,
  TelegramUnavailableError,
  TelegramError,
] as const;

interface Change<Fields extends InputFieldMap, Answer extends object> {
  readonly description: string;
  readonly calls: number;
  readonly fields: (t: InputFieldBuilder) => Fields;
  readonly success: ObjectRef<SchemaTypes, Answer>;
  readonly errors: readonly (typeof MET)[number][];
  readonly resolve: (input: InputShapeFromFields<Fields>, management: AccountManagement) => Promise<Answer>;
}

function change<Fields extends InputFieldMap, Answer extends object>(
  name: string,
  { description, calls, fields, success, errors, resolve }: Change<Fields, Answer>,
): void {
  unionMutation<InputShapeFromFields<Fields>>(name, {
    description,
    calls,
    input: { description: 'Which account, and what becomes of it.', argument: 'Which account.', fields },
    result: {
      description: 'The account, or why nothing was changed.',
      types: [success, AccountNotFoundError, StoreUnavailableError, ...errors],
      resolveType: () => success,
    },
    resolve: (given, { management }) => resolve(given, management),
  });
}

const NAME = 'The name that the account has.';

change('renameAccount', {
  description:
    'Gives an account of the store another name. Its id becomes another one. Requests that are under way with the old name may end ' +
    'with AccountNotFoundError; what they began is not done twice.',
  calls: 0,
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    newName: t.string({
      required: true,
      description: 'The name that it gets: 1 to 32 small letters (a-z), digits and hyphens.',
    }),
  }),
  success: Account,
  errors: [AccountInUseError, AccountNameTakenError, InvalidInputError],
  resolve: ({ name, newName }, management) => management.rename(name, newName),
});

change('resumeAccount', {
  description:
    'Lets an account write again that Telegram has limited or frozen, once an operator has seen to it, and starts one at once that ' +
    'does not run. `Account.state` tells what became of it.',
  calls: 0,
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
  success: Account,
  errors: [],
  resolve: ({ name }, management) => management.resume(name),
});

change('removeAccount', {
  description:
    'Takes an account away. Its streams end with ACCOUNT_NOT_FOUND, calls under way are answered, Telegram ends its session ' +
    '(auth.logOut), and its session and access hashes leave the store. Idempotency keys stay for their 24 hours, so that no other ' +
    'account does a request again. When Telegram may not have ended the session, the account stays.',
  calls: 1,
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    logOut: t.boolean({
      defaultValue: true,
      description:
        'Whether Telegram ends the session. `false`: the session lives on for whoever has it. Absent or `null`: `true`.',
    }),
  }),
  success: RemovedAccount,
  errors: [AccountInUseError, InvalidInputError, FloodWaitError, TelegramUnavailableError, TelegramError],
  resolve: ({ name, logOut }, management) => management.remove(name, logOut ?? true),
});
