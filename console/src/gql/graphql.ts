/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What sort of account Telegram has it for. */
export type AccountKind =
  /** A bot’s account. Telegram tells it who comes in by which link. It cannot list, read or delete links, list the people who came or wait, decide all requests at once, look at a link or join by it. */
  | 'BOT'
  /** A person’s account. It lists, reads and counts, and it joins by links. Telegram does not tell it who comes in by which link. */
  | 'USER';

/** What an account can do now. */
export type AccountStatus =
  /** Telegram has banned the account. */
  | 'BANNED'
  /** There is no connection to Telegram. The gateway tries again by itself. */
  | 'CONNECTING'
  /** The account is deleted. */
  | 'DEACTIVATED'
  /** Telegram has frozen the account. It can read; the gateway refuses every write without a call. */
  | 'FROZEN'
  /** Telegram limits the account (PEER_FLOOD). It can read; the gateway refuses every write without a call. */
  | 'LIMITED'
  /** The gateway cannot use the account as it is set up: its session does not open, or another account is the same Telegram user. `message` says what the operator has to change. */
  | 'MISCONFIGURED'
  /** Telegram has ended the session. The operator has to sign in again. */
  | 'NEEDS_LOGIN'
  /** The account can read and write. */
  | 'READY';

/** How the account comes in: exactly one of the fields. */
export type BeginSignInInput =
  {   /** A bot, by its token. */
  bot: SignInAsBotInput; phone?: never; qr?: never; }
  |  { bot?: never;   /** By a phone number and the code that Telegram sends there. */
  phone: SignInByPhoneInput; qr?: never; }
  |  { bot?: never; phone?: never;   /** By a QR code that a signed-in Telegram app scans. */
  qr: SignInByQrInput; };

/** The sign-in. */
export type CancelSignInInput = {
  /** The `SignIn.id`. */
  id: string | number;
};

/** The sort of chat. */
export type ChatKind =
  /** A small group of up to 200 members, without a username. */
  | 'BASIC_GROUP'
  /** A channel: admins write, subscribers read. */
  | 'CHANNEL'
  /** A group of any size. */
  | 'SUPERGROUP';

/** The parameters of https://core.telegram.org/method/messages.deleteExportedChatInvite */
export type DeleteExportedChatInviteInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** A revoked link: this account’s own, or any admin’s for the owner of the chat. */
  link: string;
  /** The group or channel that the link led to. */
  peer: string;
};

/** The changes of a link: https://core.telegram.org/method/messages.editExportedChatInvite. An absent field keeps its value; `null` removes it. */
export type EditExportedChatInviteInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** When the link stops working: in the future, before 2038-01-19T03:14:08Z. Absent: no change. `null`: never. */
  expireDate?: string | null | undefined;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** The link: this account’s own, or any admin’s for the owner of the chat. */
  link: string;
  /** The group or channel that the link leads to. */
  peer: string;
  /** Whether an admin has to approve everybody who comes by the link. Absent or `null`: no change. A link cannot have both approval and a limit: to switch, send `requestNeeded: true` and `usageLimit: null` in one call. */
  requestNeeded?: boolean | null | undefined;
  /** A name that only admins see, up to 32 characters. Absent: no change. `null` or empty: no name. */
  title?: string | null | undefined;
  /** How many members may be in the chat by the link at the same time, 1 to 99999. Absent: no change. `null`: no limit. To give a limit to a link with approval, send `requestNeeded: false` in the same call. */
  usageLimit?: number | null | undefined;
};

/** The parameters of https://core.telegram.org/method/messages.exportChatInvite */
export type ExportChatInviteInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** When the link stops working: in the future, before 2038-01-19T03:14:08Z. Absent or `null`: never. */
  expireDate?: string | null | undefined;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** Replaces this account’s primary link: the old one stops working at once, on every poster that shows it. Not together with `title`, `usageLimit`, `expireDate`, `requestNeeded` or `subscriptionPricing`: a primary link has none. */
  legacyRevokePermanent?: boolean | null | undefined;
  /** The group or channel. */
  peer: string;
  /** Whether an admin has to approve everybody who comes by the link. Not together with `usageLimit`. */
  requestNeeded?: boolean | null | undefined;
  /** Makes a paid link, for channels. Not together with `expireDate`, `usageLimit` or `requestNeeded`. Absent or `null`: free. */
  subscriptionPricing?: StarsSubscriptionPricingInput | null | undefined;
  /** A name that only admins see, up to 32 characters. Absent, `null` or empty: no name. */
  title?: string | null | undefined;
  /** How many members may be in the chat by this link at the same time, 1 to 99999. Absent or `null`: no limit. */
  usageLimit?: number | null | undefined;
};

/** The parameters of https://core.telegram.org/method/messages.hideAllChatJoinRequests */
export type HideAllChatJoinRequestsInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** `true` lets everybody in, `false` turns everybody away. */
  approved: boolean;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** Decides only about people who came by this link. Absent or `null`: about everybody who waits. */
  link?: string | null | undefined;
  /** The group or channel. */
  peer: string;
};

/** The parameters of https://core.telegram.org/method/messages.hideChatJoinRequest */
export type HideChatJoinRequestInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** `true` lets the user in, `false` turns the user away. */
  approved: boolean;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** The group or channel. */
  peer: string;
  /** The user who asks: a username, or an id that this account has seen. A user account finds the people who wait by `chat(peer) { joinRequests }`; a bot account may also name people whom it has met. */
  user: string;
};

/** Which account, and what becomes of it. */
export type RemoveAccountInput = {
  /** Whether Telegram ends the session. `false`: the session lives on for whoever has it. Absent or `null`: `true`. */
  logOut?: boolean | null | undefined;
  /** The name that the account has. */
  name: string;
};

/** Which account, and what becomes of it. */
export type RenameAccountInput = {
  /** The name that the account has. */
  name: string;
  /** The name that it gets: 1 to 32 small letters (a-z), digits and hyphens. */
  newName: string;
};

/** The sign-in. */
export type ResendSignInCodeInput = {
  /** The `SignIn.id`. */
  id: string | number;
};

