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

/** The sort of chat. */
export type ChatKind =
  /** A small group of up to 200 members, without a username. */
  | 'BASIC_GROUP'
  /** A channel: admins write, subscribers read. */
  | 'CHANNEL'
  /** A group of any size. */
  | 'SUPERGROUP';

export type ExportChatInviteMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportChatInviteMutation = { exportChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'ExpireDateInvalidError', message: string }
    | { __typename: 'ExportedChatInvite', id: string, link: string, title: string | null, usageLimit: number | null, usage: number, date: string, permanent: boolean, chat: { peer: string, title: string, username: string | null }, admin: { firstName: string | null, username: string | null } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InputUserDeactivatedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'PricingChatInvalidError', message: string }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsageLimitInvalidError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type WatchJoinRequestsSubscriptionVariables = Exact<{
  peer: string;
}>;


export type WatchJoinRequestsSubscription = { chatJoinRequests: { id: string, date: string, about: string | null, user: { firstName: string | null, username: string | null }, chat: { title: string }, invite: { link: string, title: string | null } | null } };

export type RefusalsMutationVariables = Exact<{ [key: string]: never; }>;


export type RefusalsMutation = { removed:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
  , notAnAdmin:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
  , readOnly:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
  , aPerson:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
  , noSuchGroup:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
  , nobody:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> }
   };

type Refusal_AccountNotFoundError_Fragment = { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> };

type Refusal_AccountUnavailableError_Fragment = { __typename: 'AccountUnavailableError', message: string, code: string };

type Refusal_BusinessConnectionNotAllowedError_Fragment = { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string, telegramCode: number };

