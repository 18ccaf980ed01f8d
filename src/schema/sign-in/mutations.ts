import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { SignIn as SignInModel } from '../../services/sign-in/sign-in.ts';
import { MOST_OF_A_CALLER, MOST_SIGN_INS, type SignIns } from '../../services/sign-in/sign-ins.ts';
import { builder } from '../builder.ts';
import { type InputFieldBuilder, unionMutation } from '../union-mutation.ts';
import { SignIn } from './sign-in.ts';
import { errorsOf } from './sign-in-errors.ts';

/**
 * A change of a sign-in. It takes no `idempotencyKey`: a key's input is written down, and codes and passwords are not. A repetition
 * finds the sign-in at another step.
 */
function signInMutation<Fields extends InputFieldMap>(
  name: string,
  options: {
    readonly description: string;
    /** Telegram calls that it makes at the most. */
    readonly calls: number;
    readonly input: string;
    readonly fields: (t: InputFieldBuilder) => Fields;
    readonly isOneOf?: boolean;
    readonly errors: (typeof errorsOf)[keyof typeof errorsOf];
    readonly resolve: (input: InputShapeFromFields<Fields>, signIns: SignIns) => Promise<SignInModel>;
  },
): void {
  const { description, calls, input, fields, isOneOf = false, errors, resolve } = options;
  unionMutation<InputShapeFromFields<Fields>>(name, {
    description,
    calls,
    input: { description: input, argument: input, isOneOf, fields },
    result: {
      description: 'The sign-in with its next step, or why it did not go on.',
      types: [SignIn, ...errors],
      resolveType: () => SignIn,
    },
    resolve: (given, { signIns }) => resolve(given, signIns),
  });
}

const NAME = 'The name that the account gets: 1 to 32 small letters (a-z), digits and hyphens.';
const ID = 'The `SignIn.id`.';

const SignInByQrInput = builder.inputType('SignInByQrInput', {
  description: 'By a QR code: https://core.telegram.org/api/qr-login',
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
});

const SignInByPhoneInput = builder.inputType('SignInByPhoneInput', {
  description: 'By a code that Telegram sends: https://core.telegram.org/api/auth',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    phoneNumber: t.string({
      required: true,
      description: 'The phone number with its country code: `+447700900123`. Signing up is not offered.',
    }),
  }),
});

const SignInAsBotInput = builder.inputType('SignInAsBotInput', {
  description: 'By a bot’s token: https://core.telegram.org/method/auth.importBotAuthorization',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    token: t.field({ type: 'Secret', required: true, description: 'The token from @BotFather.' }),
  }),
});

signInMutation('beginSignIn', {
  description:
    'Begins to sign an account in and answers the first step. A sign-in of the same caller with the same name that is under way is ' +
    `cancelled. At most ${MOST_OF_A_CALLER} of a caller are under way at a time, and ${MOST_SIGN_INS} of all callers together.`,
  calls: 3,
  input: 'How the account comes in: exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    qr: t.field({ type: SignInByQrInput, description: 'By a QR code that a signed-in Telegram app scans.' }),
    phone: t.field({
      type: SignInByPhoneInput,
      description: 'By a phone number and the code that Telegram sends there.',
    }),
    bot: t.field({ type: SignInAsBotInput, description: 'A bot, by its token.' }),
  }),
  errors: errorsOf.begin,
  resolve: ({ qr, phone, bot }, signIns) => {
    if (qr) return signIns.begin({ way: 'qr', ...qr });
    if (phone) return signIns.begin({ way: 'phone', ...phone });
    if (bot) return signIns.begin({ way: 'bot', ...bot });
    throw new Error('an input of one field without one');
  },
});

signInMutation('submitSignInCode', {
  description:
    'Gives the code and answers the next step: auth.signIn. After PhoneCodeInvalidError the sign-in waits for the code again; the third ' +
    'refusal ends it. PhoneCodeExpiredError: Telegram has sent another code.',
  calls: 3,
  input: 'The code.',
  fields: (t) => ({
    id: t.id({ required: true, description: ID }),
    code: t.field({
      type: 'Secret',
      required: true,
      description: 'The code as Telegram sent it. Spaces and hyphens between digits do not count.',
    }),
  }),
  errors: errorsOf.code,
  resolve: ({ id, code }, signIns) => signIns.submitCode(id, code),
});

signInMutation('resendSignInCode', {
  description:
    'Has the code sent in another way: auth.resendCode. FloodWaitError: `canResendAt` is not over. SendCodeUnavailableError: Telegram has ' +
    'no other way, and the sign-in still waits for the code.',
  calls: 2,
  input: 'The sign-in.',
  fields: (t) => ({ id: t.id({ required: true, description: ID }) }),
  errors: errorsOf.again,
  resolve: ({ id }, signIns) => signIns.resendCode(id),
});

signInMutation('submitSignInPassword', {
  description:
    'Gives the password of two-step verification and answers the end: auth.checkPassword, to which the password itself is not sent. ' +
    'After PasswordHashInvalidError the sign-in waits for the password again; the third refusal ends it.',
  calls: 3,
  input: 'The password.',
  fields: (t) => ({
    id: t.id({ required: true, description: ID }),
    password: t.field({ type: 'Secret', required: true, description: 'The password, exactly as it is.' }),
  }),
  errors: errorsOf.password,
  resolve: ({ id, password }, signIns) => signIns.submitPassword(id, password),
});

signInMutation('cancelSignIn', {
  description: 'Ends a sign-in and answers how it ended: FAILED with SIGN_IN_CANCELLED, or as it had ended before.',
  calls: 1,
  input: 'The sign-in.',
  fields: (t) => ({ id: t.id({ required: true, description: ID }) }),
  errors: errorsOf.cancel,
  resolve: ({ id }, signIns) => signIns.cancel(id),
});