/** Which account, and what becomes of it. */
export type ResumeAccountInput = {
  /** The name that the account has. */
  name: string;
};

/** The link to revoke. */
export type RevokeExportedChatInviteInput = {
  /** The name of the account that shall do it, from `Query.accounts`, and what is selected of the answer is read by it as well. A part of the input that belongs to an `idempotencyKey`. Absent or `null`: the account that can do it (docs/accounts.md); for what means an account’s own, the default account if it may, and INVALID_INPUT names the others if several may. */
  account?: string | null | undefined;
  /** A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries out a key with the same input once and answers the same link and outcome, with their present fields: also while the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its own. Absent or `null`: no key. */
  idempotencyKey?: string | null | undefined;
  /** The link: this account’s own, or any admin’s for the owner of the chat. */
  link: string;
  /** The group or channel that the link leads to. */
  peer: string;
};

/** By a bot’s token: https://core.telegram.org/method/auth.importBotAuthorization */
export type SignInAsBotInput = {
  /** The name that the account gets: 1 to 32 small letters (a-z), digits and hyphens. */
  name: string;
  /** The token from @BotFather. */
  token: string;
};

/** By a code that Telegram sends: https://core.telegram.org/api/auth */
export type SignInByPhoneInput = {
  /** The name that the account gets: 1 to 32 small letters (a-z), digits and hyphens. */
  name: string;
  /** The phone number with its country code: `+447700900123`. Signing up is not offered. */
  phoneNumber: string;
};

/** By a QR code: https://core.telegram.org/api/qr-login */
export type SignInByQrInput = {
  /** The name that the account gets: 1 to 32 small letters (a-z), digits and hyphens. */
  name: string;
};

/** How Telegram sent a code. https://core.telegram.org/type/auth.SentCodeType */
export type SignInCodeDelivery =
  /** To the Telegram app on the account’s other devices, in the chat named Telegram. */
  | 'APP'
  /** A call that reads the code out. */
  | 'CALL'
  /** On the page of the anonymous number at https://fragment.com; `hint` is its address. */
  | 'FRAGMENT'
  /** A call that nobody needs to take: its number begins with `hint`, and its last digits are the code. */
  | 'MISSED_CALL'
  /** By SMS. */
  | 'SMS'
  /** By SMS, as words in place of digits. `hint` is how they begin, where Telegram tells. */
  | 'SMS_WORDS';

/** The price of a paid link. */
export type StarsSubscriptionPricingInput = {
  /** Telegram Stars for each period: 1 up to 10000, or what Telegram’s configuration says. */
  amount: number;
  /** Seconds. Telegram takes 2592000 (30 days) alone. */
  period: number;
};

/** The code. */
export type SubmitSignInCodeInput = {
  /** The code as Telegram sent it. Spaces and hyphens between digits do not count. */
  code: string;
  /** The `SignIn.id`. */
  id: string | number;
};

/** The password. */
export type SubmitSignInPasswordInput = {
  /** The `SignIn.id`. */
  id: string | number;
  /** The password, exactly as it is. */
  password: string;
};

/** Whether Telegram carried out the call. */
export type TelegramUnavailableOutcome =
  /** The call never reached Telegram. You may repeat it. */
  | 'NOT_EXECUTED'
  /** Telegram may have carried out the call. Look before you repeat it. */
  | 'UNKNOWN';

export type SignInNowFragment = { id: string, name: string, step:
    | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
    | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
    | { __typename: 'SignInEnterPassword', hint: string | null }
    | { __typename: 'SignInFailed', error:
        | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
        | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
        | { __typename: 'AccountExistsError', code: string, message: string }
        | { __typename: 'AccountNameTakenError', code: string, message: string }
        | { __typename: 'AccountUnavailableError', code: string, message: string }
        | { __typename: 'AuthRestartError', code: string, message: string }
        | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
        | { __typename: 'AuthTokenExpiredError', code: string, message: string }
        | { __typename: 'AuthTokenInvalidError', code: string, message: string }
        | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
        | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
        | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
        | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneNumberFloodError', code: string, message: string }
        | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
        | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
        | { __typename: 'PhonePasswordFloodError', code: string, message: string }
        | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
        | { __typename: 'SendCodeUnavailableError', code: string, message: string }
        | { __typename: 'SignInEndedError', code: string, message: string }
        | { __typename: 'SignInFailedError', code: string, message: string }
        | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
        | { __typename: 'SrpIdInvalidError', code: string, message: string }
        | { __typename: 'SrpPasswordChangedError', code: string, message: string }
        | { __typename: 'StoreUnavailableError', code: string, message: string }
        | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
        | { __typename: 'UnexpectedTelegramError', code: string, message: string }
        | { __typename: 'UpdateAppToLoginError', code: string, message: string }
       }
    | { __typename: 'SignInScanQr', qrCode: string | null }
   };

export type BeginSignInMutationVariables = Exact<{
  input: BeginSignInInput;
}>;


export type BeginSignInMutation = { answer:
    | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountExistsError', code: string, message: string }
    | { __typename: 'AccountNameTakenError', code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'AuthRestartError', code: string, message: string }
    | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
    | { __typename: 'AuthTokenExpiredError', code: string, message: string }
    | { __typename: 'AuthTokenInvalidError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
    | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
    | { __typename: 'PhoneNumberFloodError', code: string, message: string }
    | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
    | { __typename: 'PhonePasswordFloodError', code: string, message: string }
    | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
    | { __typename: 'SignIn', id: string, name: string, step:
        | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
        | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
        | { __typename: 'SignInEnterPassword', hint: string | null }
        | { __typename: 'SignInFailed', error:
            | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccountExistsError', code: string, message: string }
            | { __typename: 'AccountNameTakenError', code: string, message: string }
            | { __typename: 'AccountUnavailableError', code: string, message: string }
            | { __typename: 'AuthRestartError', code: string, message: string }
            | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
            | { __typename: 'AuthTokenExpiredError', code: string, message: string }
            | { __typename: 'AuthTokenInvalidError', code: string, message: string }
            | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
            | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
            | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
            | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberFloodError', code: string, message: string }
            | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
            | { __typename: 'PhonePasswordFloodError', code: string, message: string }
            | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
            | { __typename: 'SendCodeUnavailableError', code: string, message: string }
            | { __typename: 'SignInEndedError', code: string, message: string }
            | { __typename: 'SignInFailedError', code: string, message: string }
            | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
            | { __typename: 'SrpIdInvalidError', code: string, message: string }
            | { __typename: 'SrpPasswordChangedError', code: string, message: string }
            | { __typename: 'StoreUnavailableError', code: string, message: string }
            | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
            | { __typename: 'UnexpectedTelegramError', code: string, message: string }
            | { __typename: 'UpdateAppToLoginError', code: string, message: string }
           }
        | { __typename: 'SignInScanQr', qrCode: string | null }
       }
    | { __typename: 'SignInEndedError', code: string, message: string }
    | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'TooManySignInsError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UpdateAppToLoginError', code: string, message: string }
   };