type Refusal_ChannelInvalidError_Fragment = { __typename: 'ChannelInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_ChannelMonoforumUnsupportedError_Fragment = { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_ChannelPrivateError_Fragment = { __typename: 'ChannelPrivateError', message: string, code: string, telegramCode: number };

type Refusal_ChatAdminRequiredError_Fragment = { __typename: 'ChatAdminRequiredError', message: string, code: string, telegramCode: number };

type Refusal_ChatIdInvalidError_Fragment = { __typename: 'ChatIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_ChatInvitePublicJoinRequests_Fragment = { __typename: 'ChatInvitePublicJoinRequests' };

type Refusal_ChatWriteForbiddenError_Fragment = { __typename: 'ChatWriteForbiddenError', message: string, code: string, telegramCode: number };

type Refusal_ExpireDateInvalidError_Fragment = { __typename: 'ExpireDateInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_ExportedChatInvite_Fragment = { __typename: 'ExportedChatInvite' };

type Refusal_FloodWaitError_Fragment = { __typename: 'FloodWaitError', message: string, code: string, telegramCode: number };

type Refusal_GatewayBusyError_Fragment = { __typename: 'GatewayBusyError', message: string, code: string };

type Refusal_IdempotencyKeyReusedError_Fragment = { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> };

type Refusal_IdempotencyUnavailableError_Fragment = { __typename: 'IdempotencyUnavailableError', message: string, code: string };

type Refusal_InputUserDeactivatedError_Fragment = { __typename: 'InputUserDeactivatedError', message: string, code: string, telegramCode: number };

type Refusal_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string };

type Refusal_MsgIdInvalidError_Fragment = { __typename: 'MsgIdInvalidError', message: string, code: string, telegramCode: number };

type Refusal_PeerIdInvalidError_Fragment = { __typename: 'PeerIdInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_PeerNotFoundError_Fragment = { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> };

type Refusal_PricingChatInvalidError_Fragment = { __typename: 'PricingChatInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_SubscriptionPeriodInvalidError_Fragment = { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_TelegramUnavailableError_Fragment = { __typename: 'TelegramUnavailableError', message: string, code: string };

type Refusal_UnexpectedTelegramError_Fragment = { __typename: 'UnexpectedTelegramError', message: string, code: string, telegramCode: number };

type Refusal_UsageLimitInvalidError_Fragment = { __typename: 'UsageLimitInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_UsernameInvalidError_Fragment = { __typename: 'UsernameInvalidError', message: string, code: string, telegramCode: number, path: Array<string> };

type Refusal_UsernameNotOccupiedError_Fragment = { __typename: 'UsernameNotOccupiedError', message: string, code: string, telegramCode: number, path: Array<string> };

export type RefusalFragment =
  | Refusal_AccountNotFoundError_Fragment
  | Refusal_AccountUnavailableError_Fragment
  | Refusal_BusinessConnectionNotAllowedError_Fragment
  | Refusal_ChannelInvalidError_Fragment
  | Refusal_ChannelMonoforumUnsupportedError_Fragment
  | Refusal_ChannelPrivateError_Fragment
  | Refusal_ChatAdminRequiredError_Fragment
  | Refusal_ChatIdInvalidError_Fragment
  | Refusal_ChatInvitePublicJoinRequests_Fragment
  | Refusal_ChatWriteForbiddenError_Fragment
  | Refusal_ExpireDateInvalidError_Fragment
  | Refusal_ExportedChatInvite_Fragment
  | Refusal_FloodWaitError_Fragment
  | Refusal_GatewayBusyError_Fragment
  | Refusal_IdempotencyKeyReusedError_Fragment
  | Refusal_IdempotencyUnavailableError_Fragment
  | Refusal_InputUserDeactivatedError_Fragment
  | Refusal_InvalidInputError_Fragment
  | Refusal_MsgIdInvalidError_Fragment
  | Refusal_PeerIdInvalidError_Fragment
  | Refusal_PeerNotFoundError_Fragment
  | Refusal_PricingChatInvalidError_Fragment
  | Refusal_SubscriptionPeriodInvalidError_Fragment
  | Refusal_TelegramUnavailableError_Fragment
  | Refusal_UnexpectedTelegramError_Fragment
  | Refusal_UsageLimitInvalidError_Fragment
  | Refusal_UsernameInvalidError_Fragment
  | Refusal_UsernameNotOccupiedError_Fragment
;

export type EditALinkMutationVariables = Exact<{
  link: string;
}>;


export type EditALinkMutation = { editExportedChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePermanentError', message: string }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'EditBotInviteForbiddenError', message: string }
    | { __typename: 'ExpireDateInvalidError', message: string }
    | { __typename: 'ExportedChatInvite', link: string, title: string | null, expireDate: string | null, usageLimit: number | null, requestNeeded: boolean, startDate: string | null }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'InviteHashExpiredError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'PricingChatInvalidError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsageLimitInvalidError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type WhoCameAndWhoWaitsQueryVariables = Exact<{
  peer: string;
  after?: string | null | undefined;
}>;


export type WhoCameAndWhoWaitsQuery = { chat: { title: string, requestsPending: number | null, joinRequests: { totalCount: number, edges: Array<{ node: { id: string, date: string, about: string | null, user: { peer: string, firstName: string | null } } }> } | null, permanentInvite: { link: string, qrCode: string | null, importers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { date: string, user: { firstName: string | null, username: string | null }, approvedBy: { firstName: string | null } | null } }> } | null } | null } | null };

export type ApproveAndDeclineMutationVariables = Exact<{
  user: string;
}>;


export type ApproveAndDeclineMutation = { hideChatJoinRequest:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChannelsTooMuchError', message: string }
    | { __typename: 'ChatAdminInviteRequiredError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatJoinRequestHidden', joinRequestId: string, approved: boolean, user: { peer: string, firstName: string | null, username: string | null }, chat: { title: string, participantsCount: number | null } }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'HideRequesterMissingError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InputUserDeactivatedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UserAlreadyParticipantError', message: string }
    | { __typename: 'UserChannelsTooMuchError', message: string }
    | { __typename: 'UserIdInvalidError', message: string }
    | { __typename: 'UserPrivacyRestrictedError', message: string }
    | { __typename: 'UserRestrictedError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
  , hideAllChatJoinRequests:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BotMethodInvalidError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChannelsTooMuchError', message: string }
    | { __typename: 'ChatAdminInviteRequiredError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatJoinRequestsHidden', approved: boolean, chat: { title: string } }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'HideRequesterMissingError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'InviteHashExpiredError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UserChannelsTooMuchError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type LinkWithApprovalMutationVariables = Exact<{ [key: string]: never; }>;


export type LinkWithApprovalMutation = { exportChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'ExpireDateInvalidError', message: string }
    | { __typename: 'ExportedChatInvite', link: string, title: string | null, requestNeeded: boolean, requested: number, expireDate: string | null }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InputUserDeactivatedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'PricingChatInvalidError', message: string }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsageLimitInvalidError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type PaidLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type PaidLinkMutation = { exportChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'ExpireDateInvalidError', message: string }
    | { __typename: 'ExportedChatInvite', link: string, title: string | null, subscriptionPricing: { period: number, amount: number } | null, chat: { title: string, kind: ChatKind } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InputUserDeactivatedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'PricingChatInvalidError', message: string }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsageLimitInvalidError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type ReplacePrimaryLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type ReplacePrimaryLinkMutation = { exportChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'ExpireDateInvalidError', message: string }
    | { __typename: 'ExportedChatInvite', link: string, permanent: boolean, chat: { peer: string, title: string, kind: ChatKind } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InputUserDeactivatedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'PricingChatInvalidError', message: string }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsageLimitInvalidError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type BrokenRulesMutationVariables = Exact<{ [key: string]: never; }>;


export type BrokenRulesMutation = { limit:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> }
  , expired:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> }
  , excluded:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> }
  , limitAndTitle:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> }
  , inviteLink:
    | { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> }
   };

