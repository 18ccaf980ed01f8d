import { costs } from '../../base/price.ts';
import { drawQrCode, QR_CODE_SIZES } from '../../services/invites/qr-code.ts';
import type { SignIn as SignInModel, SignInStep as SignInStepModel } from '../../services/sign-in/sign-in.ts';
import { Account } from '../account/account.ts';
import { builder } from '../builder.ts';
import { costsOfQrCode, qrCodeArguments } from '../qr-code.ts';
import { User } from '../user/user.ts';
import { SignInFailure } from './sign-in-errors.ts';

const SignInStepKind = builder.enumType('SignInStepKind', {
  description: 'What a sign-in waits for, or how it ended.',
  values: {
    SCAN_QR: { description: 'A signed-in Telegram app has to scan a QR code: `SignInScanQr`.' },
    ENTER_CODE: { description: '`submitSignInCode` has to give the code that Telegram sent: `SignInEnterCode`.' },
    ENTER_PASSWORD: {
      description: '`submitSignInPassword` has to give the password of two-step verification: `SignInEnterPassword`.',
    },
    DONE: { description: 'The account has signed in: `SignInDone`.' },
    FAILED: { description: 'The sign-in ended without an account: `SignInFailed`.' },
  },
});

const TYPES = {
  SCAN_QR: 'SignInScanQr',
  ENTER_CODE: 'SignInEnterCode',
  ENTER_PASSWORD: 'SignInEnterPassword',
  DONE: 'SignInDone',
  FAILED: 'SignInFailed',
} as const;

const SignInStep = builder.interfaceRef<SignInStepModel>('SignInStep').implement({
  description: 'Where a sign-in stands.',
  resolveType: ({ kind }) => TYPES[kind],
  fields: (t) => ({
    kind: t.expose('kind', { type: SignInStepKind, description: 'What the sign-in waits for, or how it ended.' }),
  }),
});

/** The type of one kind of step. */
function stepRef<Kind extends SignInStepModel['kind']>(kind: Kind) {
  return builder.objectRef<Extract<SignInStepModel, { readonly kind: Kind }>>(TYPES[kind]);
}

stepRef('SCAN_QR').implement({
  description:
    'A Telegram app in which the account is signed in has to scan the QR code (Settings > Devices > Link Desktop Device). ' +
    'Telegram ends a code after half a minute; the subscription `signIn` tells each new one.',
  interfaces: [SignInStep],
  fields: (t) => ({
    link: t.exposeString('link', {
      description:
        'The `tg://login` address to show as a QR code: whoever scans the code lets the gateway into the account.',
    }),
    qrCode: t.string({
      nullable: true,
      description:
        'The link as a QR code: a data URI, for the `src` of an image. `null` with the error INVALID_INPUT for a `size` out of range.',
      extensions: costsOfQrCode,
      args: qrCodeArguments,
      resolve: ({ link }, { format, size }) => drawQrCode(link, format, size ?? QR_CODE_SIZES.unasked),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When Telegram ends this code.' }),
  }),
});

const CodeDelivery = builder.enumType('SignInCodeDelivery', {
  description: 'How Telegram sent a code. https://core.telegram.org/type/auth.SentCodeType',
  values: {
    APP: { description: 'To the Telegram app on the account’s other devices, in the chat named Telegram.' },
    SMS: { description: 'By SMS.' },
    SMS_WORDS: { description: 'By SMS, as words in place of digits. `hint` is how they begin, where Telegram tells.' },
    CALL: { description: 'A call that reads the code out.' },
    MISSED_CALL: {
      description: 'A call that nobody needs to take: its number begins with `hint`, and its last digits are the code.',
    },
    FRAGMENT: { description: 'On the page of the anonymous number at https://fragment.com; `hint` is its address.' },
  },
});

stepRef('ENTER_CODE').implement({
  description: 'Telegram has sent a code. After a wrong one the sign-in stands here again; the third ends it.',
  interfaces: [SignInStep],
  fields: (t) => ({
    delivery: t.expose('delivery', { type: CodeDelivery, description: 'How Telegram sent the code.' }),
    length: t.exposeInt('length', { nullable: true, description: 'The digits of the code. `null` for words.' }),
    hint: t.exposeString('hint', {
      nullable: true,
      description: 'What helps to find the code, as `delivery` says. `null` when Telegram tells nothing.',
    }),
    canResendAt: t.expose('canResendAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'From when `resendSignInCode` has the code sent in another way. `null` when Telegram has no other way.',
    }),
  }),
});

stepRef('ENTER_PASSWORD').implement({
  description:
    'The account has two-step verification. After a wrong password the sign-in stands here again; the third ends it.',
  interfaces: [SignInStep],
  fields: (t) => ({
    hint: t.exposeString('hint', {
      nullable: true,
      description: 'The hint that the account’s owner wrote. `null` when there is none.',
    }),
  }),
});

stepRef('DONE').implement({
  description: 'The account has signed in, and the gateway has it.',
  interfaces: [SignInStep],
  fields: (t) => ({
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The account. `null` when it was removed or renamed since.',
      extensions: costs({ calls: 0 }),
      resolve: ({ account }, _args, { accounts }) => accounts.get(account.name),
    }),
    user: t.field({
      type: User,
      description: 'The account, as Telegram shows it to itself.',
      extensions: costs({ calls: 0 }),
      resolve: ({ account }) => account.user,
    }),
  }),
});

stepRef('FAILED').implement({
  description: 'The sign-in ended without an account.',
  interfaces: [SignInStep],
  fields: (t) => ({
    error: t.field({ type: SignInFailure, description: 'Why.', resolve: ({ error }) => error }),
  }),
});

export const SignIn = builder.objectRef<SignInModel>('SignIn').implement({
  description:
    'An account that comes in. The sign-in belongs to the caller who began it, and ends ten minutes later at the latest.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, for the fields of the sign-in. It is no global id.' }),
    name: t.exposeString('name', { description: 'The name that the account gets.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When the sign-in ends by itself, by the gateway’s clock.',
    }),
    step: t.expose('step', { type: SignInStep, description: 'Where the sign-in stands.' }),
  }),
});