export type GiveCodeMutationVariables = Exact<{
  input: SubmitSignInCodeInput;
}>;


export type GiveCodeMutation = { answer:
    | { __typename: 'AccountExistsError', code: string, message: string }
    | { __typename: 'AccountNameTakenError', code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'AuthRestartError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
    | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
    | { __typename: 'PhoneNumberFloodError', code: string, message: string }
    | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
    | { __typename: 'PhonePasswordFloodError', code: string, message: string }
    | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
    | { __typename: 'SignIn', id: string, name: string, step:
        | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
        | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
        | { __typename: 'SignInEnterPassword', hint: string | null }
        | { __typename: 'SignInFailed', error:
            | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccountExistsError', code: string, message: string }
            | { __typename: 'AccountNameTakenError', code: string, message: string }
            | { __typename: 'AccountUnavailableError', code: string, message: string }
            | { __typename: 'AuthRestartError', code: string, message: string }
            | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
            | { __typename: 'AuthTokenExpiredError', code: string, message: string }
            | { __typename: 'AuthTokenInvalidError', code: string, message: string }
            | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
            | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
            | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
            | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberFloodError', code: string, message: string }
            | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
            | { __typename: 'PhonePasswordFloodError', code: string, message: string }
            | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
            | { __typename: 'SendCodeUnavailableError', code: string, message: string }
            | { __typename: 'SignInEndedError', code: string, message: string }
            | { __typename: 'SignInFailedError', code: string, message: string }
            | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
            | { __typename: 'SrpIdInvalidError', code: string, message: string }
            | { __typename: 'SrpPasswordChangedError', code: string, message: string }
            | { __typename: 'StoreUnavailableError', code: string, message: string }
            | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
            | { __typename: 'UnexpectedTelegramError', code: string, message: string }
            | { __typename: 'UpdateAppToLoginError', code: string, message: string }
           }
        | { __typename: 'SignInScanQr', qrCode: string | null }
       }
    | { __typename: 'SignInEndedError', code: string, message: string }
    | { __typename: 'SignInFailedError', code: string, message: string }
    | { __typename: 'SignInNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'SignInStepError', code: string, message: string }
    | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UpdateAppToLoginError', code: string, message: string }
   };

export type ResendCodeMutationVariables = Exact<{
  input: ResendSignInCodeInput;
}>;


export type ResendCodeMutation = { answer:
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'AuthRestartError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
    | { __typename: 'PhoneNumberFloodError', code: string, message: string }
    | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
    | { __typename: 'PhonePasswordFloodError', code: string, message: string }
    | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
    | { __typename: 'SendCodeUnavailableError', code: string, message: string }
    | { __typename: 'SignIn', id: string, name: string, step:
        | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
        | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
        | { __typename: 'SignInEnterPassword', hint: string | null }
        | { __typename: 'SignInFailed', error:
            | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccountExistsError', code: string, message: string }
            | { __typename: 'AccountNameTakenError', code: string, message: string }
            | { __typename: 'AccountUnavailableError', code: string, message: string }
            | { __typename: 'AuthRestartError', code: string, message: string }
            | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
            | { __typename: 'AuthTokenExpiredError', code: string, message: string }
            | { __typename: 'AuthTokenInvalidError', code: string, message: string }
            | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
            | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
            | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
            | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberFloodError', code: string, message: string }
            | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
            | { __typename: 'PhonePasswordFloodError', code: string, message: string }
            | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
            | { __typename: 'SendCodeUnavailableError', code: string, message: string }
            | { __typename: 'SignInEndedError', code: string, message: string }
            | { __typename: 'SignInFailedError', code: string, message: string }
            | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
            | { __typename: 'SrpIdInvalidError', code: string, message: string }
            | { __typename: 'SrpPasswordChangedError', code: string, message: string }
            | { __typename: 'StoreUnavailableError', code: string, message: string }
            | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
            | { __typename: 'UnexpectedTelegramError', code: string, message: string }
            | { __typename: 'UpdateAppToLoginError', code: string, message: string }
           }
        | { __typename: 'SignInScanQr', qrCode: string | null }
       }
    | { __typename: 'SignInEndedError', code: string, message: string }
    | { __typename: 'SignInNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'SignInStepError', code: string, message: string }
    | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UpdateAppToLoginError', code: string, message: string }
   };

export type GivePasswordMutationVariables = Exact<{
  input: SubmitSignInPasswordInput;
}>;


export type GivePasswordMutation = { answer:
    | { __typename: 'AccountExistsError', code: string, message: string }
    | { __typename: 'AccountNameTakenError', code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'SignIn', id: string, name: string, step:
        | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
        | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
        | { __typename: 'SignInEnterPassword', hint: string | null }
        | { __typename: 'SignInFailed', error:
            | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'AccountExistsError', code: string, message: string }
            | { __typename: 'AccountNameTakenError', code: string, message: string }
            | { __typename: 'AccountUnavailableError', code: string, message: string }
            | { __typename: 'AuthRestartError', code: string, message: string }
            | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
            | { __typename: 'AuthTokenExpiredError', code: string, message: string }
            | { __typename: 'AuthTokenInvalidError', code: string, message: string }
            | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
            | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
            | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
            | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberFloodError', code: string, message: string }
            | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
            | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
            | { __typename: 'PhonePasswordFloodError', code: string, message: string }
            | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
            | { __typename: 'SendCodeUnavailableError', code: string, message: string }
            | { __typename: 'SignInEndedError', code: string, message: string }
            | { __typename: 'SignInFailedError', code: string, message: string }
            | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
            | { __typename: 'SrpIdInvalidError', code: string, message: string }
            | { __typename: 'SrpPasswordChangedError', code: string, message: string }
            | { __typename: 'StoreUnavailableError', code: string, message: string }
            | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
            | { __typename: 'UnexpectedTelegramError', code: string, message: string }
            | { __typename: 'UpdateAppToLoginError', code: string, message: string }
           }
        | { __typename: 'SignInScanQr', qrCode: string | null }
       }
    | { __typename: 'SignInEndedError', code: string, message: string }
    | { __typename: 'SignInNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'SignInStepError', code: string, message: string }
    | { __typename: 'SrpIdInvalidError', code: string, message: string }
    | { __typename: 'SrpPasswordChangedError', code: string, message: string }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
   };

export type CancelSignInMutationVariables = Exact<{
  input: CancelSignInInput;
}>;


export type CancelSignInMutation = { answer:
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'SignIn', id: string }
    | { __typename: 'SignInEndedError', code: string, message: string }
    | { __typename: 'SignInNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
   };

export type FollowSignInSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type FollowSignInSubscription = { signIn: { id: string, name: string, step:
      | { __typename: 'SignInDone', user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, account: { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } } | null }
      | { __typename: 'SignInEnterCode', delivery: SignInCodeDelivery, length: number | null, canResendAt: string | null, codeHint: string | null }
      | { __typename: 'SignInEnterPassword', hint: string | null }
      | { __typename: 'SignInFailed', error:
          | { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string }
          | { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string }
          | { __typename: 'AccountExistsError', code: string, message: string }
          | { __typename: 'AccountNameTakenError', code: string, message: string }
          | { __typename: 'AccountUnavailableError', code: string, message: string }
          | { __typename: 'AuthRestartError', code: string, message: string }
          | { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string }
          | { __typename: 'AuthTokenExpiredError', code: string, message: string }
          | { __typename: 'AuthTokenInvalidError', code: string, message: string }
          | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
          | { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string }
          | { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string }
          | { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneNumberFloodError', code: string, message: string }
          | { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string }
          | { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string }
          | { __typename: 'PhonePasswordFloodError', code: string, message: string }
          | { __typename: 'PhonePasswordProtectedError', code: string, message: string }
          | { __typename: 'SendCodeUnavailableError', code: string, message: string }
          | { __typename: 'SignInEndedError', code: string, message: string }
          | { __typename: 'SignInFailedError', code: string, message: string }
          | { __typename: 'SmsCodeCreateFailedError', code: string, message: string }
          | { __typename: 'SrpIdInvalidError', code: string, message: string }
          | { __typename: 'SrpPasswordChangedError', code: string, message: string }
          | { __typename: 'StoreUnavailableError', code: string, message: string }
          | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
          | { __typename: 'UnexpectedTelegramError', code: string, message: string }
          | { __typename: 'UpdateAppToLoginError', code: string, message: string }
         }
      | { __typename: 'SignInScanQr', qrCode: string | null }
     } };

export type RenameAccountMutationVariables = Exact<{
  input: RenameAccountInput;
}>;


export type RenameAccountMutation = { answer:
    | { __typename: 'Account', id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } }
    | { __typename: 'AccountInUseError', code: string, message: string }
    | { __typename: 'AccountNameTakenError', code: string, message: string }
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
   };

export type ResumeAccountMutationVariables = Exact<{
  input: ResumeAccountInput;
}>;


export type ResumeAccountMutation = { answer:
    | { __typename: 'Account', id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } }
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
   };

export type RemoveAccountMutationVariables = Exact<{
  input: RemoveAccountInput;
}>;


export type RemoveAccountMutation = { answer:
    | { __typename: 'AccountInUseError', code: string, message: string }
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'RemovedAccount', name: string, loggedOut: boolean }
    | { __typename: 'StoreUnavailableError', code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
   };

export type ChatLinksQueryVariables = Exact<{
  peer: string;
}>;


export type ChatLinksQuery = { chat: { id: string, exportedInvites: { totalCount: number, edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type PersonFragment = { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean };

export type AccountRowFragment = { id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } };

export type ChatRowFragment = { id: string, peer: string, title: string, username: string | null, kind: ChatKind, participantsCount: number | null, accounts: Array<{ id: string, name: string }> };

export type LinkRowFragment = { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } };

export type RequestRowFragment = { id: string, date: string, about: string | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } };

type Refused_AccessTokenExpiredError_Fragment = { __typename: 'AccessTokenExpiredError', path: Array<string>, code: string, message: string };

type Refused_AccessTokenInvalidError_Fragment = { __typename: 'AccessTokenInvalidError', path: Array<string>, code: string, message: string };

type Refused_AccountExistsError_Fragment = { __typename: 'AccountExistsError', code: string, message: string };

type Refused_AccountInUseError_Fragment = { __typename: 'AccountInUseError', code: string, message: string };

type Refused_AccountNameTakenError_Fragment = { __typename: 'AccountNameTakenError', code: string, message: string };

type Refused_AccountNotFoundError_Fragment = { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string };

type Refused_AccountUnavailableError_Fragment = { __typename: 'AccountUnavailableError', code: string, message: string };

type Refused_AdminIdInvalidError_Fragment = { __typename: 'AdminIdInvalidError', path: Array<string>, code: string, message: string };

type Refused_AuthRestartError_Fragment = { __typename: 'AuthRestartError', code: string, message: string };

type Refused_AuthTokenAlreadyAcceptedError_Fragment = { __typename: 'AuthTokenAlreadyAcceptedError', code: string, message: string };

type Refused_AuthTokenExpiredError_Fragment = { __typename: 'AuthTokenExpiredError', code: string, message: string };

type Refused_AuthTokenInvalidError_Fragment = { __typename: 'AuthTokenInvalidError', code: string, message: string };

type Refused_BotMethodInvalidError_Fragment = { __typename: 'BotMethodInvalidError', code: string, message: string };

type Refused_BusinessConnectionNotAllowedError_Fragment = { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string };

type Refused_ChannelInvalidError_Fragment = { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string };

type Refused_ChannelMonoforumUnsupportedError_Fragment = { __typename: 'ChannelMonoforumUnsupportedError', path: Array<string>, code: string, message: string };

type Refused_ChannelPrivateError_Fragment = { __typename: 'ChannelPrivateError', code: string, message: string };

type Refused_ChannelsTooMuchError_Fragment = { __typename: 'ChannelsTooMuchError', code: string, message: string };

type Refused_ChatAdminInviteRequiredError_Fragment = { __typename: 'ChatAdminInviteRequiredError', code: string, message: string };

type Refused_ChatAdminRequiredError_Fragment = { __typename: 'ChatAdminRequiredError', code: string, message: string };

type Refused_ChatIdInvalidError_Fragment = { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string };

type Refused_ChatInvalidError_Fragment = { __typename: 'ChatInvalidError', code: string, message: string };

type Refused_ChatInvitePermanentError_Fragment = { __typename: 'ChatInvitePermanentError', code: string, message: string };

type Refused_ChatWriteForbiddenError_Fragment = { __typename: 'ChatWriteForbiddenError', code: string, message: string };

type Refused_EditBotInviteForbiddenError_Fragment = { __typename: 'EditBotInviteForbiddenError', code: string, message: string };

type Refused_ExpireDateInvalidError_Fragment = { __typename: 'ExpireDateInvalidError', path: Array<string>, code: string, message: string };

type Refused_FloodWaitError_Fragment = { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string };

type Refused_FreshResetAuthorisationForbiddenError_Fragment = { __typename: 'FreshResetAuthorisationForbiddenError', code: string, message: string };

type Refused_GatewayBusyError_Fragment = { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string };

type Refused_HideRequesterMissingError_Fragment = { __typename: 'HideRequesterMissingError', code: string, message: string };

type Refused_IdempotencyKeyReusedError_Fragment = { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string };

type Refused_IdempotencyUnavailableError_Fragment = { __typename: 'IdempotencyUnavailableError', code: string, message: string };

type Refused_InputUserDeactivatedError_Fragment = { __typename: 'InputUserDeactivatedError', code: string, message: string };

type Refused_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> };