type BrokenRule_AccountNotFoundError_Fragment = { __typename: 'AccountNotFoundError', message: string, code: string, path: Array<string> };

type BrokenRule_AccountUnavailableError_Fragment = { __typename: 'AccountUnavailableError', message: string, code: string };

type BrokenRule_BusinessConnectionNotAllowedError_Fragment = { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string };

type BrokenRule_ChannelInvalidError_Fragment = { __typename: 'ChannelInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_ChannelMonoforumUnsupportedError_Fragment = { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string, path: Array<string> };

type BrokenRule_ChannelPrivateError_Fragment = { __typename: 'ChannelPrivateError', message: string, code: string };

type BrokenRule_ChatAdminRequiredError_Fragment = { __typename: 'ChatAdminRequiredError', message: string, code: string };

type BrokenRule_ChatIdInvalidError_Fragment = { __typename: 'ChatIdInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_ChatInvitePublicJoinRequests_Fragment = { __typename: 'ChatInvitePublicJoinRequests' };

type BrokenRule_ChatWriteForbiddenError_Fragment = { __typename: 'ChatWriteForbiddenError', message: string, code: string };

type BrokenRule_ExpireDateInvalidError_Fragment = { __typename: 'ExpireDateInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_ExportedChatInvite_Fragment = { __typename: 'ExportedChatInvite' };

type BrokenRule_FloodWaitError_Fragment = { __typename: 'FloodWaitError', message: string, code: string };

type BrokenRule_GatewayBusyError_Fragment = { __typename: 'GatewayBusyError', message: string, code: string };

type BrokenRule_IdempotencyKeyReusedError_Fragment = { __typename: 'IdempotencyKeyReusedError', message: string, code: string, path: Array<string> };

type BrokenRule_IdempotencyUnavailableError_Fragment = { __typename: 'IdempotencyUnavailableError', message: string, code: string };

type BrokenRule_InputUserDeactivatedError_Fragment = { __typename: 'InputUserDeactivatedError', message: string, code: string };

type BrokenRule_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string, code: string }> };

type BrokenRule_MsgIdInvalidError_Fragment = { __typename: 'MsgIdInvalidError', message: string, code: string };

type BrokenRule_PeerIdInvalidError_Fragment = { __typename: 'PeerIdInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_PeerNotFoundError_Fragment = { __typename: 'PeerNotFoundError', message: string, code: string, path: Array<string> };

type BrokenRule_PricingChatInvalidError_Fragment = { __typename: 'PricingChatInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_SubscriptionPeriodInvalidError_Fragment = { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_TelegramUnavailableError_Fragment = { __typename: 'TelegramUnavailableError', message: string, code: string };

type BrokenRule_UnexpectedTelegramError_Fragment = { __typename: 'UnexpectedTelegramError', message: string, code: string };

type BrokenRule_UsageLimitInvalidError_Fragment = { __typename: 'UsageLimitInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_UsernameInvalidError_Fragment = { __typename: 'UsernameInvalidError', message: string, code: string, path: Array<string> };

type BrokenRule_UsernameNotOccupiedError_Fragment = { __typename: 'UsernameNotOccupiedError', message: string, code: string, path: Array<string> };

export type BrokenRuleFragment =
  | BrokenRule_AccountNotFoundError_Fragment
  | BrokenRule_AccountUnavailableError_Fragment
  | BrokenRule_BusinessConnectionNotAllowedError_Fragment
  | BrokenRule_ChannelInvalidError_Fragment
  | BrokenRule_ChannelMonoforumUnsupportedError_Fragment
  | BrokenRule_ChannelPrivateError_Fragment
  | BrokenRule_ChatAdminRequiredError_Fragment
  | BrokenRule_ChatIdInvalidError_Fragment
  | BrokenRule_ChatInvitePublicJoinRequests_Fragment
  | BrokenRule_ChatWriteForbiddenError_Fragment
  | BrokenRule_ExpireDateInvalidError_Fragment
  | BrokenRule_ExportedChatInvite_Fragment
  | BrokenRule_FloodWaitError_Fragment
  | BrokenRule_GatewayBusyError_Fragment
  | BrokenRule_IdempotencyKeyReusedError_Fragment
  | BrokenRule_IdempotencyUnavailableError_Fragment
  | BrokenRule_InputUserDeactivatedError_Fragment
  | BrokenRule_InvalidInputError_Fragment
  | BrokenRule_MsgIdInvalidError_Fragment
  | BrokenRule_PeerIdInvalidError_Fragment
  | BrokenRule_PeerNotFoundError_Fragment
  | BrokenRule_PricingChatInvalidError_Fragment
  | BrokenRule_SubscriptionPeriodInvalidError_Fragment
  | BrokenRule_TelegramUnavailableError_Fragment
  | BrokenRule_UnexpectedTelegramError_Fragment
  | BrokenRule_UsageLimitInvalidError_Fragment
  | BrokenRule_UsernameInvalidError_Fragment
  | BrokenRule_UsernameNotOccupiedError_Fragment
;

export type AccountAndChatsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountAndChatsQuery = { account: { name: string, kind: AccountKind | null, user: { id: string, peer: string, firstName: string | null, lastName: string | null, username: string | null, isBot: boolean } | null, state: { status: AccountStatus, since: string, message: string | null } } | null, accounts: Array<{ id: string, name: string, kind: AccountKind | null, state: { status: AccountStatus } }>, chat: { id: string, peer: string, kind: ChatKind, title: string, participantsCount: number | null, permanentInvite: { link: string, usage: number } | null } | null, asBot: { id: string, title: string } | null, node:
    | { __typename: 'Account', id: string }
    | { __typename: 'Chat', title: string, kind: ChatKind, id: string }
    | { __typename: 'ExportedChatInvite', id: string }
    | { __typename: 'JoinRequest', id: string }
    | { __typename: 'User', id: string }
   | null };

export type RevokeAndDeleteMutationVariables = Exact<{
  link: string;
}>;


export type RevokeAndDeleteMutation = { revokeExportedChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatInvitePermanentError', message: string }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'EditBotInviteForbiddenError', message: string }
    | { __typename: 'ExportedChatInvite', link: string, revoked: boolean, usage: number }
    | { __typename: 'ExportedChatInviteReplaced', invite: { link: string, revoked: boolean }, newInvite: { link: string, permanent: boolean } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'InviteHashExpiredError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
  , deleteExportedChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BotMethodInvalidError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChatAdminRequiredError', message: string }
    | { __typename: 'ChatIdInvalidError', message: string }
    | { __typename: 'ChatWriteForbiddenError', message: string }
    | { __typename: 'DeletedExportedChatInvite', deletedId: string, link: string, chat: { title: string } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'InviteHashExpiredError', message: string }
    | { __typename: 'InviteRevokedMissingError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'PeerNotFoundError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UsernameInvalidError', message: string }
    | { __typename: 'UsernameNotOccupiedError', message: string }
   };

export type ListLinksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ListLinksQuery = { chat: { title: string, exportedInvites: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { link: string, title: string | null, permanent: boolean, usage: number, admin: { firstName: string | null } } }> } | null, adminsWithInvites: Array<{ invitesCount: number, revokedInvitesCount: number, admin: { firstName: string | null } }> | null } | null };

export type LookAtALinkQueryVariables = Exact<{
  link: string;
}>;


export type LookAtALinkQuery = { checkChatInvite:
    | { __typename: 'ChatInvite', title: string, about: string | null, participantsCount: number, requestNeeded: boolean, participants: Array<{ firstName: string | null, username: string | null }>, subscriptionPricing: { period: number, amount: number } | null }
    | { __typename: 'ChatInviteAlready', chat: { peer: string, title: string } }
    | { __typename: 'ChatInvitePeek', expires: string, chat: { peer: string, title: string } }
   | null };

export type JoinByALinkMutationVariables = Exact<{
  link: string;
}>;


export type JoinByALinkMutation = { importChatInvite:
    | { __typename: 'AccountNotFoundError', message: string }
    | { __typename: 'AccountUnavailableError', message: string }
    | { __typename: 'BotMethodInvalidError', message: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string }
    | { __typename: 'ChannelInvalidError', message: string }
    | { __typename: 'ChannelPrivateError', message: string }
    | { __typename: 'ChannelsTooMuchError', message: string }
    | { __typename: 'ChatInvalidError', message: string }
    | { __typename: 'ChatJoined', chat: { peer: string, title: string } }
    | { __typename: 'FloodWaitError', message: string }
    | { __typename: 'GatewayBusyError', message: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string }
    | { __typename: 'IdempotencyUnavailableError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'InviteHashEmptyError', message: string }
    | { __typename: 'InviteHashExpiredError', message: string }
    | { __typename: 'InviteHashInvalidError', message: string }
    | { __typename: 'InviteRequestDeclinedError', message: string }
    | { __typename: 'JoinRequestSent', link: string }
    | { __typename: 'MsgIdInvalidError', message: string }
    | { __typename: 'PeerIdInvalidError', message: string }
    | { __typename: 'StarsPaymentRequiredError', message: string }
    | { __typename: 'TelegramUnavailableError', message: string }
    | { __typename: 'UnexpectedTelegramError', message: string }
    | { __typename: 'UserAlreadyParticipantError', message: string }
    | { __typename: 'UserBannedInChannelError', message: string }
    | { __typename: 'UserChannelsTooMuchError', message: string }
    | { __typename: 'UserRestrictedError', message: string }
    | { __typename: 'UsersTooMuchError', message: string }
   };

export type FloodWaitMutationVariables = Exact<{ [key: string]: never; }>;


export type FloodWaitMutation = { exportChatInvite:
    | { __typename: 'AccountNotFoundError', message: string, code: string }
    | { __typename: 'AccountUnavailableError', message: string, code: string }
    | { __typename: 'BusinessConnectionNotAllowedError', message: string, code: string }
    | { __typename: 'ChannelInvalidError', message: string, code: string }
    | { __typename: 'ChannelMonoforumUnsupportedError', message: string, code: string }
    | { __typename: 'ChannelPrivateError', message: string, code: string }
    | { __typename: 'ChatAdminRequiredError', message: string, code: string }
    | { __typename: 'ChatIdInvalidError', message: string, code: string }
    | { __typename: 'ChatInvitePublicJoinRequests' }
    | { __typename: 'ChatWriteForbiddenError', message: string, code: string }
    | { __typename: 'ExpireDateInvalidError', message: string, code: string }
    | { __typename: 'ExportedChatInvite' }
    | { __typename: 'FloodWaitError', message: string, code: string, retryAfterSeconds: number, retryAt: string }
    | { __typename: 'GatewayBusyError', message: string, code: string }
    | { __typename: 'IdempotencyKeyReusedError', message: string, code: string }
    | { __typename: 'IdempotencyUnavailableError', message: string, code: string }
    | { __typename: 'InputUserDeactivatedError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string }
    | { __typename: 'MsgIdInvalidError', message: string, code: string }
    | { __typename: 'PeerIdInvalidError', message: string, code: string }
    | { __typename: 'PeerNotFoundError', message: string, code: string }
    | { __typename: 'PricingChatInvalidError', message: string, code: string }
    | { __typename: 'SubscriptionPeriodInvalidError', message: string, code: string }
    | { __typename: 'TelegramUnavailableError', message: string, code: string }
    | { __typename: 'UnexpectedTelegramError', message: string, code: string }
    | { __typename: 'UsageLimitInvalidError', message: string, code: string }
    | { __typename: 'UsernameInvalidError', message: string, code: string }
    | { __typename: 'UsernameNotOccupiedError', message: string, code: string }
   };

export type ChatsForLinksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChatsForLinksQuery = { chats: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, peer: string, kind: ChatKind, title: string, username: string | null } }> } | null };

export const RefusalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportChatInviteResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"telegramCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<RefusalFragment, unknown>;
export const BrokenRuleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrokenRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportChatInviteResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<BrokenRuleFragment, unknown>;
export const ExportChatInviteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportChatInvite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"My very normal title","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"usageLimit"},"value":{"kind":"IntValue","value":"43"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ExportChatInviteMutation, ExportChatInviteMutationVariables>;
export const WatchJoinRequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchJoinRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatJoinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<WatchJoinRequestsSubscription, WatchJoinRequestsSubscriptionVariables>;
export const RefusalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"removed"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_private","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"notAnAdmin"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_member_only","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"readOnly"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_readonly","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"aPerson"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_user","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"noSuchGroup"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"-40404","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"nobody"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_nobody","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportChatInviteResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TelegramError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"telegramCode"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<RefusalsMutation, RefusalsMutationVariables>;
export const EditALinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditALink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"Edited","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"usageLimit"},"value":{"kind":"NullValue"}},{"kind":"ObjectField","name":{"kind":"Name","value":"requestNeeded"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}},{"kind":"Field","name":{"kind":"Name","value":"usageLimit"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EditALinkMutation, EditALinkMutationVariables>;
export const WhoCameAndWhoWaitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoCameAndWhoWaits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requestsPending"}},{"kind":"Field","name":{"kind":"Name","value":"joinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permanentInvite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"qrCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"SVG"}},{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"IntValue","value":"128"}}]},{"kind":"Field","name":{"kind":"Name","value":"importers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"approvedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoCameAndWhoWaitsQuery, WhoCameAndWhoWaitsQueryVariables>;
export const ApproveAndDeclineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveAndDecline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"user"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Peer"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hideChatJoinRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_big","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"user"},"value":{"kind":"Variable","name":{"kind":"Name","value":"user"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"approved"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatJoinRequestHidden"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinRequestId"}},{"kind":"Field","name":{"kind":"Name","value":"approved"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"participantsCount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hideAllChatJoinRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"approved"},"value":{"kind":"BooleanValue","value":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatJoinRequestsHidden"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approved"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ApproveAndDeclineMutation, ApproveAndDeclineMutationVariables>;
export const LinkWithApprovalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LinkWithApproval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"@sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"By request","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"requestNeeded"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"expireDate"},"value":{"kind":"StringValue","value":"2037-12-31T23:59:59Z","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"expireDate"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<LinkWithApprovalMutation, LinkWithApprovalMutationVariables>;
export const PaidLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PaidLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"https://t.me/sandbox_news","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"Supporters","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"subscriptionPricing"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"IntValue","value":"2592000"}},{"kind":"ObjectField","name":{"kind":"Name","value":"amount"},"value":{"kind":"IntValue","value":"100"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PricingChatInvalidError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PaidLinkMutation, PaidLinkMutationVariables>;
export const ReplacePrimaryLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplacePrimaryLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"-7001","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"legacyRevokePermanent"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReplacePrimaryLinkMutation, ReplacePrimaryLinkMutationVariables>;
export const BrokenRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BrokenRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"limit"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"usageLimit"},"value":{"kind":"IntValue","value":"100000"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrokenRule"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"expired"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"expireDate"},"value":{"kind":"IntValue","value":"43"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrokenRule"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"excluded"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"A title of more than thirty-two characters","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"requestNeeded"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"usageLimit"},"value":{"kind":"IntValue","value":"43"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrokenRule"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"limitAndTitle"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"title"},"value":{"kind":"StringValue","value":"A title of more than thirty-two characters","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"usageLimit"},"value":{"kind":"IntValue","value":"100000"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrokenRule"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"inviteLink"},"name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"https://t.me/+AbCdEfGhIjKlMnOp","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrokenRule"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrokenRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportChatInviteResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FieldError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<BrokenRulesMutation, BrokenRulesMutationVariables>;
export const AccountAndChatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountAndChats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"isBot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_news","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"participantsCount"}},{"kind":"Field","name":{"kind":"Name","value":"permanentInvite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"asBot"},"name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"StringValue","value":"bot","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"Q2hhdDotNzAwMQ==","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Chat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<AccountAndChatsQuery, AccountAndChatsQueryVariables>;
export const RevokeAndDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeAndDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportedChatInviteReplaced"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newInvite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"deleteExportedChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletedExportedChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeAndDeleteMutation, RevokeAndDeleteMutationVariables>;
export const ListLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_community","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"exportedInvites"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"permanent"}},{"kind":"Field","name":{"kind":"Name","value":"usage"}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"adminsWithInvites"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitesCount"}},{"kind":"Field","name":{"kind":"Name","value":"revokedInvitesCount"}}]}}]}}]}}]} as unknown as DocumentNode<ListLinksQuery, ListLinksQueryVariables>;
export const LookAtALinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtALink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatInviteAlready"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatInvitePeek"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatInvite"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"participantsCount"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionPricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtALinkQuery, LookAtALinkQueryVariables>;
export const JoinByALinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinByALink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"link"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteLink"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"link"},"value":{"kind":"Variable","name":{"kind":"Name","value":"link"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatJoined"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRequestSent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<JoinByALinkMutation, JoinByALinkMutationVariables>;
export const FloodWaitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FloodWait"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportChatInvite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"peer"},"value":{"kind":"StringValue","value":"sandbox_flood","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FloodWaitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<FloodWaitMutation, FloodWaitMutationVariables>;
export const ChatsForLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatsForLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"peer"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatsForLinksQuery, ChatsForLinksQueryVariables>;