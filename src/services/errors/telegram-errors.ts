/**
 * One class for each Telegram error name that has a meaning in the life of an invite link, or in a sign-in.
 * Names, numbers and meanings: the "Possible errors" of https://core.telegram.org/methods and https://core.telegram.org/api/errors.
 * The same name may come with another number than the one here (CHANNEL_PRIVATE as 400 and 406): the name decides.
 */
import { type SignInRefusal, signInRefusals } from '../../telegram/sign-in-refusals.ts';
import { type TelegramErrorClass, telegramError } from './errors.ts';

const byName = new Map<string, TelegramErrorClass>();

/** All of them, by Telegram's name. */
export const telegramErrors: ReadonlyMap<string, TelegramErrorClass> = byName;

function define(...definition: Parameters<typeof telegramError>): TelegramErrorClass {
  const errorClass = telegramError(...definition);
  byName.set(errorClass.code, errorClass);
  return errorClass;
}

export const AdminIdInvalidError = define(
  'ADMIN_ID_INVALID',
  400,
  'The given user is not an admin of this chat.',
  'admin',
);
export const BotMethodInvalidError = define(
  'BOT_METHOD_INVALID',
  400,
  'A bot account may not do this; a user account can.',
);
export const BusinessConnectionNotAllowedError = define(
  'BUSINESS_CONNECTION_NOT_ALLOWED',
  400,
  'This cannot be done through a business connection.',
);
export const ChannelInvalidError = define(
  'CHANNEL_INVALID',
  400,
  'This channel or supergroup cannot be addressed by this account. Give its username, or check the id.',
  'peer',
);
export const ChannelMonoforumUnsupportedError = define(
  'CHANNEL_MONOFORUM_UNSUPPORTED',
  400,
  "A channel's direct messages have no invite links. Give the channel itself.",
  'peer',
);
export const ChannelPrivateError = define(
  'CHANNEL_PRIVATE',
  400,
  'This account is not a member of the channel or supergroup, or was banned from it. Add the account first.',
);
export const ChannelPublicGroupNaError = define(
  'CHANNEL_PUBLIC_GROUP_NA',
  403,
  'The channel or supergroup is not available.',
);
export const ChannelsTooMuchError = define(
  'CHANNELS_TOO_MUCH',
  400,
  'The account that would join is in too many channels and supergroups: it has to leave some first.',
);
export const ChatAdminInviteRequiredError = define(
  'CHAT_ADMIN_INVITE_REQUIRED',
  403,
  'This account does not have the right to invite users in this chat.',
);
export const ChatAdminRequiredError = define(
  'CHAT_ADMIN_REQUIRED',
  400,
  "This account is not an admin of the chat with the right to invite users. Ask the chat's owner for that right.",
);
export const ChatIdInvalidError = define(
  'CHAT_ID_INVALID',
  400,
  'There is no such chat for this account. Check the id; supergroups and channels have ids that begin with -100.',
  'peer',
);
export const ChatInvalidError = define('CHAT_INVALID', 400, 'The chat is gone or cannot be used.');
export const ChatInvitePermanentError = define(
  'CHAT_INVITE_PERMANENT',
  400,
  'A primary link takes no title, expiry or limit. Make an additional link for that.',
);
export const ChatNotModifiedError = define('CHAT_NOT_MODIFIED', 400, 'There was nothing to change.');
export const ChatPublicRequiredError = define(
  'CHAT_PUBLIC_REQUIRED',
  400,
  'Only a public group can do this; give it a username first.',
);
export const ChatWriteForbiddenError = define(
  'CHAT_WRITE_FORBIDDEN',
  403,
  'This account may not act in the chat. It may have been removed or restricted.',
);
export const EditBotInviteForbiddenError = define(
  'EDIT_BOT_INVITE_FORBIDDEN',
  403,
  'A link made by a bot can be edited by that bot only.',
);
export const ExpireDateInvalidError = define(
  'EXPIRE_DATE_INVALID',
  400,
  'expireDate has to be in the future and before 2038-01-19T03:14:08Z, or null for never.',
  'expireDate',
);
export const HideRequesterMissingError = define(
  'HIDE_REQUESTER_MISSING',
  400,
  'No such join request is waiting: somebody else may have decided it, either way, or it was withdrawn or never made. Look who is a member and who waits.',
);
export const InputUserDeactivatedError = define('INPUT_USER_DEACTIVATED', 400, 'The user has deleted the account.');
export const InviteHashEmptyError = define('INVITE_HASH_EMPTY', 400, 'The invite link is empty.', 'link');
export const InviteHashExpiredError = define(
  'INVITE_HASH_EXPIRED',
  400,
  'This link does not work for this account: it was revoked, has run out, is of another chat, or was changed on the way (its letters are case-sensitive); or the account is banned from its chat. Give the link exactly as it was returned, and where a chat is named, the one that it leads to.',
  'link',
);
export const InviteHashInvalidError = define(
  'INVITE_HASH_INVALID',
  400,
  'This is not an invite link. Give the link exactly as it was returned; its letters are case-sensitive.',
  'link',
);
export const InviteRequestDeclinedError = define(
  'INVITE_REQUEST_DECLINED',
  400,
  "The request to join was declined. Ask the chat's admins.",
);
export const InviteRequestSentError = define(
  'INVITE_REQUEST_SENT',
  400,
  'The request to join was sent; an admin has to approve it.',
);
export const InviteRevokedMissingError = define(
  'INVITE_REVOKED_MISSING',
  400,
  'The link is not among the revoked ones: only a revoked link can be deleted.',
  'link',
);
export const JoinGuardTimeoutError = define(
  'JOIN_GUARD_TIMEOUT',
  400,
  "The request was sent, but the chat's guard bot has not answered yet.",
);
export const MsgIdInvalidError = define(
  'MSG_ID_INVALID',
  400,
  'Telegram cannot use this chat. Check which chat is meant.',
);
export const PeerIdInvalidError = define(
  'PEER_ID_INVALID',
  400,
  'This is not a group or a channel. Give the username or the id of one.',
  'peer',
);
export const PricingChatInvalidError = define(
  'PRICING_CHAT_INVALID',
  400,
  'This does not go with a paid link. Paid links are for channels, the amount has an upper limit, and a paid link takes no approval.',
  'subscriptionPricing',
);
export const SearchWithLinkNotSupportedError = define(
  'SEARCH_WITH_LINK_NOT_SUPPORTED',
  400,
  'Search by name and filter by link cannot be combined.',
);
export const StarsPaymentRequiredError = define(
  'STARS_PAYMENT_REQUIRED',
  400,
  'This link is paid: the subscription has to be bought in a Telegram app.',
);
export const StarrefExpiredError = define('STARREF_EXPIRED', 400, 'The referral link has run out.');
export const SubscriptionPeriodInvalidError = define(
  'SUBSCRIPTION_PERIOD_INVALID',
  400,
  'subscriptionPricing.period has to be 2592000 (30 days, in seconds).',
  'subscriptionPricing.period',
);
export const UsageLimitInvalidError = define(
  'USAGE_LIMIT_INVALID',
  400,
  'usageLimit has to be from 1 to 99999, or null for no limit.',
  'usageLimit',
);
export const UserAlreadyParticipantError = define(
  'USER_ALREADY_PARTICIPANT',
  400,
  'The user is a member of the chat already.',
);
export const UserBannedInChannelError = define(
  'USER_BANNED_IN_CHANNEL',
  400,
  'The account is barred from taking part in supergroups and channels.',
);
export const UserChannelsTooMuchError = define(
  'USER_CHANNELS_TOO_MUCH',
  400,
  'The user is in too many channels and supergroups, and has to leave some first.',
);
export const UserIdInvalidError = define(
  'USER_ID_INVALID',
  400,
  'There is no such user for this account. Give the username, or the id from a list of join requests.',
  'user',
);
export const UserPrivacyRestrictedError = define(
  'USER_PRIVACY_RESTRICTED',
  403,
  "The user's privacy settings do not allow this.",
);
export const UserRestrictedError = define('USER_RESTRICTED', 403, 'The account is restricted and may not do this.');
export const UsernameInvalidError = define(
  'USERNAME_INVALID',
  400,
  'This is not a username: 4 to 32 letters (a-z), digits and underscores, beginning with a letter.',
  'peer',
);
export const UsernameNotOccupiedError = define(
  'USERNAME_NOT_OCCUPIED',
  400,
  'Nobody has this username. Check its spelling.',
  'peer',
);
export const UsersTooMuchError = define('USERS_TOO_MUCH', 400, 'The chat has as many members as it may have.');

/** What a refusal is about, as fields of the sign-in's mutations. */
const SIGN_IN_FIELDS = { phoneNumber: 'phone.phoneNumber', token: 'bot.token', code: 'code', password: 'password' };

function defineRefusals(refusals: Readonly<Record<string, SignInRefusal>>): readonly TelegramErrorClass[] {
  return Object.entries(refusals).map(([name, { code, sentence, about }]) =>
    define(name, code, sentence, about === null ? undefined : SIGN_IN_FIELDS[about]),
  );
}

/** Those of a sign-in, by the step that meets them. */
export const signInErrors = {
  sending: defineRefusals(signInRefusals.sending),
  number: defineRefusals(signInRefusals.number),
  again: defineRefusals(signInRefusals.again),
  code: defineRefusals(signInRefusals.code),
  password: defineRefusals(signInRefusals.password),
  qr: defineRefusals(signInRefusals.qr),
  bot: defineRefusals(signInRefusals.bot),
};