type Refused_InviteHashEmptyError_Fragment = { __typename: 'InviteHashEmptyError', path: Array<string>, code: string, message: string };

type Refused_InviteHashExpiredError_Fragment = { __typename: 'InviteHashExpiredError', path: Array<string>, code: string, message: string };

type Refused_InviteHashInvalidError_Fragment = { __typename: 'InviteHashInvalidError', path: Array<string>, code: string, message: string };

type Refused_InviteRequestDeclinedError_Fragment = { __typename: 'InviteRequestDeclinedError', code: string, message: string };

type Refused_InviteRevokedMissingError_Fragment = { __typename: 'InviteRevokedMissingError', path: Array<string>, code: string, message: string };

type Refused_MsgIdInvalidError_Fragment = { __typename: 'MsgIdInvalidError', code: string, message: string };

type Refused_PasswordHashInvalidError_Fragment = { __typename: 'PasswordHashInvalidError', path: Array<string>, code: string, message: string };

type Refused_PeerIdInvalidError_Fragment = { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string };

type Refused_PeerNotFoundError_Fragment = { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string };

type Refused_PhoneCodeEmptyError_Fragment = { __typename: 'PhoneCodeEmptyError', path: Array<string>, code: string, message: string };

type Refused_PhoneCodeExpiredError_Fragment = { __typename: 'PhoneCodeExpiredError', path: Array<string>, code: string, message: string };

type Refused_PhoneCodeInvalidError_Fragment = { __typename: 'PhoneCodeInvalidError', path: Array<string>, code: string, message: string };

type Refused_PhoneNumberAppSignupForbiddenError_Fragment = { __typename: 'PhoneNumberAppSignupForbiddenError', code: string, message: string };

type Refused_PhoneNumberBannedError_Fragment = { __typename: 'PhoneNumberBannedError', path: Array<string>, code: string, message: string };

type Refused_PhoneNumberFloodError_Fragment = { __typename: 'PhoneNumberFloodError', code: string, message: string };

type Refused_PhoneNumberInvalidError_Fragment = { __typename: 'PhoneNumberInvalidError', path: Array<string>, code: string, message: string };

type Refused_PhoneNumberUnoccupiedError_Fragment = { __typename: 'PhoneNumberUnoccupiedError', code: string, message: string };

type Refused_PhonePasswordFloodError_Fragment = { __typename: 'PhonePasswordFloodError', code: string, message: string };

type Refused_PhonePasswordProtectedError_Fragment = { __typename: 'PhonePasswordProtectedError', code: string, message: string };

type Refused_PricingChatInvalidError_Fragment = { __typename: 'PricingChatInvalidError', path: Array<string>, code: string, message: string };

type Refused_SendCodeUnavailableError_Fragment = { __typename: 'SendCodeUnavailableError', code: string, message: string };

type Refused_SignInEndedError_Fragment = { __typename: 'SignInEndedError', code: string, message: string };

type Refused_SignInFailedError_Fragment = { __typename: 'SignInFailedError', code: string, message: string };

type Refused_SignInNotFoundError_Fragment = { __typename: 'SignInNotFoundError', path: Array<string>, code: string, message: string };

type Refused_SignInStepError_Fragment = { __typename: 'SignInStepError', code: string, message: string };

type Refused_SmsCodeCreateFailedError_Fragment = { __typename: 'SmsCodeCreateFailedError', code: string, message: string };

type Refused_SrpIdInvalidError_Fragment = { __typename: 'SrpIdInvalidError', code: string, message: string };

type Refused_SrpPasswordChangedError_Fragment = { __typename: 'SrpPasswordChangedError', code: string, message: string };

type Refused_StarsPaymentRequiredError_Fragment = { __typename: 'StarsPaymentRequiredError', code: string, message: string };

type Refused_StoreUnavailableError_Fragment = { __typename: 'StoreUnavailableError', code: string, message: string };

type Refused_SubscriptionPeriodInvalidError_Fragment = { __typename: 'SubscriptionPeriodInvalidError', path: Array<string>, code: string, message: string };

type Refused_TelegramUnavailableError_Fragment = { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string };

type Refused_TooManySignInsError_Fragment = { __typename: 'TooManySignInsError', retryAfterSeconds: number, code: string, message: string };

type Refused_UnexpectedTelegramError_Fragment = { __typename: 'UnexpectedTelegramError', code: string, message: string };

type Refused_UpdateAppToLoginError_Fragment = { __typename: 'UpdateAppToLoginError', code: string, message: string };

type Refused_UsageLimitInvalidError_Fragment = { __typename: 'UsageLimitInvalidError', path: Array<string>, code: string, message: string };

type Refused_UserAlreadyParticipantError_Fragment = { __typename: 'UserAlreadyParticipantError', code: string, message: string };

type Refused_UserBannedInChannelError_Fragment = { __typename: 'UserBannedInChannelError', code: string, message: string };

type Refused_UserChannelsTooMuchError_Fragment = { __typename: 'UserChannelsTooMuchError', code: string, message: string };

type Refused_UserIdInvalidError_Fragment = { __typename: 'UserIdInvalidError', path: Array<string>, code: string, message: string };

type Refused_UserPrivacyRestrictedError_Fragment = { __typename: 'UserPrivacyRestrictedError', code: string, message: string };

type Refused_UserRestrictedError_Fragment = { __typename: 'UserRestrictedError', code: string, message: string };

type Refused_UsernameInvalidError_Fragment = { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string };

type Refused_UsernameNotOccupiedError_Fragment = { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string };

type Refused_UsersTooMuchError_Fragment = { __typename: 'UsersTooMuchError', code: string, message: string };

export type RefusedFragment =
  | Refused_AccessTokenExpiredError_Fragment
  | Refused_AccessTokenInvalidError_Fragment
  | Refused_AccountExistsError_Fragment
  | Refused_AccountInUseError_Fragment
  | Refused_AccountNameTakenError_Fragment
  | Refused_AccountNotFoundError_Fragment
  | Refused_AccountUnavailableError_Fragment
  | Refused_AdminIdInvalidError_Fragment
  | Refused_AuthRestartError_Fragment
  | Refused_AuthTokenAlreadyAcceptedError_Fragment
  | Refused_AuthTokenExpiredError_Fragment
  | Refused_AuthTokenInvalidError_Fragment
  | Refused_BotMethodInvalidError_Fragment
  | Refused_BusinessConnectionNotAllowedError_Fragment
  | Refused_ChannelInvalidError_Fragment
  | Refused_ChannelMonoforumUnsupportedError_Fragment
  | Refused_ChannelPrivateError_Fragment
  | Refused_ChannelsTooMuchError_Fragment
  | Refused_ChatAdminInviteRequiredError_Fragment
  | Refused_ChatAdminRequiredError_Fragment
  | Refused_ChatIdInvalidError_Fragment
  | Refused_ChatInvalidError_Fragment
  | Refused_ChatInvitePermanentError_Fragment
  | Refused_ChatWriteForbiddenError_Fragment
  | Refused_EditBotInviteForbiddenError_Fragment
  | Refused_ExpireDateInvalidError_Fragment
  | Refused_FloodWaitError_Fragment
  | Refused_FreshResetAuthorisationForbiddenError_Fragment
  | Refused_GatewayBusyError_Fragment
  | Refused_HideRequesterMissingError_Fragment
  | Refused_IdempotencyKeyReusedError_Fragment
  | Refused_IdempotencyUnavailableError_Fragment
  | Refused_InputUserDeactivatedError_Fragment
  | Refused_InvalidInputError_Fragment
  | Refused_InviteHashEmptyError_Fragment
  | Refused_InviteHashExpiredError_Fragment
  | Refused_InviteHashInvalidError_Fragment
  | Refused_InviteRequestDeclinedError_Fragment
  | Refused_InviteRevokedMissingError_Fragment
  | Refused_MsgIdInvalidError_Fragment
  | Refused_PasswordHashInvalidError_Fragment
  | Refused_PeerIdInvalidError_Fragment
  | Refused_PeerNotFoundError_Fragment
  | Refused_PhoneCodeEmptyError_Fragment
  | Refused_PhoneCodeExpiredError_Fragment
  | Refused_PhoneCodeInvalidError_Fragment
  | Refused_PhoneNumberAppSignupForbiddenError_Fragment
  | Refused_PhoneNumberBannedError_Fragment
  | Refused_PhoneNumberFloodError_Fragment
  | Refused_PhoneNumberInvalidError_Fragment
  | Refused_PhoneNumberUnoccupiedError_Fragment
  | Refused_PhonePasswordFloodError_Fragment
  | Refused_PhonePasswordProtectedError_Fragment
  | Refused_PricingChatInvalidError_Fragment
  | Refused_SendCodeUnavailableError_Fragment
  | Refused_SignInEndedError_Fragment
  | Refused_SignInFailedError_Fragment
  | Refused_SignInNotFoundError_Fragment
  | Refused_SignInStepError_Fragment
  | Refused_SmsCodeCreateFailedError_Fragment
  | Refused_SrpIdInvalidError_Fragment
  | Refused_SrpPasswordChangedError_Fragment
  | Refused_StarsPaymentRequiredError_Fragment
  | Refused_StoreUnavailableError_Fragment
  | Refused_SubscriptionPeriodInvalidError_Fragment
  | Refused_TelegramUnavailableError_Fragment
  | Refused_TooManySignInsError_Fragment
  | Refused_UnexpectedTelegramError_Fragment
  | Refused_UpdateAppToLoginError_Fragment
  | Refused_UsageLimitInvalidError_Fragment
  | Refused_UserAlreadyParticipantError_Fragment
  | Refused_UserBannedInChannelError_Fragment
  | Refused_UserChannelsTooMuchError_Fragment
  | Refused_UserIdInvalidError_Fragment
  | Refused_UserPrivacyRestrictedError_Fragment
  | Refused_UserRestrictedError_Fragment
  | Refused_UsernameInvalidError_Fragment
  | Refused_UsernameNotOccupiedError_Fragment
  | Refused_UsersTooMuchError_Fragment
;

export type MakeLinkMutationVariables = Exact<{
  input: ExportChatInviteInput;
}>;


export type MakeLinkMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'ExpireDateInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ExportedChatInvite', id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InputUserDeactivatedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'MsgIdInvalidError', code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'PricingChatInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'SubscriptionPeriodInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UsageLimitInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type EditLinkMutationVariables = Exact<{
  input: EditExportedChatInviteInput;
}>;


export type EditLinkMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatInvitePermanentError', code: string, message: string }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'EditBotInviteForbiddenError', code: string, message: string }
    | { __typename: 'ExpireDateInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ExportedChatInvite', id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'InviteHashExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'PricingChatInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UsageLimitInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type RevokeLinkMutationVariables = Exact<{
  input: RevokeExportedChatInviteInput;
}>;


export type RevokeLinkMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatInvitePermanentError', code: string, message: string }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'EditBotInviteForbiddenError', code: string, message: string }
    | { __typename: 'ExportedChatInvite', id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } }
    | { __typename: 'ExportedChatInviteReplaced', invite: { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } }, newInvite: { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'InviteHashExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type DeleteLinkMutationVariables = Exact<{
  input: DeleteExportedChatInviteInput;
}>;


export type DeleteLinkMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BotMethodInvalidError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'DeletedExportedChatInvite', deletedId: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'InviteHashExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'InviteRevokedMissingError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type DecideMutationVariables = Exact<{
  input: HideChatJoinRequestInput;
}>;


export type DecideMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChannelsTooMuchError', code: string, message: string }
    | { __typename: 'ChatAdminInviteRequiredError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatJoinRequestHidden', approved: boolean, joinRequestId: string }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'HideRequesterMissingError', code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InputUserDeactivatedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'MsgIdInvalidError', code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UserAlreadyParticipantError', code: string, message: string }
    | { __typename: 'UserChannelsTooMuchError', code: string, message: string }
    | { __typename: 'UserIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UserPrivacyRestrictedError', code: string, message: string }
    | { __typename: 'UserRestrictedError', code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type DecideAllMutationVariables = Exact<{
  input: HideAllChatJoinRequestsInput;
}>;


export type DecideAllMutation = { answer:
    | { __typename: 'AccountNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'AccountUnavailableError', code: string, message: string }
    | { __typename: 'BotMethodInvalidError', code: string, message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', code: string, message: string }
    | { __typename: 'ChannelInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChannelPrivateError', code: string, message: string }
    | { __typename: 'ChannelsTooMuchError', code: string, message: string }
    | { __typename: 'ChatAdminInviteRequiredError', code: string, message: string }
    | { __typename: 'ChatAdminRequiredError', code: string, message: string }
    | { __typename: 'ChatIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'ChatJoinRequestsHidden', approved: boolean }
    | { __typename: 'ChatWriteForbiddenError', code: string, message: string }
    | { __typename: 'FloodWaitError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'GatewayBusyError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'HideRequesterMissingError', code: string, message: string }
    | { __typename: 'IdempotencyKeyReusedError', path: Array<string>, code: string, message: string }
    | { __typename: 'IdempotencyUnavailableError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'InviteHashExpiredError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerIdInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'PeerNotFoundError', path: Array<string>, code: string, message: string }
    | { __typename: 'TelegramUnavailableError', outcome: TelegramUnavailableOutcome, code: string, message: string }
    | { __typename: 'UnexpectedTelegramError', code: string, message: string }
    | { __typename: 'UserChannelsTooMuchError', code: string, message: string }
    | { __typename: 'UsernameInvalidError', path: Array<string>, code: string, message: string }
    | { __typename: 'UsernameNotOccupiedError', path: Array<string>, code: string, message: string }
   };

export type LiveRequestsSubscriptionVariables = Exact<{
  peer: string;
}>;


export type LiveRequestsSubscription = { chatJoinRequests: { id: string, date: string, about: string | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } };

export type ChatsToChooseQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChatsToChooseQuery = { chats: { edges: Array<{ node: { id: string, peer: string, title: string, username: string | null, kind: ChatKind, participantsCount: number | null, accounts: Array<{ id: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ChatWaitingQueryVariables = Exact<{
  peer: string;
}>;


export type ChatWaitingQuery = { chat: { id: string, requestsPending: number | null } | null };

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { accounts: Array<{ id: string, name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, message: string | null, reason: string | null, since: string } }>, account: { id: string } | null };

export type LinkQueryVariables = Exact<{
  peer: string;
  link: string;
}>;


export type LinkQuery = { chat: { id: string, title: string, exportedInvite: { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, svg: string | null, png: string | null, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } | null } | null };

export type WhoCameQueryVariables = Exact<{
  peer: string;
  link: string;
  after?: string | null | undefined;
}>;


export type WhoCameQuery = { chat: { id: string, exportedInvite: { id: string, importers: { totalCount: number, edges: Array<{ node: { date: string, viaChatlist: boolean, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean }, approvedBy: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null } | null };

export type WhoWaitsQueryVariables = Exact<{
  peer: string;
  link: string;
  after?: string | null | undefined;
}>;


export type WhoWaitsQuery = { chat: { id: string, exportedInvite: { id: string, pendingRequests: { totalCount: number, edges: Array<{ node: { id: string, date: string, about: string | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null } | null };

export type LinksQueryVariables = Exact<{
  peer: string;
  account?: string | null | undefined;
  admin?: string | null | undefined;
  revoked: boolean;
  after?: string | null | undefined;
}>;


export type LinksQuery = { chat: { id: string, exportedInvites: { totalCount: number, edges: Array<{ node: { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type LinkAdminsQueryVariables = Exact<{
  peer: string;
}>;


export type LinkAdminsQuery = { chat: { id: string, adminsWithInvites: Array<{ invitesCount: number, revokedInvitesCount: number, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } }> | null } | null };

export type RequestsQueryVariables = Exact<{
  peer: string;
  link?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RequestsQuery = { chat: { id: string, joinRequests: { totalCount: number, edges: Array<{ node: { id: string, date: string, about: string | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type RequestLinksQueryVariables = Exact<{
  peer: string;
  after?: string | null | undefined;
}>;


export type RequestLinksQuery = { chat: { id: string, exportedInvites: { totalCount: number, edges: Array<{ node: { id: string, link: string, linkIsPartial: boolean, title: string | null, date: string, startDate: string | null, expireDate: string | null, permanent: boolean, revoked: boolean, requestNeeded: boolean, requested: number, usage: number, usageLimit: number | null, subscriptionExpired: number, subscriptionPricing: { amount: number, period: number } | null, admin: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export const PersonFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<PersonFragment, unknown>;
export const AccountRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<AccountRowFragment, unknown>;
export const RefusedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<RefusedFragment, unknown>;
export const SignInNowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<SignInNowFragment, unknown>;
export const ChatRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Chat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"participantsCount"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ChatRowFragment, unknown>;
export const LinkRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<LinkRowFragment, unknown>;
export const RequestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<RequestRowFragment, unknown>;
export const BeginSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeginSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"beginSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInNow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BeginSignInMutation, BeginSignInMutationVariables>;
export const GiveCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GiveCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitSignInCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"submitSignInCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInNow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GiveCodeMutation, GiveCodeMutationVariables>;
export const ResendCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResendSignInCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"resendSignInCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInNow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResendCodeMutation, ResendCodeMutationVariables>;
export const GivePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GivePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitSignInPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"submitSignInPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInNow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GivePasswordMutation, GivePasswordMutationVariables>;
export const CancelSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"cancelSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<CancelSignInMutation, CancelSignInMutationVariables>;
export const FollowSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInNow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignIn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInScanQr"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterCode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","alias":{"kind":"Name","value":"codeHint"},"name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"canResendAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInEnterPassword"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInDone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FollowSignInSubscription, FollowSignInSubscriptionVariables>;
export const RenameAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"renameAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<RenameAccountMutation, RenameAccountMutationVariables>;
export const ResumeAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"resumeAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<ResumeAccountMutation, ResumeAccountMutationVariables>;
export const RemoveAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"removeAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemovedAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"loggedOut"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<RemoveAccountMutation, RemoveAccountMutationVariables>;
export const ChatLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvites"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"admin"},"value":{"kind":"StringValue","value":"me","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatLinksQuery, ChatLinksQueryVariables>;
export const MakeLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExportChatInviteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<MakeLinkMutation, MakeLinkMutationVariables>;
export const EditLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditExportedChatInviteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"editExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<EditLinkMutation, EditLinkMutationVariables>;
export const RevokeLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeExportedChatInviteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"revokeExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInviteReplaced"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newInvite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<RevokeLinkMutation, RevokeLinkMutationVariables>;
export const DeleteLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteExportedChatInviteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"deleteExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletedExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<DeleteLinkMutation, DeleteLinkMutationVariables>;
export const DecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Decide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HideChatJoinRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"hideChatJoinRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatJoinRequestHidden"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approved"}},{"kind":"Field","name":{"kind":"Name","value":"joinRequestId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<DecideMutation, DecideMutationVariables>;
export const DecideAllDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideAll"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HideAllChatJoinRequestsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"hideAllChatJoinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatJoinRequestsHidden"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approved"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GatewayBusyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManySignInsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<DecideAllMutation, DecideAllMutationVariables>;
export const LiveRequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatJoinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<LiveRequestsSubscription, LiveRequestsSubscriptionVariables>;
export const ChatsToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatsToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Chat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"participantsCount"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ChatsToChooseQuery, ChatsToChooseQueryVariables>;
export const ChatWaitingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatWaiting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"requestsPending"}}]}}]}}]} as unknown as DocumentNode<ChatWaitingQuery, ChatWaitingQueryVariables>;
export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const LinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Link"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}},{"kind":"Field","alias":{"kind":"Name","value":"svg"},"name":{"kind":"Name","value":"qrCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"SVG"}},{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"512"}}]},{"kind":"Field","alias":{"kind":"Name","value":"png"},"name":{"kind":"Name","value":"qrCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"PNG"}},{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"512"}}]}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<LinkQuery, LinkQueryVariables>;
export const WhoCameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoCame"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"importers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"viaChatlist"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"approvedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<WhoCameQuery, WhoCameQueryVariables>;
export const WhoWaitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoWaits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pendingRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<WhoWaitsQuery, WhoWaitsQueryVariables>;
export const LinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Links"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"admin"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"revoked"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvites"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}},{"kind":"Argument","name":{"kind":"Name","value":"admin"},"value":{"kind":"Variable","name":{"kind":"Name","value":"admin"}}},{"kind":"Argument","name":{"kind":"Name","value":"revoked"},"value":{"kind":"Variable","name":{"kind":"Name","value":"revoked"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<LinksQuery, LinksQueryVariables>;
export const LinkAdminsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LinkAdmins"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"adminsWithInvites"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitesCount"}},{"kind":"Field","name":{"kind":"Name","value":"revokedInvitesCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}}]} as unknown as DocumentNode<LinkAdminsQuery, LinkAdminsQueryVariables>;
export const RequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Requests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<RequestsQuery, RequestsQueryVariables>;
export const RequestLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RequestLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvites"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"revoked"},"value":{"kind":"BooleanValue","value":false}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"linkIsPartial"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionExpired"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<RequestLinksQuery, RequestLinksQueryVariables>;